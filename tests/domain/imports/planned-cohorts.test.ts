import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadContent } from '#app/content/load-content.ts';
import { readCsv } from '#app/delivery/spreadsheet/csv-workbook.ts';
import { readFacilitators } from '#app/domain/imports/facilitators/read-facilitators.ts';
import { cohortReport } from '#app/domain/imports/planned-cohorts/cohort-report.ts';
import { knownFromList } from '#app/domain/imports/planned-cohorts/known-from-list.ts';
import { planCohorts } from '#app/domain/imports/planned-cohorts/plan-cohorts.ts';
import { readCohorts } from '#app/domain/imports/planned-cohorts/read-cohorts.ts';
import { readSkips } from '#app/domain/imports/planned-cohorts/read-skips.ts';
import { readStartAndEnd, readTime } from '#app/domain/imports/planned-cohorts/read-times.ts';
import { readNation, readProgramme, readSide, readWeekday } from '#app/domain/imports/planned-cohorts/read-words.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';

const EXPECTED = JSON.parse(readFileSync('tests/fixtures/imports/cohorts.expected.json', 'utf8'));
const AS_OF = calendarDay('2026-11-23');
const { programmes, bankHolidays } = loadContent();
const HOLIDAYS = {
	'england-and-wales': bankHolidays['england-and-wales'].days,
	scotland: bankHolidays.scotland.days,
	'northern-ireland': bankHolidays['northern-ireland'].days,
};
const FACILITATORS = readFacilitators(
	readCsv(readFileSync('tests/fixtures/imports/facilitators.csv'), 'facilitators.csv'),
	AS_OF,
);
const KNOWN = FACILITATORS.done ? FACILITATORS.value.accepted.map(knownFromList) : [];

function plan(bytes: Uint8Array) {
	const read = readCohorts(readCsv(bytes, 'cohorts.csv'));
	if (!read.done) throw new Error(read.code);
	const facts = { known: KNOWN, programmes, bankHolidays: HOLIDAYS, closuresOf: () => [] };
	const plans = planCohorts(read.value, facts);
	return { ...plans, report: JSON.parse(JSON.stringify(cohortReport(read.value, plans, 'cohorts.csv', AS_OF))) };
}

const HEADINGS =
	'Cohort,Programme,Group for,Start date,Day,Start time,Finish,Venue,Room,Facilitator 1,Facilitator 2,Skip weeks,Nation,Places';
type Cells = Partial<
	Record<
		| 'code'
		| 'programme'
		| 'side'
		| 'date'
		| 'day'
		| 'time'
		| 'finish'
		| 'venue'
		| 'room'
		| 'one'
		| 'two'
		| 'skip'
		| 'nation'
		| 'places',
		string
	>
>;
function line(cells: Cells): string {
	const row = {
		...{ code: 'X1', programme: 'Caring Dads', side: 'Men', date: '12/1/27', day: 'Tues', time: '6.30pm', finish: '' },
		...{ venue: 'Hub', room: '', one: 'Darren Ackroyd', two: '', skip: '', nation: 'England', places: '10', ...cells },
	};
	const { code, programme, side, date, day, time, finish, venue, room, one, two, skip, nation, places } = row;
	return [code, programme, side, date, day, time, finish, venue, room, one, two, skip, nation, places]
		.map((cell) => `"${cell}"`)
		.join(',');
}
const planRows = (...rows: readonly Cells[]) => plan(Buffer.from([HEADINGS, ...rows.map(line)].join('\n')));
const reasons = (cells: Cells) => planRows(cells).refused.map(({ field, reason }) => `${field}: ${reason}`);

test('the sample plan is read, laid out and checked exactly as it is expected, clashes included', () => {
	const { report } = plan(readFileSync('tests/fixtures/imports/cohorts.csv'));
	const { rules: _, encoding: __, delimiter: ___, needs: ____, not_clashes, ...expected } = EXPECTED;
	expect(report).toEqual(expected);
	for (const { cohorts } of not_clashes) {
		expect(
			report.clashes.filter((clash: { cohorts: string[] }) =>
				cohorts.every((code: string) => clash.cohorts.includes(code)),
			),
		).toEqual([]);
	}
});

