import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { importRegisterReport } from '#app/cli/import-register-report.ts';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';
import type { RegisterProposal } from '#app/domain/imports/proposal.ts';
import { registerReport } from '#app/domain/imports/register-report.ts';
import type { Cell, Workbook } from '#app/domain/imports/sheet/workbook.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { propose } from './register-sheet.ts';

const BYTES = readFileSync('tests/fixtures/imports/register.xlsx');
const EXPECTED = JSON.parse(readFileSync('tests/fixtures/imports/register.expected.json', 'utf8'));
const QUESTION = {
	asOf: calendarDay('2026-11-23'),
	programmes: [
		{ slug: 'caring-dads', name: 'Caring Dads' },
		{ slug: 'inspiring-families-abusing', name: 'Inspiring Families: abusing parent' },
	],
};
let workbook: Workbook;

beforeAll(async () => {
	workbook = await read(BYTES, 'register.xlsx');
});

async function read(bytes: Uint8Array, name: string): Promise<Workbook> {
	const outcome = await readSpreadsheet(bytes, name);
	if (!outcome.done) throw new Error(JSON.stringify(outcome));
	return outcome.value;
}

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

test('the team’s register is read exactly as its expected result says', async () => {
	const outcome = await importRegisterReport(BYTES, 'register.xlsx', QUESTION);
	const { refused, totals, ...report } = asJson(outcome.done ? outcome.value : outcome);
	expect(report).toEqual(EXPECTED);
	expect(refused).toEqual([]);
	expect(totals).toEqual({ cells: 170, accepted: 170, refused: 0 });
});

test('the same register saved as CSV has the same people, dates and marks', async () => {
	const csv = await read(Buffer.from(`\ufeff${asCsv(workbook)}`), 'Register.csv');
	const report = asJson(registerReport(propose(csv, QUESTION), 'Register.csv'));
	const marks = (person: { name: string; marks: unknown; recount: unknown }) => [
		person.name,
		person.marks,
		person.recount,
	];
	expect(report.participants.map(marks)).toEqual(EXPECTED.participants.map(marks));
	const days = ({ session, date, status, moved_from, reason }: Record<string, unknown>) => [
		session,
		date,
		status,
		moved_from,
		reason,
	];
	expect(report.sessions.map(days)).toEqual(EXPECTED.sessions.map(days));
	expect(report.counts).toEqual(EXPECTED.counts);
	expect(report.participants.map((person: { sheet_total_is: string }) => person.sheet_total_is)).toEqual(
		Array(10).fill('number'),
	);
});

test('a mark that nobody explained is refused and the rest of the register stands', () => {
	const changed = withText(withText(workbook, 'G8', 'Z'), 'P11', 'A - rang');
	const proposal = propose(changed, QUESTION);
	expect(proposal.refused.map(({ cell, code, raw }) => [cell, code, raw])).toEqual([
		['G8', 'unknown-mark', 'Z'],
		['P11', 'more-than-a-mark', 'A - rang'],
	]);
	expect(proposal.totals).toEqual({ cells: 170, accepted: 168, refused: 2 });
	const report = asJson(registerReport(proposal, 'register.xlsx'));
	expect(report.participants[2].marks['4']).toBe('refused');
	expect(report.counts.marks_by_code).toMatchObject({ attended: 118 });
});

test('asked early in the course, the marks of later sessions are refused', () => {
	const early: RegisterProposal = propose(workbook, { ...QUESTION, asOf: calendarDay('2026-02-04') });
	expect(new Set(early.refused.map((cell) => cell.code))).toEqual(new Set(['mark-in-the-future']));
	expect(early.sessions.map((session) => session.status).slice(0, 6)).toEqual([
		'held',
		'held',
		'held',
		'held',
		'scheduled',
		'scheduled',
	]);
	expect(early.totals.accepted + early.totals.refused).toBe(170);
});

test('each different mark is shown with what it is taken for, and by whose word', () => {
	const met = new Map(propose(workbook, QUESTION).marksMet.map((mark) => [mark.mark, mark]));
	expect(met.get('✓')).toMatchObject({ code: 'attended', source: 'key', firstCell: 'D6' });
	expect(met.get('l')).toMatchObject({ code: 'late', source: 'key', cells: 5 });
	expect(met.get('c/u')).toMatchObject({ code: 'caught-up', cells: 3 });
});

test('a catch-up keeps the day on which it was held', () => {
	const mark = propose(workbook, QUESTION).participants[5]!.marks[14]!;
	expect([mark.cell, mark.code, mark.caughtUpOn]).toEqual(['R11', 'caught-up', '2026-05-20']);
});

/** The sheet as a spreadsheet program saves it: dates as they are shown, joined cells in the first of them only. */
function asCsv({ sheets }: Workbook): string {
	const { cells } = sheets[0]!;
	const shown = (cell: Cell | undefined) => {
		const [, month, day] = cell?.day?.split('-') ?? [];
		return day ? `${day}/${month}` : (cell?.text ?? '');
	};
	const lines = Array.from({ length: 20 }, (_, row) =>
		Array.from({ length: 23 }, (_, column) =>
			shown(cells.find((cell) => cell.row === row + 1 && cell.column === column + 1)),
		),
	);
	return lines.map((line) => line.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n');
}

function withText(before: Workbook, ref: string, text: string): Workbook {
	const sheets = before.sheets.map((sheet) => ({
		...sheet,
		cells: sheet.cells.map((cell) => (cell.ref === ref ? { ...cell, text, value: text } : cell)),
	}));
	return { ...before, sheets };
}
