import { expect, test } from 'vitest';
import { proposeRegister } from '#app/domain/imports/propose-register.ts';
import { cellName, parseCellName } from '#app/domain/imports/sheet/cell-names.ts';
import type { Sheet } from '#app/domain/imports/sheet/workbook.ts';
import { ASKED, DATES, KEY, propose, registerOf, sheetOf, type Value, workbookOf } from './register-sheet.ts';

const people = (sheet: Sheet) => propose(sheet).participants.map((person) => `${person.row} ${person.name}`);
const refusalOf = (...sheets: Sheet[]) => {
	const proposal = proposeRegister(workbookOf(...sheets), ASKED);
	return proposal.done
		? 'read'
		: `${proposal.code} ${proposal.details.lacks ?? JSON.stringify(proposal.details.sheets)}`;
};
const withoutRefusals = (sheet: Sheet) => propose(sheet).refused.length === 0;

test('a sheet laid out another way is read too: one heading row, dates in it, no title, no numbers', () => {
	const sheet = sheetOf('Autumn', [
		['Forename', 'Surname', 'Session 1 9/9/26', 'Session 2 16/9/26', 'Session 3 23/9/26', 'Attended', 'Notes'],
		['Lee', 'Shaw', 'present', 'late 5', 'DNA', 1, 'rang'],
		['Ste', 'Hill', 'present', 'present', 'sick', 2, ''],
	]);
	const proposal = propose(sheet);
	expect(proposal.participants.map((person) => [person.name, person.comments, person.totalsDisagree])).toEqual([
		['Lee Shaw', 'rang', true],
		['Ste Hill', null, false],
	]);
	expect(proposal.sessions.map((session) => [session.heading, session.day])).toEqual([
		['Session 1', '2026-09-09'],
		['Session 2', '2026-09-16'],
		['Session 3', '2026-09-23'],
	]);
	expect(proposal.layout).toMatchObject({ titleRows: [], headingRows: [1, 1], participantRows: [2, 3] });
	expect(proposal.layout.otherColumns).toEqual({ A: 'Forename', B: 'Surname', F: 'Attended', G: 'Notes' });
});

test('dates above the numbers of the weeks, a title of three rows and a column without a heading are understood', () => {
	const sheet = sheetOf('R', [
		['Parents group'],
		['Spring 2026'],
		['Room 2'],
		[],
		['', '', ...DATES],
		['Client name', 'Client ref', 'Week 1', 'Week 2', 'Week 3', 'Week 4', '', ''],
		['Lee Shaw', 'X1', 'P', 'P', 'A', 'P', '', 'interpreter'],
		['Ste Hill', 'X2', 'P', 'P', 'P', 'P'],
		[KEY],
	]);
	const { layout, participants } = propose(sheet);
	expect(layout).toMatchObject({ titleRows: [1, 3], headingRows: [5, 6], participantRows: [7, 8] });
	expect(layout.otherColumns).toEqual({ A: 'Client name', B: 'Client ref', H: 'no heading' });
	expect(participants.map((person) => person.ref)).toEqual(['X1', 'X2']);
});

test('rows that are nobody’s are named, and one that might be somebody’s is pointed out', () => {
	const row = (name: Value, ...marks: Value[]) => ['', name, ...marks];
	const sheet = sheetOf('R', [
		['No', 'Name', ...DATES],
		[1, 'Lee Shaw', 'P', 'P', 'P', 'P'],
		[2, 'Paul Key', 'P', 'P', 'A', 'P'],
		row('New Starter'),
		row('', 'P', 'P', '', ''),
		[3, ''],
		row(
			'No. here',
			...[2, 2, 1, 2].map((value) => ({ kind: 'number', value, text: String(value), isFormula: true }) as const),
		),
		row('Facils', 'MD/HR', 'MD/HR', 'HR/BS', 'MD/HR'),
		[],
		row('Ring Lee about the parents evening'),
		row('Odd line', 'zz', 'yy', '', ''),
		[KEY],
	]);
	const { layout, warnings } = propose(sheet);
	expect(people(sheet)).toEqual(['2 Lee Shaw', '3 Paul Key']);
	expect(layout.otherRows.map(({ row, what }) => `${row} ${what}`)).toEqual([
		'4 a name without a number, a reference or marks',
		'5 marks without a name',
		'6 a line without a name',
		'7 number present, formulas',
		'8 initials of facilitators',
		'10 text below the people, not a person',
		'11 neither a number, a reference nor a readable mark',
		'12 key to the marks',
	]);
	expect(warnings.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
		'B4 name-without-marks',
		'B5 marks-without-a-name',
		'B11 row-not-read',
	]);
});

