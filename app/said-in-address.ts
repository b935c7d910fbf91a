/** What a page says after a change, by a word in its address: never anything that somebody typed. */
export type Said = string;

/** The address with the word for what was done, if anything was. */
export const saying = (path: string, said?: Said) => (said ? `${path}?said=${said}` : path);

/** The address with those answers that were given. */
export function asking(path: string, answers: Readonly<Record<string, string | number | null | undefined>>): string {
	const given = Object.entries(answers).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]]));
	return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
