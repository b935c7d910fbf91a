import { type CalendarDay, mondayOf, plusDays } from '../../shared/calendar-day.ts';
import { saysNothing } from '../lists/cell-text.ts';
import { readDayOfYear, readUkDate } from '../lists/uk-dates.ts';
import type { SkippedDays } from './planned-cohort.ts';

const WEEK_OF = /^(?:w ?\/? ?c\.?|weeks? (?:commencing|beginning|of))\s*/i;
const NO_GROUP = /^no (?:group|session|meeting)s?(?: on)?\s*/i;

/**
 * Reads the weeks that a cohort leaves out: `w/c 15/2/27; w/c 29/3/27` are whole weeks, Monday to Sunday; a date by itself
 * is that day alone, and without a year it is the first such day from the start on. Null when a part of it has no date.
 */
export function readSkips(
	text: string,
	start: CalendarDay,
): { readonly skips: readonly SkippedDays[]; readonly notMondays: boolean } | null {
	if (saysNothing(text)) return { skips: [], notMondays: false };
	const skips: SkippedDays[] = [];
	let notMondays = false;
	for (const part of text.split(/[;,\n]|\band\b/i).map((one) => one.trim())) {
		if (part === '') continue;
		const day = dayIn(part.replace(WEEK_OF, '').replace(NO_GROUP, ''), start);
		if (day === null) return null;
		const monday = mondayOf(day);
		if (WEEK_OF.test(part)) skips.push({ from: monday, to: plusDays(monday, 6), shown: monday });
		else skips.push({ from: day, to: day, shown: day });
		if (WEEK_OF.test(part) && monday !== day) notMondays = true;
	}
	return { skips, notMondays };
}

function dayIn(text: string, start: CalendarDay): CalendarDay | null {
	const whole = readUkDate(text);
	return 'day' in whole ? whole.day : readDayOfYear(text, start);
}
