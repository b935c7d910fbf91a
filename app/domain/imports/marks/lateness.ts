/** How late somebody was, or how early they left, and why; null for what is not said. */
export type Lateness = { readonly minutes: number | null; readonly note: string | null };

const LONGEST_MINUTES = 180;
const WORDS = "\\p{L}[\\p{L}\\s'’().,&:;/–—-]*";
const MINUTES = "(?<minutes>\\d{1,3})\\s*(?:m|mins?|minutes?|['’])?(?![\\p{L}\\d:/]|[.,]\\d)";
const FORMS = new RegExp(
	`^[(:–—,-]?\\s*${MINUTES}\\)?(?:[\\s(,–—-]+(?<cause>${WORDS}))?$|^[(:–—,-]\\s*(?<cause>${WORDS})$`,
	'u',
);
/** After “late” these make something else of it, as in “late - sent home”. */
const NOT_ONLY_LATE = /\b(cancel|absent|abs|not|no|didn|left|went|sent|home|refus|never)/;

/**
 * Reads what follows “late”: minutes, a cause after a dash or in brackets, or both. Null for anything else, such as a
 * clock time, a range, or words that say that he was not there.
 */
export function readLateness(rest: string): Lateness | null {
	if (rest === '') return { minutes: null, note: null };
	const groups = FORMS.exec(rest)?.groups;
	if (!groups || (groups.cause && (NOT_ONLY_LATE.test(groups.cause) || !/\p{L}{3}/u.test(groups.cause)))) return null;
	const minutes = groups.minutes ? Number(groups.minutes) : null;
	if (minutes !== null && !areMinutesLate(minutes)) return null;
	return { minutes, note: groups.cause?.replace(/[\s)]+$/, '') ?? null };
}

/** Whether so many minutes can be a lateness: from a minute to three hours. */
export function areMinutesLate(minutes: number): boolean {
	return minutes >= 1 && minutes <= LONGEST_MINUTES;
}
