import type { Workbook } from '#app/domain/imports/sheet/workbook.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { readCsv } from './csv-workbook.ts';
import { kindOfFile } from './kind-of-file.ts';
import { LIMITS } from './limits.ts';
import { type FileRefusal, Unreadable } from './unreadable.ts';
import { readXlsx } from './xlsx-workbook.ts';

/**
 * Reads an uploaded spreadsheet into plain values. What it is, is decided by its content: the name serves only to name
 * the sheet of a CSV file. Size, number of parts, unpacked bytes and cells are limited before anything is parsed; no
 * formula is worked out, no link followed, no macro looked at. Refused with the fact (`file-sentences.ts` says it).
 */
export async function readSpreadsheet(bytes: Uint8Array, fileName: string): Promise<Outcome<Workbook, FileRefusal>> {
	try {
		if (bytes.length === 0) throw new Unreadable('file-empty');
		if (bytes.length > LIMITS.fileBytes) throw new Unreadable('file-too-large', { bytes: bytes.length });
		const kind = kindOfFile(bytes);
		if (kind === 'zip') return done(await readXlsx(bytes));
		if (kind === 'text') return done(readCsv(bytes, fileName));
		throw new Unreadable(kind);
	} catch (error) {
		if (error instanceof Unreadable) return refused(error.code, { fileName, ...error.details });
		throw error;
	}
}
