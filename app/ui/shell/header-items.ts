import { inHeader, type Section } from '#app/domain/access/home.ts';
import { paths } from '#app/paths.ts';
import { NAVIGATION } from './navigation.ts';

type HeaderItem = { readonly text: string; readonly href: string; readonly active: boolean };
type SomebodysSections = {
	readonly sections: readonly Section[];
	/** How much waits in a section; beside its name while it is not 0. */
	readonly waiting: Partial<Readonly<Record<Section, number>>>;
};

/** The links of the header, with how much waits behind each; what is not wanted every day is behind the last of them. */
export function headerItems(
	{ sections, waiting }: SomebodysSections,
	current: Section | 'more' | null,
): readonly HeaderItem[] {
	const { shown, more } = inHeader(sections);
	const items = shown.map((section) => ({
		text: labelled(NAVIGATION[section].label, waiting[section]),
		href: NAVIGATION[section].href,
		active: section === current,
	}));
	if (more.length === 0) return items;
	const behind = more.reduce((sum, section) => sum + (waiting[section] ?? 0), 0);
	const active = current === 'more' || (current !== null && more.includes(current));
	return [...items, { text: labelled('More', behind), href: paths.more(), active }];
}

/** A name with how much waits behind it, when anything does. */
export function labelled(label: string, waiting = 0): string {
	return waiting > 0 ? `${label} (${waiting})` : label;
}
