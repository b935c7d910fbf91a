type Camel<Key> = Key extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Key;

/** The same data with each key in camel case instead of snake case, as content files write them. */
export type CamelKeys<Data> = Data extends readonly (infer Entry)[]
	? CamelKeys<Entry>[]
	: Data extends object
		? { [Key in keyof Data as Camel<Key>]: CamelKeys<Data[Key]> }
		: Data;

/** Data from a content file as the program calls its parts: `gap_before_weeks` becomes `gapBeforeWeeks`. */
export function camelKeys<Data>(data: Data): CamelKeys<Data> {
	if (Array.isArray(data)) return data.map((entry) => camelKeys(entry)) as CamelKeys<Data>;
	if (data === null || typeof data !== 'object') return data as CamelKeys<Data>;
	const entries = Object.entries(data).map(([key, value]) => [toCamel(key), camelKeys(value)]);
	return Object.fromEntries(entries) as CamelKeys<Data>;
}

/** How a content file calls what the program calls so: `gapBeforeWeeks` is `gap_before_weeks`. */
export function toSnake(name: string): string {
	return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function toCamel(key: string): string {
	return key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
