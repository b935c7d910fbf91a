import { type CalendarDay, calendarDayOf, daysBetween, weekdayOf } from '../../shared/calendar-day.ts';
import { longestRiseMembers } from './longest-rise.ts';
import type { DateReading, WrittenDate } from './written-dates.ts';

/** Why the date of a session is not taken until a person says which day it was. */
export const DATE_DOUBTS = [
	'date-missing',
	'no-such-date',
	'two-dates',
	'year-unknown',
	'weekday-does-not-fit',
	'date-out-of-order',
	'date-twice',
] as const;
export type DateDoubt = (typeof DATE_DOUBTS)[number];

/** What stands above a session: a true date of the spreadsheet, or text; `confirmed` is a person's word and wins. */
export type DateSource = {
	readonly day: CalendarDay | null;
	readonly written: DateReading;
	readonly confirmed: CalendarDay | null;
};
/** `day` is null exactly when there is a doubt; `likely` is what it would have been taken for. */
export type ResolvedDate = {
	readonly day: CalendarDay | null;
	readonly movedFrom: CalendarDay | null;
	readonly doubt: DateDoubt | null;
	readonly likely: CalendarDay | null;
};

type Working = { source: DateSource; day: CalendarDay | null; doubt: DateDoubt | null };

const LONGEST_PAUSE_DAYS = 300;

/**
 * The day of every session, in the order of their columns. A date without a year takes the year that puts it between its
 * neighbours, or that the title names; the day and the month are never swapped. Dates must rise from left to right:
 * one that does not is a doubt, and so is the other of two that could equally be wrong.
 */
export function resolveDates(sources: readonly DateSource[], titleYears: readonly number[]): readonly ResolvedDate[] {
	const sessions = sources.map(startFrom);
	giveYears(sessions, titleYears);
	for (const session of sessions) session.doubt ??= weekdayDoubt(session);
	doubtWhatDoesNotRise(sessions);
	return sessions.map(asResolved);
}

/** The day nearest to `day` that a written date can mean; null when it names a day that is none. */
export function nearestDay(date: WrittenDate, day: CalendarDay): CalendarDay | null {
	const year = Number(day.slice(0, 4));
	const years = date.year === null ? [year - 1, year, year + 1] : [date.year];
	const days = years.map((each) => calendarDayOf(each, date.month, date.dayOfMonth)).filter((each) => each !== null);
	return days.toSorted((one, other) => distance(one, day) - distance(other, day))[0] ?? null;
}

function startFrom(source: DateSource): Working {
	const { day, written, confirmed } = source;
	if (confirmed ?? day) return { source, day: confirmed ?? day, doubt: null };
	if ('problem' in written) {
		return { source, day: null, doubt: written.problem === 'no-date' ? 'date-missing' : written.problem };
	}
	const { year, month, dayOfMonth } = written.date;
	return { source, day: year === null ? null : calendarDayOf(year, month, dayOfMonth), doubt: null };
}

function giveYears(sessions: Working[], titleYears: readonly number[]): void {
	sessions.forEach((session, at) => {
		if (session.day || session.doubt || 'problem' in session.source.written) return;
		const before = sessions.slice(0, at).findLast((each) => each.day)?.day ?? null;
		const after = sessions.slice(at + 1).find((each) => each.day)?.day ?? null;
		session.day = dayBetween(session.source.written.date, before, after, titleYears);
		if (!session.day) session.doubt = 'year-unknown';
	});
}

function dayBetween(
	date: WrittenDate,
	before: CalendarDay | null,
	after: CalendarDay | null,
	titleYears: readonly number[],
): CalendarDay | null {
	const beside = before ?? after;
	if (!beside) {
		return titleYears[0] === undefined ? null : calendarDayOf(titleYears[0], date.month, date.dayOfMonth);
	}
	const years = [-1, 0, 1].map((step) => Number(beside.slice(0, 4)) + step);
	const days = years.map((year) => calendarDayOf(year, date.month, date.dayOfMonth)).filter((day) => day !== null);
	const fitting = days.filter(
		(day) =>
			(!before || (day > before && daysBetween(before, day) <= LONGEST_PAUSE_DAYS)) &&
			(!after || (day < after && daysBetween(day, after) <= LONGEST_PAUSE_DAYS)),
	);
	// None fits: take the nearest, so that the order shows which column needs a person.
	const among = fitting.length > 0 ? fitting : days;
	return among.toSorted((one, other) => distance(one, beside) - distance(other, beside))[0] ?? null;
}

function weekdayDoubt({ source, day }: Working): DateDoubt | null {
	const { written, confirmed } = source;
	if (!day || confirmed || 'problem' in written || !written.date.weekday) return null;
	return weekdayOf(day) === written.date.weekday ? null : 'weekday-does-not-fit';
}

function doubtWhatDoesNotRise(sessions: readonly Working[]): void {
	const dated = sessions.filter((session) => session.day && !session.doubt);
	const rising = longestRiseMembers(dated.map((session) => session.day!));
	dated.forEach((session, at) => {
		if (rising[at] || session.source.confirmed) return;
		const twice = dated.filter((other) => other.day === session.day).length > 1;
		session.doubt = twice ? 'date-twice' : 'date-out-of-order';
	});
}

function asResolved({ source, day, doubt }: Working): ResolvedDate {
	if (!day || doubt) return { day: null, movedFrom: null, doubt: doubt ?? 'date-missing', likely: day };
	const from = 'problem' in source.written ? null : source.written.movedFrom;
	return { day, movedFrom: from && nearestDay(from, day), doubt: null, likely: day };
}

function distance(one: CalendarDay, other: CalendarDay): number {
	return Math.abs(daysBetween(one, other));
}
