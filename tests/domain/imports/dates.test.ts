import { expect, test } from 'vitest';
import { longestRiseMembers } from '#app/domain/imports/sheet/longest-rise.ts';
import { dayOfSerial } from '#app/domain/imports/sheet/serial-days.ts';
import { readWrittenDate, yearsIn } from '#app/domain/imports/sheet/written-dates.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { propose, registerOf, type Value } from './register-sheet.ts';

const short = (text: string) => {
	const reading = readWrittenDate(text);
	if ('problem' in reading) return reading.problem;
	const say = ({ year, month, dayOfMonth, weekday }: typeof reading.date) =>
		`${year ?? '?'}-${month}-${dayOfMonth}${weekday ? ` ${weekday}` : ''}`;
	return reading.movedFrom ? `${say(reading.date)} from ${say(reading.movedFrom)}` : say(reading.date);
};

test.each([
	['25/2', '?-2-25'],
	['15.4.26', '2026-4-15'],
	['6 May', '?-5-6'],
	['6May', '?-5-6'],
	['May 6', '?-5-6'],
	['07-Sep-26', '2026-9-7'],
	['14th Sept 2026', '2026-9-14'],
	['2026-09-08', '2026-9-8'],
	['Wednesday 14 January 2026', '2026-1-14 wednesday'],
	['Wk 1 14/1', '?-1-14'],
	['6 May 18:30', '?-5-6'],
	['6 May 6.30pm', '?-5-6'],
	['Thurs 5/3\n(moved from Weds 4/3)', '?-3-5 thursday from ?-3-4 wednesday'],
	['Weds 4/3 moved to Thurs 5/3', '?-3-5 thursday from ?-3-4 wednesday'],
	['9/14/26', 'no-such-date'],
	['31 June', 'no-such-date'],
	['29/2/2027', 'no-such-date'],
	['4/3 & 11/3', 'two-dates'],
	['Wk 1', 'no-date'],
	['Wk 1 6.30pm', 'no-date'],
	['Sessions 1-2', 'no-date'],
	['Market 5', 'no-date'],
	['(moved from Weds 4/3)', 'no-date'],
	['Jan to June 2026', 'no-date'],
])('%j reads as %s', (text, expected) => {
	expect(short(text)).toBe(expected);
});

test.each([
	['Jan to June 2026', [2026]],
	['Sept 2025 – Jan 2026', [2025, 2026]],
	['Autumn 2025/26', [2025, 2026]],
	['printed 14/1/2026', []],
])('the years in %j are %j', (text, years) => {
	expect(yearsIn(text)).toEqual(years);
});

test.each([
	[46036, 1900, '2026-01-14'],
	[46036.9, 1900, '2026-01-14'],
	[44574, 1904, '2026-01-14'],
	[59, 1900, '1900-02-28'],
	[60, 1900, null],
	[61, 1900, '1900-03-01'],
	[0, 1900, null],
	[-1, 1904, null],
	[3_000_000, 1900, null],
] as const)('the number %d counted from %d is the day %s', (serial, system, day) => {
	expect(dayOfSerial(serial, system)).toBe(day);
});

test('only what must be in place is in place', () => {
	expect(longestRiseMembers(['1', '2', '9', '3', '4'])).toEqual([true, true, false, true, true]);
	expect(longestRiseMembers(['1', '3', '2', '4'])).toEqual([true, false, false, true]);
	expect(longestRiseMembers(['1', '1', '2'])).toEqual([false, false, true]);
	expect(longestRiseMembers([])).toEqual([]);
});

const datesOf = (dates: readonly Value[], question = {}, title = 'Thornbeck group 2026') => {
	const sheet = registerOf([['Lee Shaw', ...dates.map(() => 'P')]], dates);
	const cells = sheet.cells.map((cell) => (cell.ref === 'A1' ? { ...cell, text: title } : cell));
	return propose({ ...sheet, cells }, question).sessions.map((session) => session.doubt ?? session.day);
};

test('a date without a year takes the one that puts it between its neighbours', () => {
	expect(datesOf(['2025-12-10', '17/12', '7/1', '2026-01-14'])).toEqual([
		'2025-12-10',
		'2025-12-17',
		'2026-01-07',
		'2026-01-14',
	]);
	expect(datesOf(['17/12', '2026-01-14', '21/1'])).toEqual(['2025-12-17', '2026-01-14', '2026-01-21']);
});

test('with no full date at all the title gives the first year, and the dates run on over the new year', () => {
	expect(datesOf(['3/12', '10/12', '7/1'], {}, 'Group Dec 2025 to March 2026')).toEqual([
		'2025-12-03',
		'2025-12-10',
		'2026-01-07',
	]);
});

test('without a year anywhere every date is in doubt until a person gives the year', () => {
	expect(datesOf(['3/12', '10/12'], {}, 'Group')).toEqual(['year-unknown', 'year-unknown']);
	expect(datesOf(['3/12', '7/1'], { year: 2025 }, 'Group')).toEqual(['2025-12-03', '2026-01-07']);
});

test('a date that does not rise is in doubt, and day and month are not swapped to make it fit', () => {
	const [first, second, last] = ['2026-01-28', '2026-02-04', '2026-02-25'];
	const rest = ['2026-02-18', last];
	expect(datesOf([first, second, '2026-11-02', ...rest])).toEqual([first, second, 'date-out-of-order', ...rest]);
	expect(datesOf([first, '2/4/26', ...rest])).toEqual([first, 'date-out-of-order', ...rest]);
});

test('of two neighbours in the wrong order neither is believed', () => {
	expect(datesOf(['2026-01-14', '2026-01-28', '2026-01-21', '2026-02-04'])).toEqual([
		'2026-01-14',
		'date-out-of-order',
		'date-out-of-order',
		'2026-02-04',
	]);
});

test.each([
	['9/14/26', 'no-such-date'],
	['Mon 21/1', 'weekday-does-not-fit'],
	['21/1 or 22/1', 'two-dates'],
	['tbc', 'date-missing'],
	['2026-01-14', 'date-twice'],
])('the heading %j is a doubt: %s', (text, doubt) => {
	expect(datesOf(['2026-01-14', text, '2026-01-28'])[1]).toBe(doubt);
});

test('no cell below a date in doubt is taken, and the date that a person gives settles it', () => {
	const sheet = registerOf([['Lee Shaw', 'P', 'P', 'P']], ['2026-01-14', '9/14/26', '2026-01-28']);
	expect(propose(sheet).refused).toMatchObject([{ cell: 'D4', code: 'session-date-doubtful' }]);
	const settled = propose(sheet, { sessionDates: { D: calendarDay('2026-01-22') } });
	expect(settled.refused).toEqual([]);
	expect(settled.sessions[1]).toMatchObject({ day: '2026-01-22', status: 'held', doubt: null });
});

test('a number that lost its date format is still that date', () => {
	expect(datesOf(['2026-01-14', 46043, '46050'])).toEqual(['2026-01-14', '2026-01-21', '2026-01-28']);
});
