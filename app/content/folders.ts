import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Reading } from './content-faults.ts';

/** The folders in the folder by name, in order; none when it is not there. */
export function foldersIn({ folder }: Reading): readonly string[] {
	return entriesOf(folder)
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);
}

/**
 * The files in the folder whose names the pattern knows, in order, each with what the pattern found. Any other file is a
 * fault, so that a slip in a name loses nothing silently; hidden files are passed over, and so are the folders that are
 * read for themselves.
 */
export function filesIn(
	reading: Reading,
	pattern: RegExp,
	called: string,
	folders: readonly string[] = [],
): readonly RegExpMatchArray[] {
	return entriesOf(reading.folder).flatMap((entry) => {
		if (entry.isDirectory() && folders.includes(entry.name)) return [];
		const match = entry.isFile() ? entry.name.match(pattern) : null;
		if (match) return [match];
		const sentence = `This does not belong here: files are called ${called}.`;
		reading.faults.push({ file: `${reading.shownAs}/${entry.name}`, line: 1, sentence });
		return [];
	});
}

/** The text of the file with plain line ends; null, and a fault, when it is not there. */
export function readText(reading: Reading, name: string): string | null {
	const path = `${reading.folder}/${name}`;
	if (existsSync(path))
		return readFileSync(path, 'utf8')
			.replace(/^\uFEFF/, '')
			.replaceAll('\r\n', '\n');
	reading.faults.push({ file: `${reading.shownAs}/${name}`, line: 1, sentence: 'The file is missing: add it.' });
	return null;
}

function entriesOf(folder: string) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true })
		.filter(({ name }) => !name.startsWith('.'))
		.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
