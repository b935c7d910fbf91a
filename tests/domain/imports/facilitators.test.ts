import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCsv } from '#app/delivery/spreadsheet/csv-workbook.ts';
import { facilitatorReport } from '#app/domain/imports/facilitators/facilitator-report.ts';
import { hoursOf, readAvailability } from '#app/domain/imports/facilitators/read-availability.ts';
import { readFacilitators } from '#app/domain/imports/facilitators/read-facilitators.ts';
import { readPhone } from '#app/domain/imports/lists/phone-numbers.ts';
import { readUkDate } from '#app/domain/imports/lists/uk-dates.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';

const FILE = readFileSync('tests/fixtures/imports/facilitators.csv');
const EXPECTED = JSON.parse(readFileSync('tests/fixtures/imports/facilitators.expected.json', 'utf8'));
const AS_OF = calendarDay('2026-11-23');
const HEADINGS =
	'Name,Known as,M/F,Email,Mobile,Employer,CD accredited,CD licence expires,IFP trained,IFP licence expires,Can do,Notes';

function read(...lines: readonly string[]) {
	const outcome = readFacilitators(readCsv(Buffer.from(lines.join('\n')), 'list.csv'), AS_OF);
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value;
}
const rowOf = (cells: string) => read(HEADINGS, cells);

test('the sample list is read exactly as it is expected', () => {
	const outcome = readFacilitators(readCsv(FILE, 'facilitators.csv'), AS_OF);
	if (!outcome.done) throw new Error(outcome.code);
	const { rules: _, encoding: __, delimiter: ___, ...expected } = EXPECTED;
	expect(JSON.parse(JSON.stringify(facilitatorReport(outcome.value, 'facilitators.csv', AS_OF)))).toEqual(expected);
});

test('rows in are rows accepted, refused and skipped, whatever is in them', () => {
	const { table, accepted, refused } = read(
		HEADINGS,
		'Ann Lee,,,a@x.org',
		'',
		HEADINGS,
		',,,b@x.org',
		'=1+1,,,c@x.org',
		'Bo,,,A@x.org',
	);
	expect(table.skipped).toEqual([
		{ row: 3, reason: 'blank' },
		{ row: 4, reason: 'heading-again' },
	]);
	expect(refused.map(({ row, reason }) => [row, reason])).toEqual([
		[5, 'name-missing'],
		[6, 'formula-in-name'],
		[7, 'duplicate-email'],
	]);
	expect(accepted.map(({ name }) => name)).toEqual(['Ann Lee']);
});

test('a file without the headings of the list is refused, and says which are missing', () => {
	const outcome = readFacilitators(readCsv(Buffer.from('Item,Price\nTea,3'), 'x.csv'), AS_OF);
	expect(outcome).toMatchObject({ code: 'not-this-list', details: { missing: ['name', 'email'] } });
});

test.each([
	['12/3/2024', '2024-03-12'],
	['05.06.2023', '2023-06-05'],
	['30/9/24', '2024-09-30'],
	['14 Feb 2025', '2025-02-14'],
	['14th Sept 2026', '2026-09-14'],
	['07-Sep-26', '2026-09-07'],
	['Monday 7 September 2026', '2026-09-07'],
	['2026-09-08', '2026-09-08'],
	['2026-09-08 14:30', '2026-09-08'],
	['46023', '2026-01-01'],
	['46023.77', '2026-01-01'],
	['29/2/2028', '2028-02-29'],
	['29/2/2027', 'date-impossible'],
	['9/14/26', 'date-impossible'],
	['31 September 2026', 'date-impossible'],
	['60000000', 'date-unreadable'],
	['3/4', 'date-unreadable'],
	['mid Sept 2026', 'date-unreadable'],
	['3 Smarch 2026', 'date-unreadable'],
	['2026-13-01', 'date-impossible'],
	['1/2/026', 'date-unreadable'],
	['1/2-2026', 'date-unreadable'],
])('the date %s is %s', (text, expected) => {
	const reading = readUkDate(text);
	expect('day' in reading ? reading.day : reading.problem).toBe(expected);
});

test.each([
	['07700 900301', '+447700900301', null],
	['+44 (0) 7700 900301', '+447700900301', null],
	['0044 7700-900301', '+447700900301', null],
	['7700900301', '+447700900301', 'leading-zero-restored'],
	['0113 496 0000', '+441134960000', null],
	['07700 90030', null, 'phone-unreadable'],
	['7.70E+09', null, 'phone-unreadable'],
	['07700 900301 / 07700 900302', null, 'phone-unreadable'],
	['ask Bev', null, 'phone-unreadable'],
	['07700 9003011', null, 'phone-unreadable'],
] as const)('the number %s is %s', (text, number, problem) => {
	expect(readPhone(text)).toEqual({ number, problem });
});

test.each([
	['Mon, Tues, Weds eves', ['monday', 'tuesday', 'wednesday'], 'evening', null],
	['Tues–Thurs eves', ['tuesday', 'wednesday', 'thursday'], 'evening', null],
	['Mon to Wed', ['monday', 'tuesday', 'wednesday'], 'any', null],
	['school hours Mon-Fri', ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], 'day', null],
	['Mon-Fri, day or eve', ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], 'any', null],
	['Thurs eve only', ['thursday'], 'evening', null],
	['Weds only, not school hols', ['wednesday'], 'any', 'not school hols'],
	['evenings', 'any', 'evening', null],
	['any', 'any', 'any', null],
	['ask her', null, null, null],
	['Mon mornings', null, null, null],
	['Fri-Mon', null, null, null],
	['Monty', null, null, null],
	['not Mondays', null, null, 'not Mondays'],
] as const)('availability “%s”', (raw, days, part, conditions) => {
	expect(readAvailability(raw)).toEqual({ raw, days, part, conditions });
});

test('an evening begins at 5pm, and what could not be read is no hour at all', () => {
	expect(hoursOf(readAvailability('Mon eve'))).toEqual([{ weekday: 'monday', from: '17:00', to: '23:00' }]);
	expect(hoursOf(readAvailability('any day'))).toHaveLength(7);
	expect(hoursOf(readAvailability('ask her'))).toEqual([]);
});

test.each([
	['Ann Lee,,,a@x.org,,,awaiting cert,', 'in-training', null],
	['Ann Lee,,,a@x.org,,,n/a,-', 'none', null],
	['Ann Lee,,,a@x.org,,,1/2/2026,22/11/2026', 'lapsed', null],
	['Ann Lee,,,a@x.org,,,1/2/2026,23/11/2026', 'current', null],
	['Ann Lee,,,a@x.org,,,1/2/2026,', 'expiry-missing', null],
	['Ann Lee,,,a@x.org,,,,23/11/2026', null, 'date-missing'],
	['Ann Lee,,,a@x.org,,,spring 26,', null, 'date-unreadable'],
	['Ann Lee,,,a@x.org,,,1/2/2026,soon', null, 'date-unreadable'],
	['Ann Lee,,,a@x.org,,,1/2/2026,31/1/2026', null, 'dates-in-wrong-order'],
])('%s', (cells, status, reason) => {
	const { accepted, refused } = rowOf(cells);
	expect(accepted[0]?.accreditations['caring-dads'].status ?? null).toBe(status);
	expect(refused[0]?.reason ?? null).toBe(reason);
});
