/** What was typed into a form: text by field, in the order in which it came. */
export type TypedFields = readonly (readonly [name: string, value: string])[];

/** How long what was typed is kept for its owner, how many forms of one person, and how large each may be. */
export const KEPT_HOURS = 12;
export const MOST_KEPT = 3;
const LARGEST = 200_000;

/** A sign-in that ended longer ago keeps nothing any more: an old cookie is no key to put things into the house. */
export const KEEPS_FOR_DAYS = 7;

const NEVER_KEPT = /password|^(recovery-)?code$/i;

/** The addresses whose forms prove who somebody is: nothing of them is kept. */
const PROVING = /^\/(sign-in|sign-out|account|invitations|unsaved)(\/|$)/;

/** Whether a form sent to this address may be kept: an address within the app, and not one where somebody proves who they are. */
export function mayBeKept(path: string): boolean {
	return /^\/(?![/\\])[\w\-./~%?&=]*$/.test(path) && !PROVING.test(path.toLowerCase());
}

/** The fields as they may be kept: no password, no code; null when they are larger than a form that people type. */
export function fieldsToKeep(fields: TypedFields): TypedFields | null {
	const kept = fields.filter(([name]) => !NEVER_KEPT.test(name));
	const size = kept.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
	return size > LARGEST ? null : kept;
}
