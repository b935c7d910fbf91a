import type { AskedBy } from '#app/domain/scheduling/session.ts';

export const ASKED_BY_WORDS: Readonly<Record<AskedBy, string>> = {
	service: 'The service',
	participant: 'A participant',
	other: 'Somebody else',
};

/** Who asked for a time of a session; the first plan and what an import found was asked for by nobody. */
export function askedByInWords(askedBy: AskedBy | null): string {
	return askedBy === null ? '' : ASKED_BY_WORDS[askedBy];
}
