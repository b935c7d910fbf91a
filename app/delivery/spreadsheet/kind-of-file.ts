import type { FileRefusal } from './unreadable.ts';

const ZIP = [0x50, 0x4b];
/** Old Excel files, and every Office file behind a password, are such containers. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const OTHERS = [
	'\x89PNG',
	'GIF8',
	'\xff\xd8\xff',
	'%PDF',
	'{\\rtf',
	'\x1f\x8b',
	'7z\xbc\xaf',
	'Rar!',
	'BM',
	'RIFF',
	'\x7fELF',
	'MZ\x90',
];

/** What the bytes are: a zip (as .xlsx is), text (as .csv is), or the refusal for anything else. */
export function kindOfFile(bytes: Uint8Array): 'zip' | 'text' | FileRefusal {
	const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
	if (startsWith(start, ZIP) && [0x03, 0x05, 0x07].includes(start[2] ?? 0)) return 'zip';
	if (startsWith(start, OLE)) return isEncrypted(bytes) ? 'password-protected' : 'old-excel-file';
	const text = start.toString('latin1');
	if (OTHERS.some((magic) => text.startsWith(magic))) return 'not-a-spreadsheet';
	return /^(\xef\xbb\xbf)?\s*<(\?xml|!doctype|html|table|svg)/i.test(text) ? 'not-a-spreadsheet' : 'text';
}

function startsWith(bytes: Buffer, magic: readonly number[]): boolean {
	return magic.every((byte, at) => bytes[at] === byte);
}

function isEncrypted(bytes: Uint8Array): boolean {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
