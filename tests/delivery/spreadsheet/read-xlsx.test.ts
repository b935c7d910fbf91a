import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';
import { showsDay } from '#app/delivery/spreadsheet/xlsx-date-styles.ts';
import type { Cell, Sheet } from '#app/domain/imports/sheet/workbook.ts';
import { type WorkbookParts, workbookFile } from './workbook-file.ts';

async function sheetsIn(bytes: Uint8Array): Promise<readonly Sheet[]> {
	const workbook = await readSpreadsheet(bytes, 'register.xlsx');
	if (!workbook.done) throw new Error(JSON.stringify(workbook));
	return workbook.value.sheets;
}

async function cellsIn(parts: WorkbookParts): Promise<Record<string, Cell>> {
	const [sheet] = await sheetsIn(workbookFile(parts));
	return Object.fromEntries(sheet!.cells.map((cell) => [cell.ref, cell]));
}

test('a team’s register comes with its texts, days, joined cells and comments', async () => {
	const [register, notes] = await sheetsIn(readFileSync('tests/fixtures/imports/register.xlsx'));
	const cell = (ref: string) => register!.cells.find((each) => each.ref === ref);
	expect([register!.name, notes!.name]).toEqual(['Register', 'Notes']);
	expect(cell('D6')).toMatchObject({ kind: 'text', text: '✓', row: 6, column: 4, isFormula: false });
	expect(cell('D5')).toMatchObject({ kind: 'date', day: '2026-01-14', value: 46036 });
	expect(cell('J5')?.text).toBe('Thurs 5/3\n(moved from Weds 4/3)');
	expect([cell('K7')?.text, cell('K12')?.text, cell('J12')]).toEqual(['P ', ' ', undefined]);
	expect(cell('B8')?.text).toBe('Tunde Adéyẹmí-Clarke');
	expect(cell('U6')).toMatchObject({ kind: 'number', value: 13, isFormula: true });
	expect(cell('U6')?.formula).toBe('COUNTIF(D6:T6,"✓")+COUNTIF(D6:T6,"P")+COUNTIF(D6:T6,"/")');
	expect(cell('U11')).toMatchObject({ value: 14, isFormula: false });
	expect(register!.merged).toContainEqual({ from: 'L6', to: 'L14' });
	expect(register!.comments[2]).toEqual({
		cell: 'M13',
		author: 'HR',
		text: 'HR: was here, forgot to mark him?? check with Marek',
	});
});

test('a text in pieces of different looks is one text, and how it is pronounced is left out', async () => {
	const strings =
		'<si><r><t xml:space="preserve">Wk </t></r><r><rPr><b/></rPr><t>1</t></r><rPh sb="0" eb="1"><t>wuk</t></rPh></si><si><t>a&#10;b &amp;amp; &#x2713;_x000D_</t></si>';
	const cells = await cellsIn({
		cells: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>',
		strings,
	});
	expect(cells.A1?.text).toBe('Wk 1');
	expect(cells.B1?.text).toBe('a\nb &amp; ✓\n');
});

test('cells carry what they hold and never what a formula would give', async () => {
	const cells = await cellsIn({
		cells:
			'<row r="2"><c r="A2" t="inlineStr"><is><t>=HYPERLINK("http://example.org","x")</t></is></c><c r="B2" t="b"><v>1</v></c>' +
			'<c r="C2" t="e"><v>#N/A</v></c><c r="D2"><v>1.50</v></c><c r="E2"><f>1+1</f></c><c r="F2" t="str"><f>A1</f><v>P</v></c><c r="G2" s="0"/></row>',
	});
	expect(cells.A2).toMatchObject({ kind: 'text', text: '=HYPERLINK("http://example.org","x")', isFormula: false });
	expect(cells.B2).toMatchObject({ kind: 'boolean', value: true, text: 'TRUE' });
	expect(cells.C2).toMatchObject({ kind: 'error', text: '#N/A' });
	expect(cells.D2).toMatchObject({ kind: 'number', value: 1.5, text: '1.50' });
	expect(cells.E2).toMatchObject({ kind: 'blank', text: '', isFormula: true, formula: '1+1' });
	expect(cells.F2).toMatchObject({ kind: 'text', text: 'P', isFormula: true });
	expect(cells.G2).toBeUndefined();
});

test('a number is a day only where its format shows one, in both ways of counting days', async () => {
	const row =
		'<row r="1"><c r="A1" s="1"><v>46036.75</v></c><c r="B1" s="2"><v>0.77</v></c><c r="C1" s="3"><v>46036</v></c><c r="D1"><v>46036</v></c></row>';
	const parts = { cells: row, formats: ['d mmm', 'h:mm'] };
	const from1900 = await cellsIn(parts);
	expect(from1900.A1).toMatchObject({ kind: 'date', day: '2026-01-14', text: '2026-01-14' });
	expect(from1900.B1?.kind).toBe('number');
	expect(from1900.C1).toMatchObject({ kind: 'date', day: '2026-01-14' });
	expect(from1900.D1?.kind).toBe('number');
	expect((await cellsIn({ ...parts, is1904: true })).A1?.day).toBe('2030-01-15');
});

test.each([
	['d mmm', true],
	['dd/mm', true],
	['[$-809]dddd d mmmm yyyy', true],
	['mmm-yy', true],
	['yyyy-mm-dd hh:mm', true],
	['h:mm', false],
	['[h]:mm:ss', false],
	['mm:ss', false],
	['0%', false],
	['"day "0', false],
	['General', false],
	['#,##0.00_);[Red](#,##0.00)', false],
])('the format %s shows a day: %s', (format, expected) => {
	expect(showsDay(format)).toBe(expected);
});

test('cells without a name stand after one another, and other programs’ prefixes change nothing', async () => {
	const sheet =
		'<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Name</x:t></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row><x:row><x:c t="d"><x:v>2026-01-14T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>';
	const cells = await cellsIn({ cells: '', sheet });
	expect(Object.values(cells).map((cell) => [cell.ref, cell.text])).toEqual([
		['A1', 'Name'],
		['B1', '7'],
		['A2', '2026-01-14'],
	]);
	expect(cells.A2?.day).toBe('2026-01-14');
});

test('the author of a comment is the one named, and else the initials before its colon', async () => {
	const comment = (ref: string, author: number, text: string) =>
		`<comment ref="${ref}" authorId="${author}"><text><t>${text}</t></text></comment>`;
	const threaded =
		'[Threaded comment]&#10;&#10;Your version allows you to read this.&#10;&#10;Comment:&#10;    rang at 5';
	const comments = `<comments><authors><author>Marek D</author><author> </author><author>tc={1}</author></authors><commentList>${comment('A1', 0, 'late')}${comment('B1', 1, 'HR: was here')}${comment('C1', 2, threaded)}</commentList></comments>`;
	const [sheet] = await sheetsIn(workbookFile({ cells: '<row r="1"><c r="A1"><v>1</v></c></row>', comments }));
	expect(sheet!.comments).toEqual([
		{ cell: 'A1', author: 'Marek D', text: 'late' },
		{ cell: 'B1', author: 'HR', text: 'HR: was here' },
		{ cell: 'C1', author: null, text: 'rang at 5' },
	]);
});