test('a person with a reference is a person whatever the name, and one below a gap with marks too', () => {
	const sheet = sheetOf('R', [
		['Name', 'Ref', ...DATES],
		['Facils', 'CD1', 'P', 'P', 'P', 'P'],
		[],
		['Late Comer', '', '', '', 'P', 'P'],
	]);
	expect(people(sheet)).toEqual(['2 Facils', '4 Late Comer']);
});

test('a column without a heading that holds marks is a session whose date a person must give', () => {
	const sheet = sheetOf('R', [
		['Name', '2026-01-14', '', '2026-01-28'],
		['Lee Shaw', 'P', 'P', 'P'],
	]);
	const { sessions, refused } = propose(sheet);
	expect(sessions.map((session) => session.doubt)).toEqual([null, 'date-missing', null]);
	expect(refused).toMatchObject([{ cell: 'C2', code: 'session-date-doubtful' }]);
});

test('a column whose heading stands in for a date is a session in doubt; one with another heading and marks is pointed out', () => {
	const sheet = sheetOf('R', [
		['Name', '2026-01-14', '2026-01-21', 'tbc', 'Review', 'Comments'],
		['Lee Shaw', 'P', 'P', 'P', 'P', 'sick'],
	]);
	const { sessions, warnings } = propose(sheet);
	expect(sessions.map((session) => session.doubt)).toEqual([null, null, 'date-missing']);
	expect(warnings).toContainEqual({ cell: 'E1', code: 'column-not-read', text: 'Review' });
	expect(warnings.filter((warning) => warning.code === 'column-not-read')).toHaveLength(1);
});

test('columns of other dates, such as the date of birth, are not sessions', () => {
	const sheet = sheetOf('R', [
		['Name', 'D.O.B. 1/1/80', 'Referred 3/9/25', ...DATES],
		['Lee Shaw', '1980-02-02', '2025-09-03', 'P', 'P', 'P', 'P'],
	]);
	expect(propose(sheet).sessions.map((session) => session.column)).toEqual(['D', 'E', 'F', 'G']);
});

test('the title names the programme, the longest name that it holds, and no guess is made of two', () => {
	const named = (title: string) => {
		const sheet = registerOf([['Lee Shaw', 'P', 'P', 'P', 'P']]);
		const cells = sheet.cells.map((cell) => (cell.ref === 'A1' ? { ...cell, text: title } : cell));
		const programmes = [
			{ slug: 'one', name: 'Caring Dads' },
			{ slug: 'two', name: 'Caring Dads Plus' },
			{ slug: 'three', name: 'Other' },
		];
		return propose({ ...sheet, cells }, { programmes }).programme;
	};
	expect(named('CARING DADS – 2026')).toBe('one');
	expect(named('Caring dads plus, 2026')).toBe('two');
	expect(named('Caring Dads and Other 2026')).toBeNull();
	expect(named('Another 2026')).toBeNull();
});

test('of two registers in a workbook a person chooses, and an empty form beside one in use is left aside', () => {
	const [one, two] = [registerOf([['Lee Shaw', 'P', 'P', 'P', 'P']]), registerOf([['Ste Hill', 'P', 'A', 'P', 'P']])];
	const [spring, autumn] = [
		{ ...one, name: 'Spring' },
		{ ...two, name: 'Autumn' },
	];
	expect(refusalOf(spring, autumn)).toBe('choose-a-sheet ["Spring","Autumn"]');
	expect(propose(workbookOf(spring, autumn), { sheet: ' autumn ' }).participants[0]!.name).toBe('Ste Hill');
	const empty = {
		...registerOf([
			['', '', '', '', ''],
			['Name', '', '', '', ''],
		]),
		name: 'Blank form',
	};
	expect(propose(workbookOf(empty, spring)).otherSheets).toMatchObject([{ name: 'Blank form' }]);
	expect(proposeRegister(workbookOf(spring), { ...ASKED, sheet: 'Winter' })).toMatchObject({ code: 'no-such-sheet' });
});

