import type { Instant } from '#app/domain/shared/instant.ts';
import { formatInstant } from '../format.ts';

type AgreedNote = {
	readonly note: string;
	readonly by: string;
	readonly savedAt: Instant;
	readonly version: number;
};

/** One version of an agreed note, with who saved it and when. */
export function agreedNoteInWords({ note, by, savedAt, version }: AgreedNote) {
	const which = version > 1 ? `, version ${version}` : '';
	return { note, saved: `Saved by ${by}, ${formatInstant(savedAt)}${which}` };
}
