import { calendarDayOf, WEEKDAYS, type Weekday } from '../../shared/calendar-day.ts';

/** A date as somebody typed it, day before month; the year is null where they left it out. */
export type WrittenDate = {
	readonly dayOfMonth: number;
	readonly month: number;
	readonly year: number | null;
	readonly weekday: Weekday | null;
};
export type DateProblem = 'no-date' | 'no-such-date' | 'two-dates';
export type DateReading =
	| { readonly date: WrittenDate; readonly movedFrom: WrittenDate | null }
	| { readonly problem: DateProblem };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
	'(?<!\\p{L})(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\\p{L})';
const WEEKDAY = '(?:\\b(?<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?s?\\b[\\s,.]*)?';
const DAY = '(?<![\\d.:/])(?<day>\\d{1,2})';
const NO_TIME = '(?![\\d:]|[.]\\d|\\s*[ap]\\.?m\\b)';
const FORMS = new RegExp(
	[
		`${WEEKDAY}(?<!\\d)(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?!\\d)`,
		`${WEEKDAY}${DAY}(?:st|nd|rd|th)?(?: of)?[\\s\\-/.]*${MONTH}(?:[\\s\\-/.,'’]*(?<year>\\d{4}|\\d{2})${NO_TIME})?`,
		`${WEEKDAY}${MONTH}[\\s\\-.]+(?<day>\\d{1,2})(?:st|nd|rd|th)?${NO_TIME}(?:,?\\s*(?<year>\\d{4}))?`,
		`${WEEKDAY}${DAY}(?<mark>[/.-])(?<month>\\d{1,2})(?:\\k<mark>(?<year>\\d{4}|\\d{2}))?(?!/)${NO_TIME}`,
	].join('|'),
	'giu',
);
const LONGEST_TEXT = 200;
const MOVED_FROM =
	/\b(?:(?:moved|changed|rescheduled|rearranged|put back|brought forward)\s+from|was|originally|instead of)\b/i;
const MOVED_TO = /\b(?:moved|changed|rescheduled|rearranged|postponed|put back|brought forward)\s+to\b/i;

/**
 * Reads the date in a heading such as `25/2`, `15.4.26`, `6 May` or `Thurs 5/3 (moved from Weds 4/3)`. Day comes
 * before month and the two are never swapped: `9/14/26` is no date. Two dates that are no move are a problem too.
 */
export function readWrittenDate(text: string): DateReading {
	if (text.length > LONGEST_TEXT) return { problem: 'no-date' };
	const from = MOVED_FROM.exec(text);
	const to = from ? null : MOVED_TO.exec(text);
	const at = from ?? to;
	if (!at) return readOne(text);
	const [before, after] = [readOne(text.slice(0, at.index)), readOne(text.slice(at.index + at[0].length))];
	const [main, other] = from ? [before, after] : [after, before];
	return 'problem' in main ? main : { date: main.date, movedFrom: 'problem' in other ? null : other.date };
}

/** Every four-digit year that the text names, once each and in order. */
export function yearsIn(text: string): readonly number[] {
	const years = [...text.matchAll(/(?<![\d/.])((?:19|20)\d{2})(?:\s*[/–-]\s*(\d{2})(?!\d))?(?!\d)/g)];
	const all = years.flatMap(([, year, next]) => (next ? [Number(year), 2000 + Number(next)] : [Number(year)]));
	return [...new Set(all)].sort((one, other) => one - other);
}

function readOne(text: string): DateReading {
	const found = [...text.matchAll(FORMS)].map(fromMatch).filter((date) => date !== null);
	const [date] = found;
	if (!date) return { problem: 'no-date' };
	if (found.length > 1) return { problem: 'two-dates' };
	return isPossible(date) ? { date, movedFrom: null } : { problem: 'no-such-date' };
}

function fromMatch(match: RegExpExecArray): WrittenDate | null {
	const { weekday, day, month, name, year, mark } = match.groups!;
	// A clock time (6.30) or a pair of numbers (sessions 1-2) is not a day and a month.
	if (mark && !year && (mark === '-' || (mark === '.' && Number(month) > 12))) return null;
	return {
		dayOfMonth: Number(day),
		month: name ? monthNamed(name) : Number(month),
		year: year ? Number(year) + (year.length === 2 ? 2000 : 0) : null,
		weekday: WEEKDAYS.find((candidate) => weekday && candidate.startsWith(weekday.toLowerCase())) ?? null,
	};
}

function monthNamed(name: string): number {
	return MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1;
}

function isPossible({ year, month, dayOfMonth }: WrittenDate): boolean {
	return calendarDayOf(year ?? 2024, month, dayOfMonth) !== null;
}