test.each([
	['nothing', sheetOf('S', []), 'not-a-register no-dates'],
	[
		'a list of referrals',
		sheetOf('S', [
			['Name', 'Date of birth', 'Referred', 'Mobile'],
			['Lee Shaw', '1980-01-02', '2026-09-03', '07700 900123'],
			['Ste Hill', '1981-01-02', '2026-09-04', '07700 900124'],
		]),
		'not-a-register no-dates',
	],
	[
		'dates down the side',
		sheetOf('S', [
			['', 'Lee', 'Ste'],
			['14/1/26', 'P', 'P'],
			['21/1/26', 'P', 'A'],
		]),
		'not-a-register no-dates',
	],
	[
		'dates without names',
		sheetOf('S', [
			['2026-01-14', '2026-01-21'],
			['P', 'P'],
		]),
		'not-a-register no-names',
	],
	['headings only', sheetOf('S', [['Name', '2026-01-14', '2026-01-21']]), 'not-a-register no-people'],
	[
		'a timesheet',
		sheetOf('S', [
			['Name', '2026-01-14', '2026-01-21'],
			['Lee Shaw', 8, 7.5],
			['Ste Hill', 6, 4],
		]),
		'not-a-register no-marks',
	],
	[
		'prices',
		sheetOf('S', [
			['Name', '2026-01-14', '2026-01-21'],
			['Tea and biscuits', '£12.50', '£13.20'],
		]),
		'not-a-register no-marks',
	],
	[
		'too many people',
		sheetOf('S', [['Name', ...DATES], ...Array.from({ length: 251 }, (_, at) => [`Person ${at}`, 'P', 'P', 'P', 'P'])]),
		'register-too-large ["S"]',
	],
])('a sheet with %s is no register', (_, sheet, expected) => {
	expect(refusalOf(sheet)).toBe(expected);
});

test('the same person or reference on two rows is pointed out', () => {
	const sheet = sheetOf('R', [
		['Name', 'Ref', ...DATES],
		['Lee Shaw', 'A1', 'P', 'P', 'P', 'P'],
		['lee shaw', 'a1', 'P', 'P', 'P', 'P'],
		['=cmd()', 'A3', 'P', 'P', 'P', 'P'],
	]);
	expect(propose(sheet).warnings.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
		'B2 same-ref-twice',
		'B3 same-ref-twice',
		'A2 same-name-twice',
		'A3 same-name-twice',
		'A4 name-like-a-formula',
	]);
	expect(withoutRefusals(sheet)).toBe(true);
});

test('a session that falls on another weekday than all others is pointed out, unless the heading says it moved', () => {
	const dates = [
		'2026-01-14',
		'2026-01-21',
		'2026-01-28',
		'2026-02-04',
		'2026-02-12',
		'Fri 20/2 (moved from Weds 18/2)',
	];
	const { warnings } = propose(registerOf([['Lee Shaw', ...dates.map(() => 'P')]], dates));
	expect(warnings).toEqual([{ cell: 'G3', code: 'weekday-unlike-others', text: '2026-02-12' }]);
});

test.each([
	[1, 'A'],
	[26, 'Z'],
	[27, 'AA'],
	[702, 'ZZ'],
	[703, 'AAA'],
	[16_384, 'XFD'],
])('column %d is %s', (column, letters) => {
	expect(cellName(7, column)).toBe(`${letters}7`);
	expect(parseCellName(`${letters}7`)).toEqual({ row: 7, column });
});

test('a cell that no sheet has is none', () => {
	expect(['XFE1', 'A0', 'A1048577', '1A', 'AAAA1', ''].map(parseCellName)).toEqual(Array(6).fill(null));
});
