import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { buildByAddress } from '#app/http/pages/build-by-address.ts';

const build: ServerBuild = await import(new URL('../../build/server/index.js', import.meta.url).href);
const partFor = buildByAddress(build);
const idsFor = (path: string) => Object.keys(partFor(path).routes).sort();

test('every route of the app is in the part for its own address, with the root', () => {
	const pages = Object.values(build.routes).filter(({ id }) => id !== 'root');
	expect(pages.length).toBeGreaterThan(30);
	for (const { id, path } of pages) {
		const address = `/${(path ?? '').replace('*', 'nowhere').replaceAll(/:\w+/g, 'x1')}`;
		expect(idsFor(address), address).toEqual(expect.arrayContaining(['root', id]));
	}
});

test('a part holds no route that another address is written out for', () => {
	expect(idsFor('/sessions/x1/register')).toEqual(['root', 'routes/sessions.$sessionId_.register']);
	expect(idsFor('/staff/new')).toEqual(expect.arrayContaining(['routes/staff.new', 'routes/staff.$staffId']));
});

test('an address that may not be one of a route after all also reaches the page that answers 404', () => {
	for (const path of ['/sessions//x1/register', '//sessions/x1/register', '/calendars/x1', '/cohorts/x1/register.csv'])
		expect(idsFor(path), path).toContain('routes/$');
});

test('an address of no section, in whatever spelling, reaches only the page that answers 404', () => {
	for (const path of ['/nowhere', '/%73essions/x1', '/constructor', '/__proto__'])
		expect(idsFor(path), path).toEqual(['root', 'routes/$']);
	expect(idsFor('/SESSIONS/x1')).toEqual(idsFor('/sessions/x1'));
});

test('a part is made once, so that Remix prepares it once', () => {
	expect(partFor('/sessions/a')).toBe(partFor('/sessions/b'));
	expect(partFor('/sessions/a/nowhere')).toBe(partFor('/nowhere'));
	expect(partFor('/nowhere')).toBe(partFor('/elsewhere'));
});
