import { expect, test } from 'vitest';
import { codeOfMeaning, readMarkKey } from '#app/domain/imports/marks/mark-key.ts';
import { reasonKindOf } from '#app/domain/imports/marks/reasons.ts';
import { KEY, markOf, marksOf, propose, registerOf, sheetOf, workbookOf } from './register-sheet.ts';

test.each([
	['P', 'attended'],
	['p ', 'attended'],
	['P.', 'attended'],
	['L', 'late(?)'],
	['L 15', 'late(15)'],
	['l10', 'late(10)'],
	['L 5 mins', 'late(5)'],
	["L 10'", 'late(10)'],
	['L (15)', 'late(15)'],
	['L 20 (bus)', 'late(20)'],
	['L - bus', 'late(?)'],
	['L 10 - bus & train', 'late(10)'],
	['L 10, traffic', 'late(10)'],
	['L 10 mins (rang)', 'late(10)'],
	['late 10', 'late(10)'],
	['A', 'absent-no-contact'],
	['AWOL', 'absent-no-contact'],
	['apols', 'absent-notified(not given)'],
	['Ap', 'absent-notified(not given)'],
	['apols - funeral', 'absent-notified(funeral)'],
	['Sick - rang', 'absent-notified(sick)'],
	['hols', 'absent-notified(holiday)'],
	['c/u', 'caught-up'],
	['c/u Weds 20 May', 'caught-up'],
	['left early 20', 'left-early(20)'],
	['stood down', 'stood-down'],
	['', 'not-recorded'],
	['\u00a0 ', 'not-recorded'],
])('%j means %s', (text, expected) => {
	expect(markOf(text)).toBe(expected);
});

test.each([
	['Z', 'unknown-mark'],
	['?', 'unknown-mark'],
	['x', 'unknown-mark'],
	['not sick', 'unknown-mark'],
	['=1+1', 'unknown-mark'],
	['=HYPERLINK("http://example.org")', 'unknown-mark'],
	[1, 'unknown-mark'],
	[true, 'unknown-mark'],
	['P?', 'more-than-a-mark'],
	['P 10 late', 'more-than-a-mark'],
	['A - rang', 'more-than-a-mark'],
	['sick?', 'more-than-a-mark'],
	['sick - no call', 'more-than-a-mark'],
	['L!', 'minutes-unclear'],
	['L-', 'minutes-unclear'],
	['L 15-', 'minutes-unclear'],
	['L&A', 'minutes-unclear'],
	['L,AA', 'minutes-unclear'],
	['L, A', 'minutes-unclear'],
	['L, awol', 'more-than-a-mark'],
	['sick / A', 'more-than-a-mark'],
	['sick!', 'more-than-a-mark'],
	['L 6.30', 'minutes-unclear'],
	['L 18:45', 'minutes-unclear'],
	['L 0', 'minutes-unclear'],
	['L 500', 'minutes-unclear'],
	['L 15/20', 'minutes-unclear'],
	['late cancellation', 'minutes-unclear'],
	['L - sent home', 'minutes-unclear'],
	['c/u needed', 'catch-up-unclear'],
	['c/u booked 20/5', 'catch-up-unclear'],
	['c/u 31/2', 'catch-up-unclear'],
	['c/u 20/12/26', 'catch-up-in-the-future'],
	['2026-02-04', 'date-instead-of-mark'],
	[{ kind: 'error', text: '#REF!' }, 'error-in-cell'],
	[{ kind: 'blank', isFormula: true }, 'formula-without-result'],
	['P'.repeat(5000), 'unknown-mark'],
] as const)('%j is refused as %s: neither present nor absent', (value, code) => {
	expect(markOf(value)).toBe(code);
});

test('a person’s word decides what a mark means, and goes before the key', () => {
	expect(markOf('Z', { ' z ': 'attended' })).toBe('attended');
	expect(markOf('P', { p: 'absent-notified' })).toBe('absent-notified(not given)');
	expect(markOf('P?', { 'p?': 'not-recorded' })).toBe('not-recorded');
	expect(markOf(true, { true: 'attended' })).toBe('attended');
	expect(markOf('p 10 late', { 'P 10 late': 'late' })).toBe('late(10)');
	expect(markOf('zz', { zz: 'not-enrolled' })).toBe('not-enrolled');
});

test('a mark from a formula is taken from its saved result, with a warning', () => {
	const proposal = propose(registerOf([['Lee Shaw', { text: 'P', value: 'P', isFormula: true }, 'P', 'P', 'P']]));
	expect(proposal.participants[0]!.marks[0]!.code).toBe('attended');
	expect(proposal.warnings).toEqual([{ cell: 'C4', code: 'mark-from-formula', text: 'P' }]);
});

test('what a mark most often stands for is offered and not taken', () => {
	const { refused, marksMet } = propose(registerOf([['Lee Shaw', 'P', 'x', 'x', 'P']]));
	expect(refused.map(({ cell, likely }) => [cell, likely])).toEqual([
		['D4', 'absent-no-contact'],
		['E4', 'absent-no-contact'],
	]);
	expect(marksMet[1]).toEqual({
		mark: 'x',
		code: null,
		source: null,
		likely: 'absent-no-contact',
		cells: 2,
		firstCell: 'D4',
	});
});

