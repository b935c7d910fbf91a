import type { Details } from '#app/domain/shared/outcome.ts';

/** Why a file is not read. Each has its sentence in `file-sentences.ts`. */
export type FileRefusal =
	| 'file-empty'
	| 'file-too-large'
	| 'file-damaged'
	| 'too-many-parts'
	| 'too-much-inside'
	| 'too-many-sheets'
	| 'too-many-cells'
	| 'unsafe-path'
	| 'unsafe-xml'
	| 'password-protected'
	| 'old-excel-file'
	| 'binary-workbook'
	| 'open-document-file'
	| 'word-document'
	| 'presentation'
	| 'not-a-spreadsheet'
	| 'text-unreadable'
	| 'csv-quote-not-closed';

/** Thrown inside this folder when a file cannot be read, and turned into a refusal at its edge. */
export class Unreadable extends Error {
	readonly code: FileRefusal;
	readonly details: Details;
	constructor(code: FileRefusal, details: Details = {}) {
		super(code);
		this.code = code;
		this.details = details;
	}
}
