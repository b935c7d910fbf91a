import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCsv } from '#app/delivery/spreadsheet/csv-workbook.ts';
import { planHolidays } from '#app/domain/imports/school-holidays/plan-holidays.ts';
import { readEvents } from '#app/domain/imports/school-holidays/read-events.ts';
import { readHolidayRows } from '#app/domain/imports/school-holidays/read-holiday-rows.ts';
import type { CalendarEvent, Listed } from '#app/domain/imports/school-holidays/written-holidays.ts';
import { layOutSessions } from '#app/domain/scheduling/lay-out-sessions.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { groupPlans, layOutInput } from '../scheduling/plans.ts';

const EXAMPLE = JSON.parse(readFileSync('tests/fixtures/vectors/term-dates-example.json', 'utf8'));
const day = calendarDay;

function rows(...lines: readonly string[]) {
	const read = readHolidayRows(readCsv(Buffer.from(lines.join('\n')), 'terms.csv'));
	if (!read.done) throw new Error(read.code);
	return read.value;
}
const plan = (written: ReturnType<typeof rows>, listed: Listed = 'holidays', choice = {}, there: never[] = []) =>
	planHolidays(written, listed, there, { take: [], leaveOut: [], ...choice });

test('a list of holidays is read with both ends included, one day without a last day', () => {
	const { holidays, refused, skipped } = rows(
		'School dates 2025/26',
		'Holiday,First day,Last day',
		'Autumn half term,27/10/2025,31 Oct 2025',
		',,',
		'Founders day,1.12.25,',
	);
	expect(holidays).toEqual([
		{ row: 3, label: 'Autumn half term', from: '2025-10-27', to: '2025-10-31' },
		{ row: 5, label: 'Founders day', from: '2025-12-01', to: '2025-12-01' },
	]);
	expect([refused, skipped]).toEqual([[], [{ row: 4, reason: 'blank' }]]);
});

test.each([
	[',1/1/26,', 'label-missing'],
	['=cmd,1/1/26,', 'formula-in-name'],
	['Break,,2/1/26', 'date-missing'],
	['Break,soon,', 'date-unreadable'],
	['Break,31/2/26,', 'date-impossible'],
	['Break,1/1/26,later', 'date-unreadable'],
	['Break,2/1/26,1/1/26', 'dates-in-wrong-order'],
])('the line %s is refused: %s', (line, reason) => {
	expect(rows('Name,From,To', line)).toMatchObject({ rows: 1, holidays: [], refused: [{ row: 2, reason }] });
});

test('a file that is no such list is refused', () => {
	expect(readHolidayRows(readCsv(Buffer.from('Item,Price\nTea,3'), 'x.csv'))).toMatchObject({ code: 'not-this-list' });
});

test('what does not sound like a holiday is left out unless somebody takes it; what is there already always is', () => {
	const written = rows(
		'Name,From,To',
		'Term starts,1/9/25,',
		'INSET day,2/9/25,',
		'Half term,27/10/25,31/10/25',
		'Half-term,27/10/25,31/10/25',
	);
	const taken = (choice: object) =>
		plan(written, 'holidays', choice)
			.holidays.filter((one) => one.taken)
			.map(({ row }) => row);
	expect(taken({})).toEqual([4]);
	expect(taken({ take: [2, 5] })).toEqual([2, 4]);
	expect(taken({ leaveOut: [4] })).toEqual([5]);
	expect(plan(written).holidays.map(({ notes }) => notes)).toEqual([
		['no-holiday-by-its-name'],
		['no-holiday-by-its-name'],
		[],
		['already-there'],
	]);
});

test('overlapping days and a long name are pointed out; more than a summer is refused', () => {
	const long = 'The half term of all schools that the county council maintains or pays for';
	const { holidays, refused } = plan(
		rows('Name,From,To', 'One,1/6/26,5/6/26', `${long},3/6/26,9/6/26`, 'Year,1/1/26,31/12/26'),
	);
	expect(holidays[1]).toMatchObject({ notes: ['overlaps-another', 'label-shortened'], taken: true });
	expect(holidays[1]!.label).toHaveLength(60);
	expect(refused).toEqual([{ row: 4, reason: 'holiday-too-long', raw: 'Year' }]);
});

