import { readFileSync } from 'node:fs';
import { constants, crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileSentence } from '#app/delivery/spreadsheet/file-sentences.ts';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';
import { effortSince } from '#tests/support/effort.ts';
import { workbookEntries, workbookFile } from './workbook-file.ts';
import { zipFile } from './zip-file.ts';

const REGISTER = readFileSync('tests/fixtures/imports/register.xlsx');
const ONE_CELL = { cells: '<row r="1"><c r="A1"><v>1</v></c></row>' };

async function refusalOf(bytes: Uint8Array, name = 'register.xlsx'): Promise<string> {
	const read = await readSpreadsheet(bytes, name);
	if (read.done) return 'read';
	expect(fileSentence(read)).toMatch(/^[A-Z].+\.$/);
	return read.code;
}

/** Deflated zeros, made piece by piece: as a bomb is, without the memory that it would take to unpack. */
async function deflatedSpaces(megabytes: number): Promise<{ bytes: Buffer; crc: number }> {
	const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED });
	const piece = Buffer.alloc(1024 * 1024, ' ');
	const chunks: Buffer[] = [];
	deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
	let crc = 0;
	for (let at = 0; at < megabytes; at++) {
		crc = crc32(piece, crc);
		if (!deflate.write(piece)) await new Promise((resume) => deflate.once('drain', resume));
	}
	await new Promise((resume) => deflate.end(resume));
	await new Promise((resume) => setImmediate(resume));
	return { bytes: Buffer.concat(chunks), crc };
}

function withSheet(sheet: { deflated: { bytes: Buffer; crc: number }; claimedBytes: number }): Buffer {
	const name = 'xl/worksheets/sheet1.xml';
	const entries = workbookEntries(ONE_CELL).map((entry) =>
		entry.name === name ? { name, content: '', ...sheet } : entry,
	);
	return zipFile(entries);
}

test('a workbook that serves as the measure of the others is read', async () => {
	expect(await refusalOf(workbookFile(ONE_CELL))).toBe('read');
});

test.each([
	['that says how large it is', 300 * 1024 * 1024, 'too-much-inside'],
	['that says less than the limit of all parts', 50 * 1024 * 1024, 'too-much-inside'],
	['that says it is small', 1000, 'file-damaged'],
])('a zip bomb %s is refused at once and with little memory', async (_, claimedBytes, code) => {
	const file = withSheet({ deflated: await deflatedSpaces(300), claimedBytes });
	expect(file.length).toBeLessThan(2 * 1024 * 1024);
	const [before, start] = [process.memoryUsage().rss, process.cpuUsage()];
	expect(await refusalOf(file)).toBe(code);
	expect(effortSince(start)).toBeLessThan(1000);
	expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
});

test('a zip with 100,000 parts is refused before they are listed', async () => {
	const deflated = { bytes: deflateRawSync(''), crc: 0 };
	const file = zipFile(Array.from({ length: 100_000 }, (_, at) => ({ name: `${at}`, content: '', deflated })));
	const start = process.cpuUsage();
	expect(await refusalOf(file)).toBe('too-many-parts');
	expect(effortSince(start)).toBeLessThan(500);
});

test('a workbook with too many cells is refused before it is parsed', async () => {
	const cells = `<row>${'<c/>'.repeat(100_000)}</row>`;
	expect(await refusalOf(workbookFile({ cells }))).toBe('too-many-cells');
});

test('an upload of more than 10 MB is refused unread', async () => {
	expect(await refusalOf(Buffer.alloc(10 * 1024 * 1024 + 1, 'PK\x03\x04'))).toBe('file-too-large');
});

