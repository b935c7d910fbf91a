import { expect, test } from 'vitest';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';

async function cellsIn(bytes: Uint8Array | string): Promise<Record<string, string>> {
	const workbook = await readSpreadsheet(Buffer.from(bytes), 'C:\\teams\\Thornbeck register.csv');
	if (!workbook.done) return { refused: workbook.code };
	expect(workbook.value.sheets[0]!.name).toBe('Thornbeck register');
	expect(workbook.value.sheets[0]!.cells.every((cell) => cell.kind === 'text' && !cell.isFormula)).toBe(true);
	return Object.fromEntries(workbook.value.sheets[0]!.cells.map((cell) => [cell.ref, cell.text]));
}

test('rows are numbered as a spreadsheet program shows them, blank ones included', async () => {
	expect(await cellsIn('Title\r\n\r\n,,\r\nNo,Name\r\n1,"Kołodziej, M"\r\n2,"two\r\nlines ""quoted"""\r\n')).toEqual({
		A1: 'Title',
		A4: 'No',
		B4: 'Name',
		A5: '1',
		B5: 'Kołodziej, M',
		A6: '2',
		B6: 'two\nlines "quoted"',
	});
});

test.each([
	['a comma', 'a,b\n1;5,2\n'],
	['a semicolon', 'a;b\n1;5;2\n'],
	['a tab', 'a\tb\n1;5\t2\n'],
	['the delimiter that its first line names', 'sep=;\r\na;b\r\n1,5,2,3,4;2\r\n'],
])('columns are told apart by %s', async (_, text) => {
	const cells = await cellsIn(text);
	expect([cells.A1, cells.B1]).toEqual(['a', 'b']);
});

const TEXT = 'Name,Mark\nSiân ✓,P\n';
test.each([
	['UTF-8', Buffer.from(TEXT)],
	['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${TEXT}`)],
	['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
	['UTF-16 in the other order', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
])('%s is recognised, and the mark of its order is no part of the first heading', async (_, bytes) => {
	expect(await cellsIn(bytes)).toEqual({ A1: 'Name', B1: 'Mark', A2: 'Siân ✓', B2: 'P' });
});

test('what is no UTF-8 is read as Windows-1252', async () => {
	expect(await cellsIn(Buffer.from('Name,Note\nSi\xe2n O\x92Dowd,a \x96 b\n', 'latin1'))).toMatchObject({
		A2: 'Siân O’Dowd',
		B2: 'a – b',
	});
});

test('what begins like a formula is text', async () => {
	expect(await cellsIn('Name,Mark\n"=cmd|\' /C calc\'!A0",+1\n@SUM(1),-1\n')).toMatchObject({
		A2: "=cmd|' /C calc'!A0",
		B2: '+1',
		A3: '@SUM(1)',
		B3: '-1',
	});
});

test('a quotation mark that is never closed is refused, because rows would run together', async () => {
	expect(await cellsIn('Name,Mark\n"Lee,P\nSte,P\n')).toEqual({ refused: 'csv-quote-not-closed' });
});

test('a file with nothing but commas is empty', async () => {
	expect(await cellsIn(',,,\n\n,,\n')).toEqual({ refused: 'file-empty' });
});
