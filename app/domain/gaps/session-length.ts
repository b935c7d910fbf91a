import { shareOf } from '../statistics/percentages.ts';

/** A session held for less than this percentage of its plan’s minutes is a gap (§7.9). */
export const LEAST_LENGTH_PERCENT = 80;

/** Minutes; each null where nobody says. */
export type LengthFacts = {
	readonly planned: number;
	/** From its beginning to its end, an earlier end included. */
	readonly lasted: number | null;
	/** All activities together, by the log that counts; null while it leaves one without its minutes. */
	readonly logged: number | null;
};

/**
 * Whether a session was shorter than the programme means it to be: by its time or by the minutes of its log, whichever is
 * less. Exactly 80% is enough; it is counted and not rounded. Where nobody says how long it was, it is not known and no gap.
 */
export function isShort({ planned, lasted, logged }: LengthFacts): boolean {
	const known = shortest({ lasted, logged });
	if (known === null) return false;
	const { count, outOf } = shareOf(known, planned);
	return count * 100 < LEAST_LENGTH_PERCENT * outOf;
}

/** By how many minutes it was shorter than its plan; 0 where it was not, or nobody says. */
export function missingMinutes(length: LengthFacts): number {
	return Math.max(0, length.planned - (shortest(length) ?? length.planned));
}

function shortest({ lasted, logged }: Pick<LengthFacts, 'lasted' | 'logged'>): number | null {
	const known = [lasted, logged].filter((minutes) => minutes !== null);
	return known.length === 0 ? null : Math.min(...known);
}