test('of terms the gaps between them are the holidays, whatever their order; a weekend alone is none', () => {
	const { holidays, refused } = plan(
		rows(
			'Term,Starts,Ends',
			'Spring 1,5/1/26,13/2/26',
			'Autumn 2,3/11/25,19/12/25',
			'Autumn 1,1/9/25,24/10/25',
			'Autumn 1b,27/10/25,28/10/25',
		),
		'terms',
	);
	expect(holidays.map(({ label, from, to }) => [label, from, to])).toEqual([
		['After Autumn 1b', '2025-10-29', '2025-11-02'],
		['After Autumn 2', '2025-12-20', '2026-01-04'],
	]);
	expect(refused).toEqual([]);
	const overlapping = plan(rows('Term,Starts,Ends', 'A,1/9/25,24/10/25', 'B,20/10/25,19/12/25'), 'terms');
	expect(overlapping).toMatchObject({ holidays: [], refused: [{ row: 3, reason: 'terms-overlap' }] });
});

test('the example of one council closes the days that it closes, and moves the end of a term as is known', () => {
	const lines = EXAMPLE.breaks.flatMap((one: { from: string; to: string | null; label: string }) =>
		one.to ? [`${one.label},${one.from},${one.to}`] : [],
	);
	const { holidays } = plan(rows('Holiday,From,To', ...lines));
	expect(holidays.every(({ taken }) => taken)).toBe(true);
	for (const { date, closed } of EXAMPLE.closedOn) {
		expect([date, holidays.some(({ from, to }) => from <= date && date <= to)]).toEqual([date, closed]);
	}
	const input = layOutInput({ plans: groupPlans(17), schoolHolidays: holidays });
	const laidOut = layOutSessions(input);
	// facts/calendar §4: 17 Tuesdays from 13 January 2026 end on 5 May, with these breaks on 2 June.
	expect(laidOut).toMatchObject({ done: true, value: { lastDay: '2026-06-02' } });
	expect(laidOut.done && laidOut.value.skipped[0]).toEqual({
		date: '2026-02-17',
		reasons: [{ kind: 'school-holiday', label: 'February half term' }],
	});
	expect(layOutSessions({ ...input, schoolHolidays: [] })).toMatchObject({ value: { lastDay: '2026-05-05' } });
});

const event = (change: Partial<CalendarEvent>): CalendarEvent => ({
	row: 1,
	summary: 'Half term',
	start: { day: day('2026-02-16'), minutes: 0 },
	end: { day: day('2026-02-21'), minutes: 0 },
	recurs: false,
	isCancelled: false,
	...change,
});

test.each([
	[{}, '2026-02-16', '2026-02-20'],
	[{ end: null }, '2026-02-16', '2026-02-16'],
	[{ end: { day: day('2026-02-16'), minutes: 0 } }, '2026-02-16', '2026-02-16'],
	[{ end: { day: day('2026-02-20'), minutes: 1439 } }, '2026-02-16', '2026-02-20'],
	[{ end: { day: day('2026-02-16'), minutes: 1439 } }, '2026-02-16', '2026-02-16'],
])('an event %o is these days', (change, from, to) => {
	expect(readEvents([event(change)]).holidays).toEqual([{ row: 1, label: 'Half term', from, to }]);
});

test.each([
	[{ summary: '  ' }, 'label-missing'],
	[{ summary: '@SUM(1)' }, 'formula-in-name'],
	[{ start: null }, 'date-missing'],
	[{ recurs: true }, 'recurs'],
	[{ start: { day: day('2026-02-16'), minutes: 540 } }, 'not-whole-days'],
	[{ end: { day: day('2026-02-16'), minutes: 600 } }, 'not-whole-days'],
	[{ end: { day: day('2026-02-10'), minutes: 0 } }, 'dates-in-wrong-order'],
])('an event %o is refused: %s', (change, reason) => {
	expect(readEvents([event(change)])).toMatchObject({ rows: 1, holidays: [], refused: [{ reason }] });
});

test('a cancelled event is skipped', () => {
	expect(readEvents([event({ isCancelled: true })])).toMatchObject({
		rows: 0,
		skipped: [{ row: 1, reason: 'cancelled' }],
	});
});
