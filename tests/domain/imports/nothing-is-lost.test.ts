import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MARK_CODES } from '#app/domain/imports/marks/mark-codes.ts';
import type { RegisterProposal } from '#app/domain/imports/proposal.ts';
import { proposeRegister } from '#app/domain/imports/propose-register.ts';
import { registerReport } from '#app/domain/imports/register-report.ts';
import {
	doubtSentence,
	notARegisterSentence,
	refusalSentence,
	warningSentence,
} from '#app/domain/imports/register-sentences.ts';
import type { Sheet, Workbook } from '#app/domain/imports/sheet/workbook.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { ASKED, KEY, sheetOf, type Value, workbookOf } from './register-sheet.ts';

const WORDS = [
	'P',
	'p ',
	'✓',
	'A',
	'L',
	'L 15',
	'L?',
	'sick',
	'c/u',
	'c/u 20/5',
	'X',
	'',
	' ',
	'joined wk 3',
	'joined',
	'withdrew - work',
];
const STATES = [
	'NO GROUP - flood',
	'left',
	'not started',
	'cancelled',
	'hol',
	'withdrew',
	'=1+1',
	'late cancellation',
	'n/a',
];
const mark = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...WORDS, ...STATES) },
	{ weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
	{ weight: 1, arbitrary: fc.oneof(fc.integer(), fc.boolean()) },
	{
		weight: 1,
		arbitrary: fc.constantFrom<Value>(
			{ kind: 'error', text: '#N/A' },
			{ kind: 'blank', isFormula: true },
			'2026-02-04',
		),
	},
);
const heading = fc.oneof(
	{ weight: 8, arbitrary: fc.integer({ min: 0, max: 400 }).map((days) => plusDays(calendarDay('2025-09-01'), days)) },
	{
		weight: 2,
		arbitrary: fc.constantFrom(
			'25/2',
			'15.4.26',
			'6 May',
			'tbc',
			'9/14/26',
			'Thurs 5/3 (moved from Weds 4/3)',
			'18/3 NO GROUP',
		),
	},
);

/** A register of random shape and content, with random joined cells and comments. */
const register = fc
	.record({
		people: fc.integer({ min: 1, max: 8 }),
		sessions: fc.integer({ min: 2, max: 9 }),
		above: fc.integer({ min: 0, max: 3 }),
	})
	.chain(({ people, sessions, above }) =>
		fc.record({
			above: fc.constant(above),
			headings: fc.array(heading, { minLength: sessions, maxLength: sessions }),
			marks: fc.array(fc.array(mark, { minLength: sessions, maxLength: sessions }), {
				minLength: people,
				maxLength: people,
			}),
			merges: fc.array(fc.tuple(fc.nat(people - 1), fc.nat(sessions - 1), fc.nat(3), fc.nat(3)), { maxLength: 3 }),
			comments: fc.array(fc.tuple(fc.nat(people - 1), fc.nat(sessions - 1), fc.string()), { maxLength: 3 }),
			withKey: fc.boolean(),
		}),
	);
type Random = typeof register extends fc.Arbitrary<infer Made> ? Made : never;

function sheetFrom({ above, headings, marks, merges, comments, withKey }: Random): Sheet {
	const top = above + 1;
	const name = (row: number, column: number) => `${String.fromCharCode(67 + column)}${top + 1 + row}`;
	const titles = Array.from({ length: above }, (_, at) => [`Group ${at} 2026`]);
	const people = marks.map((row, at) => [at + 1, `Person ${at}`, ...row]);
	const rows: Value[][] = [...titles, ['No', 'Name', ...headings, 'Total'], ...people, [], [withKey ? KEY : '']];
	return sheetOf('Register', rows, {
		merged: merges.map(([row, column, down, right]) => `${name(row, column)}:${name(row + down, column + right)}`),
		comments: Object.fromEntries(comments.map(([row, column, text]) => [name(row, column), text])),
	});
}

