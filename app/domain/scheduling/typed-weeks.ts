import { mondayOf, plusDays } from '../shared/calendar-day.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import { parseTypedDay } from '../shared/typed-day.ts';
import type { Closure } from './meeting-pattern.ts';

const MOST_WEEKS = 30;
const LONGEST_LABEL = 60;

export type TypedWeeksRefusal =
	| 'week-not-understood'
	| 'week-ends-before-start'
	| 'too-many-weeks'
	| 'week-label-too-long';

/**
 * Reads the weeks that a cohort leaves out, one a line: `16 February 2026` is the whole week, Monday to Sunday, that
 * holds the day; `16 February 2026 to 20 February 2026` is just these days. A label may follow after a comma. Refused
 * with the line's number and its text when it cannot be read, or when a range ends before it starts.
 */
export function readSkippedWeeks(text: string): Outcome<readonly Closure[], TypedWeeksRefusal> {
	const lines = text.split(/\r?\n/).map((line) => line.trim());
	const weeks: Closure[] = [];
	for (const [index, line] of lines.entries()) {
		if (line === '') continue;
		const week = weekOf(line);
		if (week === null) return refused('week-not-understood', { line: index + 1, text: line });
		if (week.to < week.from) return refused('week-ends-before-start', { line: index + 1, ...week });
		if (week.label.length > LONGEST_LABEL)
			return refused('week-label-too-long', { line: index + 1, most: LONGEST_LABEL });
		if (!weeks.some(({ from, to }) => from === week.from && to === week.to)) weeks.push(week);
	}
	return weeks.length > MOST_WEEKS ? refused('too-many-weeks', { most: MOST_WEEKS }) : done(weeks);
}

function weekOf(line: string): Closure | null {
	const [days = '', ...rest] = line.split(',');
	const label = rest.join(',').trim() || 'Skipped week';
	const whole = parseTypedDay(days);
	if (whole) return { from: mondayOf(whole), to: plusDays(mondayOf(whole), 6), label };
	const [start = '', end = '', more] = days.split(/ to | ?– ?| - |\.\./).map((part) => part.trim());
	const from = parseTypedDay(start) ?? parseTypedDay(borrowing(start, end));
	const to = parseTypedDay(end);
	return from && to && more === undefined ? { from, to, label } : null;
}

/** `16 to 20 February 2026`: the start takes the month and the year that it leaves out from the end. */
function borrowing(start: string, end: string): string {
	const words = start.split(' ');
	return [...words, ...end.split(' ').slice(words.length)].join(' ');
}
