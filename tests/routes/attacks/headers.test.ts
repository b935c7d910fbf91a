import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '#app/config.ts';
import { cookieOf } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { rawRequest, sendRaw } from '#tests/support/raw-request.ts';
import { addressOf, ROUTES } from '#tests/support/route-tree.ts';
import { startWeb } from '#tests/support/web-server.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

const context = testContext();
const places = givenPlaces(context);
const everyone = givenStaff(context, {
	roles: ['facilitator', 'coordinator', 'lead', 'administrator'],
	areaIds: [places.areaId],
});
const cohort = givenCohort(context, { ...places, team: [everyone], sessionCount: 3 });
const member = givenMember(context, cohort);
const cookie = cookieOf(context, everyone);
const OWN = { cookie, origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' };
const ids = { ...places, ...member, cohortId: cohort.cohortId, sessionId: cohort.sessionIds[0]!, nation: 'scotland' };
let web: Awaited<ReturnType<typeof startWeb>>;

beforeAll(async () => {
	web = await startWeb(context);
});
afterAll(() => web.close());

function headersOf(answer: string): ReadonlyMap<string, readonly string[]> {
	const lines = answer.split('\r\n\r\n')[0]!.split('\r\n').slice(1);
	const pairs = lines.map((line) => [
		line.slice(0, line.indexOf(':')).toLowerCase(),
		line.slice(line.indexOf(':') + 2),
	]);
	const named = Map.groupBy(pairs, ([name]) => name!);
	return new Map([...named].map(([name, all]) => [name, all.map(([, value]) => value!)]));
}

/** What every answer carries, once each. */
const EVERYWHERE: Readonly<Record<string, RegExp>> = {
	'content-security-policy': /^default-src 'self';base-uri 'none';frame-ancestors 'none';.*object-src 'none'/,
	'x-content-type-options': /^nosniff$/,
	'x-frame-options': /^DENY$/,
	'cross-origin-opener-policy': /^same-origin$/,
	'cross-origin-resource-policy': /^same-origin$/,
	'permissions-policy': /camera=\(\), .*geolocation=\(\), .*microphone=\(\)/,
	'referrer-policy': /^(same-origin|no-referrer)$/,
	'cache-control': /^(no-store|private, no-cache|public, max-age=\d+(, immutable)?)$/,
};

function lackingIn(answer: string): string[] {
	const headers = headersOf(answer);
	return Object.entries(EVERYWHERE)
		.filter(([name, wanted]) => headers.get(name)?.length !== 1 || !wanted.test(headers.get(name)![0]!))
		.map(([name]) => `${name}: ${headers.get(name)?.join(' | ') ?? 'missing'}`);
}

test('every page, form, redirect, refusal and file carries every protection once, and only public files may be kept', async () => {
	const asked: (readonly [string, string, Record<string, string>, string])[] = [
		...ROUTES.flatMap(({ pattern }) => [
			['GET', addressOf(pattern, ids), { cookie }, ''] as const,
			['GET', addressOf(pattern, ids), {}, ''] as const,
			['POST', addressOf(pattern, {}), OWN, 'anything=x'] as const,
		]),
		['GET', '/nowhere', { cookie }, ''],
		['GET', '/sign-in?_data=root', {}, ''],
		['GET', '/__manifest', {}, ''],
		['GET', '/%ff', {}, ''],
		['GET', '/assets/nothing.js', {}, ''],
		['PUT', '/sign-in', OWN, ''],
		['OPTIONS', '/sign-in', OWN, ''],
		['POST', '/sign-in', { ...OWN, origin: 'https://evil.example' }, ''],
		['POST', '/sign-in', OWN, `email=${'a'.repeat(2_000_000)}`],
		['HEAD', '/today', { cookie }, ''],
	];
	const lacking: string[] = [];
	const statuses = new Set<number>();
	for (const [method, path, headers, body] of asked) {
		const { text, status } = await sendRaw(web.url, [rawRequest(method, path, headers, body)]);
		statuses.add(status);
		const lacks = lackingIn(text);
		const cache = headersOf(text).get('cache-control')?.[0];
		if (cache !== 'no-store') lacks.push(`cache-control: ${cache}`);
		if (lacks.length > 0) lacking.push(`${method} ${path} ${status}: ${lacks.join(', ')}`);
	}
	expect(lacking).toEqual([]);
	expect([...statuses]).toEqual(expect.arrayContaining([200, 302, 400, 403, 404, 405, 413]));
}, 120_000);

test('styles, scripts and the icon may be kept, and carry every protection too', async () => {
	const { text } = await sendRaw(web.url, [rawRequest('GET', '/sign-in')]);
	const assets = [...text.matchAll(/(?:href|src)="(\/(?:assets\/|favicon)[^"]+)"/g)].map(([, path]) => path!);
	expect(assets.length).toBeGreaterThan(1);
	for (const path of assets) {
		const answer = await sendRaw(web.url, [rawRequest('GET', path)]);
		expect(answer.status, path).toBe(200);
		expect(lackingIn(answer.text), path).toEqual([]);
	}
});

test('no page holds a script, a style or a handler of its own, which the policy would stop', async () => {
	for (const { pattern, hasPage } of ROUTES) {
		if (!hasPage) continue;
		const { text } = await sendRaw(web.url, [rawRequest('GET', addressOf(pattern, ids), { cookie })]);
		const html = text.slice(text.indexOf('\r\n\r\n'));
		expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g), pattern).toBeNull();
		expect(html.match(/<style|\sstyle="|\son\w+="|href="javascript:/gi), pattern).toBeNull();
	}
});

test('under https the cookie is bound to this host, and browsers stay with https for a year, here and below', async () => {
	const config = readConfig({ PUBLIC_URL: 'https://plumbline.example.org', DATA_DIR: context.config.dataDir }, 'test');
	const secure = { ...context, config };
	const safe = await startWeb(secure);
	try {
		const home = await sendRaw(safe.url, [rawRequest('GET', '/sign-in')]);
		expect(headersOf(home.text).get('strict-transport-security')).toEqual(['max-age=31536000; includeSubDomains']);
		const out = await sendRaw(safe.url, [
			rawRequest('POST', '/sign-out', { origin: 'https://plumbline.example.org', 'sec-fetch-site': 'same-origin' }),
		]);
		const [set] = headersOf(out.text).get('set-cookie') ?? [];
		expect(set).toMatch(/^__Host-plumbline=; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=0$/);
	} finally {
		await safe.close();
	}
});

test('over http for one machine there is no word of https', async () => {
	const { text } = await sendRaw(web.url, [rawRequest('GET', '/sign-in')]);
	expect(headersOf(text).has('strict-transport-security')).toBe(false);
});

test('nothing says which programs answer', async () => {
	for (const path of ['/sign-in', '/nowhere', '/%ff', '/assets/nothing.js']) {
		const { text } = await sendRaw(web.url, [rawRequest('GET', path)]);
		expect(text, path).not.toMatch(/x-powered-by|^server:|express|remix|node\.js/im);
	}
});