function holds(proposal: RegisterProposal, random: Random): void {
	const { totals, participants, sessions, refused } = proposal;
	const marks = participants.flatMap((person) => person.marks);
	expect(totals.cells).toBe(participants.length * sessions.length);
	expect(marks.length).toBe(totals.cells);
	expect(totals.accepted + totals.refused).toBe(totals.cells);
	expect(marks.filter((each) => each.code !== null).length).toBe(totals.accepted);
	expect(marks.filter((each) => each.refusal !== null).map((each) => each.cell)).toEqual(
		refused.map((cell) => cell.cell),
	);
	for (const each of marks) expect((each.code === null) !== (each.refusal === null)).toBe(true);
	for (const each of marks) if (each.code) expect(MARK_CODES).toContain(each.code);
	const filled = random.marks.flatMap((row, at) =>
		row.flatMap((value, column) =>
			value === '' ? [] : [`${String.fromCharCode(67 + column)}${random.above + 2 + at}`],
		),
	);
	const heard = new Set(marks.map((each) => each.cell));
	expect(filled.filter((cell) => !heard.has(cell))).toEqual([]);
}

test('every cell of any register is accepted or refused, once', () => {
	fc.assert(
		fc.property(register, (random) => {
			const proposal = proposeRegister(workbookOf(sheetFrom(random)), ASKED);
			if (proposal.done) holds(proposal.value, random);
			else expect(['not-a-register', 'choose-a-sheet']).toContain(proposal.code);
		}),
		{ numRuns: 300 },
	);
});

test('nothing is present or absent but by a mark that was explained, or that a person confirmed', () => {
	const explained = /^(p|✓|\/|(l|late)( ?\d+ ?(m|mins?|minutes?|['’])?)?|(l|late)[ :,(–-].*\p{L}{3}.*)\.?$/iu;
	fc.assert(
		fc.property(register, (random) => {
			const proposal = proposeRegister(workbookOf(sheetFrom({ ...random, merges: [] })), ASKED);
			if (!proposal.done) return;
			const present = proposal.value.participants.flatMap((person) => person.marks);
			for (const { code, raw } of present) {
				if (code === 'attended' || code === 'late') expect(raw.trim()).toMatch(explained);
				if (code === 'absent-no-contact') expect(raw.trim()).toMatch(/^a\.?$/i);
			}
		}),
		{ numRuns: 200 },
	);
});

test('every warning, refusal and doubt has a sentence that begins with its place', () => {
	fc.assert(
		fc.property(register, (random) => {
			const proposal = proposeRegister(workbookOf(sheetFrom(random)), ASKED);
			if (!proposal.done) {
				expect(notARegisterSentence(proposal)).toMatch(/^[A-Z].+\.$/);
				return;
			}
			for (const cell of proposal.value.refused) expect(refusalSentence(cell)).toMatch(/^[A-Z]+\d+: .+\.$/s);
			for (const warning of proposal.value.warnings) {
				expect(warningSentence(warning, proposal.value)).toMatch(/^[A-Z]+\d+: .+\.$/s);
			}
			for (const session of proposal.value.sessions) {
				if (session.doubt) expect(doubtSentence(session)).toMatch(/^Column [A-Z]+: .+\.$/s);
			}
			expect(JSON.parse(JSON.stringify(registerReport(proposal.value, 'r.xlsx'))).totals).toEqual(
				proposal.value.totals,
			);
		}),
		{ numRuns: 150 },
	);
});

test('any cells at all make a proposal or a refusal, never a fault', () => {
	const value = fc.oneof(
		mark,
		fc.string({ maxLength: 30 }),
		fc.constantFrom('Name', 'Wk 1', 'Wk 2', 'Total', 'Ref', KEY, '2026-01-14', '21/1'),
	);
	const grid = fc.array(fc.array(value, { maxLength: 7 }), { maxLength: 12 });
	fc.assert(
		fc.property(grid, fc.constantFrom([], ['A1:C9'], ['B2:B4', 'B3:D3'], ['A1:XFD1048576']), (rows, merged) => {
			const workbook: Workbook = workbookOf(sheetOf('Any', rows, { merged }));
			const proposal = proposeRegister(workbook, ASKED);
			if (proposal.done)
				expect(proposal.value.totals.accepted + proposal.value.totals.refused).toBe(proposal.value.totals.cells);
		}),
		{ numRuns: 300 },
	);
});

test('a warning about a blank cell says what its comment says', () => {
	const comments = [{ cell: 'M13', author: 'HR', text: 'HR: was here,\nforgot to mark him??' }];
	expect(warningSentence({ cell: 'M13', code: 'comment-on-blank-mark' }, { comments })).toBe(
		'M13: the cell is blank but its comment says “HR: was here, forgot to mark him??”; it stays not recorded. Decide after the import.',
	);
});