const keyOf = (...texts: string[]) => {
	const entries = readMarkKey(
		workbookOf(
			sheetOf(
				'Key',
				texts.map((text) => [text]),
			),
		),
	);
	return entries.map((entry) => `${entry.mark}: ${entry.code}`);
};

test.each([
	['P = present A = absent, no contact L = late', ['p: attended', 'a: absent-no-contact', 'l: late']],
	[
		'P=present, A=absent no call, L=late, AP=apologies',
		['p: attended', 'a: absent-no-contact', 'l: late', 'ap: absent-notified'],
	],
	[
		'Key: ✔ = here; X = absent (no call); O = sent apologies',
		['✓: attended', 'x: absent-no-contact', 'o: absent-notified'],
	],
	['P, / = here, A, abs = no show', ['p: attended', '/: attended', 'a: absent-no-contact', 'abs: absent-no-contact']],
	[
		'P = Present\nUA = Unauthorised absence\nLE = left early',
		['p: attended', 'ua: absent-no-contact', 'le: left-early'],
	],
	[
		'P or / = here A or abs or X = no word',
		['p: attended', '/: attended', 'a: absent-no-contact', 'abs: absent-no-contact', 'x: absent-no-contact'],
	],
	['2 + 2 = 4', []],
	['=SUM(A1)', []],
])('the key %j is read', (text, expected) => {
	expect(keyOf(text)).toEqual(expected);
});

test('a plain “absent” in a key is clear only beside another mark for apologies', () => {
	expect(keyOf('P = here  A = absent')).toEqual(['p: attended', 'a: null']);
	expect(keyOf('P = here  A = absent  S = sent apologies')).toContain('a: absent-no-contact');
	expect(codeOfMeaning('absent')).toBeNull();
});

test('a key in two columns, or on another sheet, counts for the register', () => {
	const key = sheetOf('Codes', [
		['Key', ''],
		['H', 'here'],
		['N', 'no contact'],
	]);
	const register = sheetOf('Register', [
		['Name', '2026-01-14', '2026-01-21'],
		['Lee Shaw', 'H', 'N'],
		['Ste Hill', 'h', 'H'],
	]);
	const { participants } = propose(workbookOf(register, key));
	expect(participants.map((person) => person.marks.map((mark) => mark.code))).toEqual([
		['attended', 'absent-no-contact'],
		['attended', 'attended'],
	]);
});

test('a mark with two meanings in the key has none', () => {
	const sheet = sheetOf('Register', [
		['Name', '2026-01-14', '2026-01-21'],
		['Lee Shaw', 'P', 'P'],
		[],
		['P = here'],
		['P = no word'],
	]);
	expect(propose(sheet).refused.map((cell) => cell.code)).toEqual(['unknown-mark', 'unknown-mark']);
});

test('where the key has its own mark for present, another team’s letter for it is not taken', () => {
	const sheet = sheetOf('Register', [
		['Name', '2026-01-14', '2026-01-21'],
		['Lee Shaw', 'H', 'P'],
		[],
		['H = here   N = no word'],
	]);
	expect(propose(sheet).refused).toMatchObject([{ cell: 'C2', code: 'unknown-mark' }]);
});

test('without a key ✓ and P are present, and A is not guessed', () => {
	const sheet = sheetOf('Register', [
		['Name', '2026-01-14', '2026-01-21', '2026-01-28'],
		['Lee Shaw', '✓', 'P', 'A'],
	]);
	expect(propose(sheet).participants[0]!.marks.map((mark) => mark.refusal ?? mark.code)).toEqual([
		'attended',
		'attended',
		'unknown-mark',
	]);
});

test('joined cells with one apology count for each, with any other mark for none', () => {
	const extras = { merged: ['D5:E5'] };
	expect(marksOf(['P', 'hol', '', 'P'], {}, extras)).toEqual([
		'attended',
		'absent-notified(holiday)',
		'absent-notified(holiday)',
		'attended',
	]);
	expect(marksOf(['P', 'P', '', 'P'], {}, extras)).toEqual([
		'attended',
		'mark-over-several-cells',
		'mark-over-several-cells',
		'attended',
	]);
});

test.each([
	['not given', 'not-given'],
	['sick', 'illness'],
	['work', 'work'],
	['holiday', 'holiday'],
	['court', 'court'],
	['bus', 'travel'],
	['dentist', 'appointment'],
	['childcare', 'caring'],
	['his mum’s birthday', 'other'],
])('the reason %j is nearest to our %s', (word, kind) => {
	expect(reasonKindOf(word)).toBe(kind);
});

test('a key of nothing but hard cases is read in no time', () => {
	const start = performance.now();
	for (const text of [
		`=a ${','.repeat(1900)} xx yy=b`,
		`P = ${' '.repeat(1900)}x = here`,
		`${'('.repeat(1900)}=here`,
		`a=${'A or '.repeat(390)}=here`,
	])
		keyOf(text);
	for (const text of [
		`L ${' '.repeat(150)}x`,
		`left ${'-'.repeat(190)}`,
		`c/u ${'1/'.repeat(90)}`,
		`no group${' '.repeat(30_000)}x`,
	])
		markOf(text);
	expect(performance.now() - start).toBeLessThan(1000);
	expect(KEY).toContain('=');
});