test.each([
	[{ code: '' }, 'code: code-missing'],
	[{ code: '=1' }, 'code: formula-in-name'],
	[{ programme: '' }, 'programme: programme-missing'],
	[{ programme: 'Yoga' }, 'programme: programme-unknown'],
	[{ programme: 'CD + IFP' }, 'programme: programme-ambiguous'],
	[{ programme: 'Inspiring Families', side: '' }, 'side: side-unclear'],
	[{ side: 'Mums' }, 'side: side-unclear'],
	[{ date: '31/2/27' }, 'start_date: date-impossible'],
	[{ date: 'Jan' }, 'start_date: date-unreadable'],
	[{ day: 'Noday' }, 'weekday: weekday-unreadable'],
	[{ day: 'Wed' }, 'weekday: weekday-does-not-match-start-date'],
	[{ time: 'after tea' }, 'start_time: time-unreadable'],
	[{ finish: 'late' }, 'finish: time-unreadable'],
	[{ finish: '5pm' }, 'finish: finish-before-start'],
	[{ venue: '' }, 'venue: venue-missing'],
	[{ one: '' }, 'facilitator_1: facilitator-missing'],
	[{ skip: 'half term' }, 'skip: skip-weeks-unreadable'],
	[{ nation: 'France' }, 'nation: nation-unreadable'],
	[{ places: 'ten' }, 'places: places-unreadable'],
	[{ date: '28/3/27', day: 'Sun', time: '01:30' }, 'start_time: start-in-clock-change-gap'],
] as const)('a row with %o is refused: %s', (cells, reason) => {
	expect(reasons(cells)).toEqual([reason]);
});

test('a code stands once in a plan, and every fault of a row is named', () => {
	expect(planRows({}, { code: 'x1' }).refused).toMatchObject([{ row: 3, reason: 'code-twice' }]);
	expect(reasons({ code: '', nation: '', places: '0' })).toHaveLength(3);
});

test.each([
	['6.30pm', '18:30', false],
	['6pm', '18:00', false],
	['12am', '00:00', false],
	['12.15 p.m.', '12:15', false],
	['18:30', '18:30', false],
	['18.30', '18:30', false],
	['1830hrs', '18:30', false],
	['1800', '18:00', false],
	['0630', '06:30', false],
	['06:30', '06:30', false],
	['6.30', '18:30', true],
	['8', '20:00', true],
	['9', '09:00', false],
	['10.30', '10:30', false],
	['half six', '18:30', true],
	['half past ten', '10:30', false],
	['quarter to seven', '18:45', true],
	["seven o'clock", '19:00', true],
	['midday', '12:00', false],
	['0.770833333333333', '18:30', false],
	['after tea', null, false],
	['25:00', null, false],
	['18:75', null, false],
	['13pm', null, false],
	['', null, false],
])('the time %s is %s', (text, expected, assumedPm) => {
	const reading = readTime(text);
	const [hour, minute] = (expected ?? '').split(':').map(Number);
	expect(reading).toEqual(expected === null ? null : { minutes: hour! * 60 + minute!, assumedPm });
});

test('a range says start and end, and its am or pm is good for both', () => {
	expect(readStartAndEnd('6-8pm', '')).toMatchObject({
		from: { minutes: 1080, assumedPm: false },
		end: { minutes: 1200 },
	});
	expect(readStartAndEnd('10am to 12pm', '')).toMatchObject({ from: { minutes: 600 }, end: { minutes: 720 } });
	expect(readStartAndEnd('7pm', '9pm')).toMatchObject({ from: { minutes: 1140 }, end: { minutes: 1260 } });
	expect(readStartAndEnd('7pm', '')).toMatchObject({ end: null, hasEnd: false });
});

