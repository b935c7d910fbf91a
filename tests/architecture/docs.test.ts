import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const pages = [...globSync('*.md'), ...globSync('docs/**/*.md'), ...globSync('content/**/*.md')];

test('every link and picture in the docs leads to something', () => {
	const broken = pages.flatMap((page) => {
		const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => target!);
		return links.filter((target) => !existsSync(join(dirname(page), target))).map((target) => `${page}: ${target}`);
	});
	expect(broken).toEqual([]);
});

test('every file that the docs name is there', () => {
	const missing = pages
		.filter((page) => !page.startsWith('content/'))
		.flatMap((page) => {
			const named = [...readFileSync(page, 'utf8').matchAll(/`((?:app|db|content|tests|docs)\/[\w./$-]+)`/g)].map(
				([, path]) => path!,
			);
			return named.filter((path) => !path.includes('*') && !existsSync(path)).map((path) => `${page}: ${path}`);
		});
	expect(missing).toEqual([]);
});

test('every script that the docs name exists', () => {
	const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
	const named = pages.flatMap((page) =>
		[...readFileSync(page, 'utf8').matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name]) => name!),
	);
	expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});

test('each decision says when it was made, why, what follows, and when to look at it again', () => {
	const records = globSync('docs/decisions/*.md');
	const wanted = ['## Context', '## Decision', '## Consequences', '## When to revisit'];
	const lacking = records.filter((page) => wanted.some((heading) => !readFileSync(page, 'utf8').includes(heading)));
	expect(records.length).toBeGreaterThan(7);
	expect(lacking).toEqual([]);
});

test('the settings file lists every setting that is read, and no other', () => {
	const readers = ['app/config.ts', 'app/delivery/texts/text-settings.ts'];
	const read = readers.flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/set\('([A-Z_]+)'\)/g)].map(([, name]) => name!),
	);
	const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name!);
	expect(listed.sort()).toEqual([...new Set(read)].sort());
});
