import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Entry = { readonly version?: string; readonly optionalDependencies?: Readonly<Record<string, string>> };

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };

function isLocked(from: string, name: string): boolean {
	for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
		if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]?.version) return true;
		if (folder === '' || !folder.includes('/node_modules/')) return Boolean(packages[`node_modules/${name}`]?.version);
	}
}

test('every platform has its build of every native package in the lockfile', () => {
	const missing = Object.entries(packages).flatMap(([path, entry]) =>
		Object.keys(entry.optionalDependencies ?? {})
			.filter((name) => !isLocked(path, name))
			.map((name) => `${path}: ${name}`),
	);
	expect(missing).toEqual([]);
});

test('the lockfile names no address to download from', () => {
	expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": "https?:/);
});
