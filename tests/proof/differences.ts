import type { Answer } from './built-app.ts';
import type { Told } from './crawl.ts';

/** What one world told and the other did not, a line for each question; nothing when nobody can tell the two apart. */
export function differences(one: Told, other: Told): string[] {
	return [...new Set([...one.keys(), ...other.keys()])].flatMap((question) => {
		const told = differenceOf(one.get(question), other.get(question));
		return told ? [`${question}: ${told}`] : [];
	});
}

function differenceOf(one: Answer | undefined, other: Answer | undefined): string | null {
	if (!one || !other) return `asked in ${one ? 'the first' : 'the second'} world only: another page led to it`;
	if (one.status !== other.status) return `status ${one.status} and ${other.status}`;
	if (one.headers !== other.headers) return `headers ${one.headers} and ${other.headers}`;
	if (one.body === other.body) return null;
	const at = [...one.body].findIndex((letter, index) => letter !== other.body[index]);
	const from = Math.max(0, at === -1 ? one.body.length : at) - 40;
	return `“${one.body.slice(Math.max(0, from), from + 120)}” and “${other.body.slice(Math.max(0, from), from + 120)}”`;
}
