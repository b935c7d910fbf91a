import type { Refused } from '#app/domain/shared/outcome.ts';
import { LIMITS } from './limits.ts';
import type { FileRefusal } from './unreadable.ts';

const MEGABYTES = LIMITS.fileBytes / 1024 / 1024;
const SAVE_AS = 'Open it in your spreadsheet program, save it as an Excel workbook (.xlsx) or as CSV, and upload that.';

const SENTENCES: Readonly<Record<FileRefusal, string>> = {
	'file-empty': 'The file is empty. Choose the spreadsheet again.',
	'file-too-large': `The file is larger than ${MEGABYTES} MB. Take out pictures and other sheets, and upload it again.`,
	'file-damaged': `The file is damaged or not complete. ${SAVE_AS}`,
	'too-many-parts': `The file has more parts inside than a spreadsheet has. ${SAVE_AS}`,
	'too-much-inside':
		'The file unpacks to more than a register can hold. Copy the register into a new workbook and upload that.',
	'too-many-sheets': `The workbook has more than ${LIMITS.sheets} sheets. Copy the register into a new workbook and upload that.`,
	'too-many-cells': `The workbook has more than ${LIMITS.cells} cells in use. Copy the register into a new workbook and upload that.`,
	'unsafe-path': `The file has parts with unsafe names. ${SAVE_AS}`,
	'unsafe-xml': `The file has parts that a spreadsheet program does not write. ${SAVE_AS}`,
	'password-protected': 'The file is protected by a password. Save a copy without the password and upload that.',
	'old-excel-file': `This is a file of an old kind, such as .xls. ${SAVE_AS}`,
	'binary-workbook': `This is a binary workbook (.xlsb). ${SAVE_AS}`,
	'open-document-file': `This is an OpenDocument spreadsheet (.ods). ${SAVE_AS}`,
	'word-document': 'This is a Word document. Upload the register as a spreadsheet (.xlsx or .csv).',
	presentation: 'This is a presentation. Upload the register as a spreadsheet (.xlsx or .csv).',
	'not-a-spreadsheet':
		'This is not a spreadsheet, whatever its name says. Upload an Excel workbook (.xlsx) or a CSV file.',
	'text-unreadable': `The text in the file cannot be split into rows and columns. ${SAVE_AS}`,
	'csv-quote-not-closed': `A quotation mark in the file is opened and never closed, so the rows cannot be told apart. ${SAVE_AS}`,
};

/** Why the file was not read, as a sentence that says what to do. */
export function fileSentence({ code }: Refused<FileRefusal>): string {
	return SENTENCES[code];
}
