import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { buildBySection } from '#app/http/pages/build-by-section.ts';

const build: ServerBuild = await import(new URL('../../build/server/index.js', import.meta.url).href);
const partFor = buildBySection(build);
const idsFor = (path: string) => Object.keys(partFor(path).routes);

test('every route of the app is in the part for its own address, with the root and the page that answers 404', () => {
	const pages = Object.values(build.routes).filter(({ id }) => id !== 'root');
	expect(pages.length).toBeGreaterThan(30);
	for (const { id, path } of pages) {
		const address = `/${(path ?? '').replace('*', 'nowhere').replaceAll(/:\w+/g, 'x1')}`;
		expect(idsFor(address), address).toEqual(expect.arrayContaining(['root', id, 'routes/$']));
	}
});

test('no part holds a route of another section', () => {
	expect(idsFor('/sessions/x1/register').filter((id) => !/^(root|routes\/\$$|routes\/sessions)/.test(id))).toEqual([]);
});

test('an address of no section, in whatever spelling, reaches only the page that answers 404', () => {
	for (const path of ['/nowhere', '/%73essions/x1', '/constructor', '/__proto__'])
		expect(idsFor(path), path).toEqual(['root', 'routes/$']);
	expect(idsFor('/SESSIONS/x1')).toEqual(idsFor('/sessions/x1'));
});

test('a part is made once, so that Remix prepares it once', () => {
	expect(partFor('/sessions/a')).toBe(partFor('/sessions/b'));
	expect(partFor('/nowhere')).toBe(partFor('/elsewhere'));
});
