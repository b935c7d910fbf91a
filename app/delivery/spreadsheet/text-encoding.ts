import { Unreadable } from './unreadable.ts';

/**
 * The text of a CSV file: by its byte-order mark, else UTF-8 where it is valid, else Windows-1252, in which Excel saves
 * CSV in Britain. The byte-order mark is not part of the text. Refused when it holds what no text does.
 */
export function decodeText(bytes: Uint8Array): string {
	const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
	// Control characters other than tab and line ends: an image or a program, whatever its name.
	// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
	if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) throw new Unreadable('not-a-spreadsheet');
	return text;
}

/** How the text is encoded, in words, and whether a byte-order mark says so. */
export function encodingInWords(bytes: Uint8Array): string {
	const encoding = encodingOf(bytes);
	if (encoding === 'windows-1252') return 'Windows-1252 (no byte-order mark)';
	const isMarked = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(0, 4)).startsWith('\ufeff');
	return `${encoding.toUpperCase()} ${isMarked ? 'with' : 'without'} byte-order mark`;
}

function encodingOf(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const nulls = (from: number) => bytes.slice(0, 400).filter((byte, at) => at % 2 === from && byte === 0).length;
	const half = Math.min(bytes.length, 400) / 2;
	if (nulls(1) > half * 0.6) return 'utf-16le';
	if (nulls(0) > half * 0.6) return 'utf-16be';
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return 'utf-8';
	} catch {
		return 'windows-1252';
	}
}
