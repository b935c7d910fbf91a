import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieOf } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { rawRequest, sendRaw } from '#tests/support/raw-request.ts';
import { startWeb } from '#tests/support/web-server.ts';
import { givenStaff } from '#tests/support/world.ts';

const context = testContext();
const cookie = cookieOf(
	context,
	givenStaff(context, { roles: ['facilitator', 'coordinator', 'lead', 'administrator'] }),
);
let web: Awaited<ReturnType<typeof startWeb>>;

beforeAll(async () => {
	web = await startWeb(context);
});
afterAll(() => web.close());

const UP = [
	'../',
	'..%2f',
	'%2e%2e/',
	'%2e%2e%2f',
	'..\\',
	'..%5c',
	'%252e%252e%252f',
	'....//',
	'%c0%ae%c0%ae/',
	'.%00./',
];
const TARGETS = ['package.json', 'etc/passwd', 'build/server/index.js', 'data/plumbline.db', '.env', '.git/config'];
const STARTS = [
	'/',
	'/assets/',
	'/cohorts/',
	'/imports/',
	'/programmes/',
	'/people/x/',
	'/calendars/',
	'/invitations/',
];

test('no address climbs out of what is served', async () => {
	const found: string[] = [];
	for (const start of STARTS) {
		for (const up of UP) {
			for (const target of TARGETS) {
				const path = `${start}${up.repeat(6)}${target}`;
				const { status, text } = await sendRaw(web.url, [rawRequest('GET', path, { cookie })]);
				const isTelling = /root:.*:0:0|"private": true|SQLite format|createRequestHandler|\[core\]|Error:/.test(text);
				if (![400, 404, 410].includes(status) || isTelling) found.push(`${path} ${status}`);
			}
		}
	}
	expect(found).toEqual([]);
}, 120_000);

test.each([
	'/.env',
	'/.git/HEAD',
	'/package.json',
	'/package-lock.json',
	'/node_modules/express/package.json',
	'/app/server.ts',
	'/build/server/index.js',
	'/server/index.js',
	'/data/plumbline.db',
	'/plumbline.db',
	'/.vite/manifest.json',
	'/assets/',
	'/assets',
	'/favicon.svg/',
	'/robots.txt%00.html',
	'//evil.example/',
	'///etc/passwd',
	'/\\evil.example',
	'/%5c%5cevil.example',
	'/assets/%00',
	'/cohorts/%0d%0aSet-Cookie:%20evil=1',
	'/people/%0d%0aLocation:%20https:%2f%2fevil.example/safe-contact/end',
	`/cohorts/${'a'.repeat(4000)}`,
	'/cohorts/__proto__',
	'/cohorts/constructor',
	'/programmes/__proto__/plans/1',
	'/programmes/caring-dads@1/plans/999999999999999999999',
])('%s is not there, whoever asks, and answers nothing of itself', async (path) => {
	for (const headers of [{ cookie }, {}] as Record<string, string>[]) {
		const { status, text } = await sendRaw(web.url, [rawRequest('GET', path, headers)]);
		const location = /^location: (.*)$/im.exec(text)?.[1]?.trim();
		expect([302, 404], path).toContain(status);
		if (status === 302) expect(location).toBe('/sign-in');
		expect(text).not.toMatch(/^set-cookie/im);
		expect(text).not.toContain('evil.example');
	}
});

test('an address that names a whole other site is answered as ours', async () => {
	const { status, text } = await sendRaw(web.url, [rawRequest('GET', 'http://evil.example/sign-in')]);
	expect([200, 400, 404]).toContain(status);
	expect(text).not.toContain('evil.example');
});