test.each([
	['nothing', Buffer.alloc(0), 'file-empty'],
	['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'not-a-spreadsheet'],
	['a PDF', Buffer.from('%PDF-1.7\n'), 'not-a-spreadsheet'],
	['a web page', Buffer.from('\ufeff <html><table><tr><td>P</td></tr></table></html>'), 'not-a-spreadsheet'],
	['bytes of no kind', Buffer.from([1, 2, 3, 4, 5, 6]), 'not-a-spreadsheet'],
	['an old Excel file', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'old-excel-file'],
	[
		'a workbook behind a password',
		Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
		'password-protected',
	],
	[
		'an encrypted part',
		zipFile(workbookEntries(ONE_CELL).map((entry) => ({ ...entry, encrypted: true }))),
		'password-protected',
	],
	['an empty zip', zipFile([]), 'not-a-spreadsheet'],
	['any other zip', zipFile([{ name: 'notes.txt', content: 'hello' }]), 'not-a-spreadsheet'],
	['a Word document', zipFile([{ name: 'word/document.xml', content: '<w/>' }]), 'word-document'],
	['a presentation', zipFile([{ name: 'ppt/presentation.xml', content: '<p/>' }]), 'presentation'],
	['a binary workbook', zipFile([{ name: 'xl/workbook.bin', content: 'x' }]), 'binary-workbook'],
	[
		'an OpenDocument spreadsheet',
		zipFile([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]),
		'open-document-file',
	],
	[
		'a path out of the archive',
		zipFile([...workbookEntries(ONE_CELL), { name: '../../etc/x', content: '' }]),
		'unsafe-path',
	],
	['an absolute path', zipFile([...workbookEntries(ONE_CELL), { name: '/etc/x', content: '' }]), 'unsafe-path'],
	['one name twice', zipFile([...workbookEntries(ONE_CELL), ...workbookEntries(ONE_CELL)]), 'file-damaged'],
])('%s is refused for what it is, whatever its name', async (_, bytes, code) => {
	expect(await refusalOf(bytes)).toBe(code);
	expect(await refusalOf(bytes, 'register.csv')).toBe(code);
});

test.each([
	[
		'entities that multiply',
		'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
		'unsafe-xml',
	],
	['a file to fetch', '<!doctype x SYSTEM "file:///etc/passwd"><worksheet/>', 'unsafe-xml'],
	[
		'an unknown entity',
		'<worksheet><sheetData><row><c t="str"><v>&secret;</v></c></row></sheetData></worksheet>',
		'unsafe-xml',
	],
	['tags without end', '<worksheet><sheetData><row><c><v>1</v></c></row>', 'file-damaged'],
	['tags a thousand deep', `<worksheet>${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}</worksheet>`, 'file-damaged'],
	[
		'names that reach into objects',
		'<worksheet><__proto__><polluted>1</polluted></__proto__></worksheet>',
		'file-damaged',
	],
	[
		'a string that is not there',
		'<worksheet><sheetData><row><c t="s"><v>99</v></c></row></sheetData></worksheet>',
		'file-damaged',
	],
	[
		'a cell twice',
		'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData></worksheet>',
		'file-damaged',
	],
	[
		'a cell that no sheet has',
		'<worksheet><sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>',
		'file-damaged',
	],
	[
		'a cell in another row',
		'<worksheet><sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData></worksheet>',
		'file-damaged',
	],
	[
		'a number that is none',
		'<worksheet><sheetData><row r="1"><c r="A1"><v>one</v></c></row></sheetData></worksheet>',
		'file-damaged',
	],
])('a sheet with %s is refused', async (_, sheet, code) => {
	expect(await refusalOf(workbookFile({ cells: '', sheet }))).toBe(code);
	expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('a workbook cut off anywhere is refused', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 3, max: REGISTER.length - 1 }), async (length) => {
			expect(await refusalOf(REGISTER.subarray(0, length))).not.toBe('read');
		}),
		{ numRuns: 60 },
	);
});

test('a workbook with a damaged byte is refused or read as it was', async () => {
	const whole = await readSpreadsheet(REGISTER, 'register.xlsx');
	const cellsOf = (read: typeof whole) => (read.done ? read.value.sheets.map((sheet) => sheet.cells) : null);
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 0, max: REGISTER.length - 1 }),
			fc.integer({ min: 1, max: 255 }),
			async (at, by) => {
				const damaged = Buffer.from(REGISTER);
				damaged[at] = (damaged[at]! + by) % 256;
				const read = await readSpreadsheet(damaged, 'register.xlsx');
				if (read.done) expect(cellsOf(read)).toEqual(cellsOf(whole));
			},
		),
		{ numRuns: 60 },
	);
});

test('any bytes at all are read or refused, never thrown at', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.uint8Array({ maxLength: 400 }),
			fc.constantFrom('', 'PK\x03\x04', 'a,b\n'),
			async (bytes, start) => {
				await refusalOf(Buffer.concat([Buffer.from(start, 'latin1'), bytes]));
			},
		),
		{ numRuns: 200 },
	);
});
