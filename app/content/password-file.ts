import type { Reading } from './content-faults.ts';
import { filesIn, readText } from './folders.ts';

/** Reads `common.txt`: a password a line, lines that begin with `#` left out; compared in lower case. It has to be there. */
export function readCommonPasswords(reading: Reading): ReadonlySet<string> {
	filesIn(reading, /^common\.txt$/, 'common.txt');
	const lines = (readText(reading, 'common.txt') ?? '').split('\n').map((line) => line.trim().toLowerCase());
	return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')));
}
