import { CsvError, parse } from 'csv-parse/sync';
import { cellName } from '#app/domain/imports/sheet/cell-names.ts';
import type { Cell, Workbook } from '#app/domain/imports/sheet/workbook.ts';
import { LIMITS } from './limits.ts';
import { decodeText, encodingInWords } from './text-encoding.ts';
import { Unreadable } from './unreadable.ts';

const DELIMITERS = [',', ';', '\t'] as const;
const SAMPLE_CHARACTERS = 50_000;

/**
 * Reads a CSV file as the one sheet that a spreadsheet program makes of it: comma, semicolon or tab, rows numbered as
 * that program shows them, every cell as text. Nothing that begins with `=` is a formula here.
 */
export function readCsv(bytes: Uint8Array, fileName: string): Workbook {
	const [text, told] = withoutHint(decodeText(bytes));
	const delimiter = told ?? likeliestDelimiter(text);
	const records = parseRecords(text, delimiter);
	const cells: Cell[] = [];
	records.forEach((record, line) => {
		record.forEach((value, at) => {
			if (value === '') return;
			const place = { row: line + 1, column: at + 1 };
			const kept = value.replace(/\r\n?/g, '\n');
			cells.push({
				ref: cellName(place.row, place.column),
				...place,
				kind: 'text',
				text: kept,
				value: kept,
				isFormula: false,
			});
			if (cells.length > LIMITS.cells || at >= 16_384) throw new Unreadable('too-many-cells');
			if (kept.length > LIMITS.cellCharacters) throw new Unreadable('text-unreadable', { row: place.row });
		});
	});
	if (cells.length === 0) throw new Unreadable('file-empty');
	const name = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
	const sheet = { name: name || 'Sheet1', cells, merged: [], comments: [], rowCount: records.length };
	return { kind: 'csv', daySystem: 1900, sheets: [sheet], written: { encoding: encodingInWords(bytes), delimiter } };
}

function parseRecords(text: string, delimiter: string): string[][] {
	try {
		return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
	} catch (error) {
		if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED')
			throw new Unreadable('csv-quote-not-closed');
		throw new Unreadable('text-unreadable', { why: error instanceof Error ? error.message : String(error) });
	}
}

/** Excel takes a first line `sep=;` for itself and does not show it as a row. */
function withoutHint(text: string): readonly [string, string | null] {
	const hint = /^"?sep=([,;\t])"?\r?\n/i.exec(text);
	return hint ? [text.slice(hint[0].length), hint[1]!] : [text, null];
}

function likeliestDelimiter(text: string): string {
	const unquoted = text.slice(0, SAMPLE_CHARACTERS).replace(/"(?:[^"]|"")*"/g, '');
	const counts = DELIMITERS.map((delimiter) => unquoted.split(delimiter).length);
	return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}
