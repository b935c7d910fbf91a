import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// A folder app/http/reports was once left out of a commit, because the mutation runs’ folder of that name stands in
// .gitignore: here all was well, and in a fresh clone nothing built.
test('a folder that git leaves out is named from the root, so that no folder of ours is left out by its name', () => {
	const folders = readFileSync('.gitignore', 'utf8')
		.split('\n')
		.filter((pattern) => pattern.endsWith('/'));
	expect(folders).not.toEqual([]);
	expect(folders.filter((pattern) => !pattern.startsWith('/'))).toEqual([]);
});