test('skipped weeks are whole weeks by w/c, single days otherwise; a day without a year is the next one', () => {
	const start = calendarDay('2026-10-06');
	expect(readSkips('w/c 16/2/27', start)).toEqual({
		skips: [{ from: '2027-02-15', to: '2027-02-21', shown: '2027-02-15' }],
		notMondays: true,
	});
	expect(readSkips('No group on 9/2, 16 March 2027', start)).toEqual({
		skips: [
			{ from: '2027-02-09', to: '2027-02-09', shown: '2027-02-09' },
			{ from: '2027-03-16', to: '2027-03-16', shown: '2027-03-16' },
		],
		notMondays: false,
	});
	expect(readSkips('none', start)?.skips).toEqual([]);
	expect(readSkips('w/c 15/2/27; Easter', start)).toBeNull();
});

test('a skipped day on which there is no session is pointed out and changes nothing', () => {
	const codes = (skip: string) => planRows({ skip }).accepted[0]!.allWarnings.map(({ code }) => code);
	expect(codes('20/1/27')).toContain('skip-date-not-a-session-day');
	expect(codes('26/1/27')).not.toContain('skip-date-not-a-session-day');
});

test.each([
	['CD', 'caring-dads', true],
	['caring  dads'.replace('  ', ' '), 'caring-dads', false],
	['Carring Dads', 'caring-dads', true],
	['IFP - mums', 'inspiring-families', true],
	['IFP dads', 'inspiring-families', true],
	['Inspiring Familes', 'inspiring-families', true],
])('the programme %s', (text, family, interpreted) => {
	expect(readProgramme(text)).toEqual({ family, interpreted });
});

test('words for sides, weekdays and nations', () => {
	expect(['Men', 'Women (partners)', 'dads', 'mums', '', 'Men and women'].map(readSide)).toEqual([
		...['perpetrator', 'survivor', 'perpetrator', 'survivor', null, null],
	]);
	expect(
		['Mon', 'Tues', 'Weds', 'Wednesday', 'Thurs', 'Thur', 'Fri', 'Saturday', 'Sundays', 'Mo', 'Monty'].map(readWeekday),
	).toEqual([
		...[
			'monday',
			'tuesday',
			'wednesday',
			'wednesday',
			'thursday',
			'thursday',
			'friday',
			'saturday',
			'sunday',
			null,
			null,
		],
	]);
	expect(['England', 'Wales', 'N. Ireland', 'NI', 'Scotland', 'UK'].map(readNation)).toEqual([
		...['england', 'wales', 'northern-ireland', 'northern-ireland', 'scotland', null],
	]);
});

test('an initial is taken only where one person fits, and a name twice in the list for nobody', () => {
	const one = (name: string) => planRows({ one: name }).accepted[0]!;
	expect(one('B. Slater')).toMatchObject({ team: [{ name: 'Beverley Slater' }] });
	expect(one('J. Slater')).toMatchObject({ team: [{ name: 'J. Slater', known: null }] });
	const twice = { ...KNOWN[0]!, key: 'another' };
	const read = readCohorts(readCsv(Buffer.from([HEADINGS, line({})].join('\n')), 'x.csv'));
	if (!read.done) throw new Error(read.code);
	const facts = { known: [...KNOWN, twice], programmes, bankHolidays: HOLIDAYS, closuresOf: () => [] };
	expect(planCohorts(read.value, facts).accepted[0]!.team).toEqual([{ name: 'Darren Ackroyd', known: null }]);
});

test('a plan can hold two kinds of clash between two cohorts, each once with all its days', () => {
	const { clashes } = planRows(
		{},
		{ code: 'X2', room: 'A' },
		{ code: 'X3', programme: 'IFP', side: 'Women', one: 'Nia Pugh' },
	);
	expect(clashes.map(({ kind, cohorts }) => [kind, ...cohorts.map(({ code }) => code)])).toEqual([
		['facilitator-double-booked', 'X1', 'X2'],
		['both-sides-one-venue-one-day', 'X1', 'X3'],
		['both-sides-one-venue-one-day', 'X2', 'X3'],
	]);
});
