export type Keyed<Item> = { readonly key: string; readonly place: number; readonly item: Item };

/** Items with their place from 1 as key: a page is rendered once, so a place never comes to mean another item. */
export function keyed<Item>(items: readonly Item[]): readonly Keyed<Item>[] {
	return items.map((item, index) => ({ key: String(index + 1), place: index + 1, item }));
}
