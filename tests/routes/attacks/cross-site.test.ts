import { afterAll, beforeAll, expect, test } from 'vitest';
import * as schema from '#db/schema/index.ts';
import { cookieOf } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { rawRequest, sendRaw } from '#tests/support/raw-request.ts';
import { addressOf, ROUTES } from '#tests/support/route-tree.ts';
import { startWeb } from '#tests/support/web-server.ts';
import { givenPlaces, givenStaff } from '#tests/support/world.ts';

const context = testContext();
const places = givenPlaces(context);
const administrator = givenStaff(context, { roles: ['administrator'] });
const cookie = cookieOf(context, administrator);
let web: Awaited<ReturnType<typeof startWeb>>;

beforeAll(async () => {
	web = await startWeb(context);
});
afterAll(() => web.close());

const ORIGIN = 'http://localhost';
const EVIL = 'https://evil.example';
const OWN = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const areas = () => context.db.select().from(schema.areas).all().length;

type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string };
const send = ({
	method = 'POST',
	path = '/places/areas/new',
	headers = FORM,
	body = 'name=Evil&nation=scotland',
}: Sent) => sendRaw(web.url, [rawRequest(method, path, { cookie, ...headers }, body)]);

test('the form that the attacks below send does add an area when it comes from our own page', async () => {
	const before = areas();
	expect((await send({ headers: { ...FORM, ...OWN } })).status).toBe(302);
	expect(areas()).toBe(before + 1);
});

/** Where a request says that it comes from, as another site can have it said. */
const ELSEWHERE: readonly (readonly [string, Record<string, string>])[] = [
	['another site', { origin: EVIL, 'sec-fetch-site': 'cross-site' }],
	['another site, in an old browser', { origin: EVIL }],
	['nowhere', {}],
	['nowhere, with a referrer of ours', { referer: `${ORIGIN}/places/areas/new` }],
	['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
	['a sandboxed frame that says it is ours', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
	['a neighbour', { origin: 'http://evil.localhost', 'sec-fetch-site': 'same-site' }],
	['our own name on another port', { origin: `${ORIGIN}:8080`, 'sec-fetch-site': 'same-site' }],
	['our own name under https', { origin: 'https://localhost', 'sec-fetch-site': 'cross-site' }],
	['our own origin, says the sender, but not the browser', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }],
	['a typed address', { origin: ORIGIN, 'sec-fetch-site': 'none' }],
	['an origin that begins like ours', { origin: `${ORIGIN}.evil.example` }],
	['two origins', { origin: `${ORIGIN}, ${EVIL}` }],
	['our origin in capitals', { origin: 'HTTP://LOCALHOST' }],
];

const BODIES: readonly (readonly [string, Record<string, string>, string])[] = [
	['a plain form', FORM, 'name=Evil&nation=scotland'],
	[
		'a multipart form',
		{ 'content-type': 'multipart/form-data; boundary=x' },
		'--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nEvil\r\n--x\r\nContent-Disposition: form-data; name="nation"\r\n\r\nscotland\r\n--x--\r\n',
	],
	['plain text', { 'content-type': 'text/plain' }, 'name=Evil\r\nnation=scotland\r\n'],
	['JSON', { 'content-type': 'application/json' }, '{"name":"Evil","nation":"scotland"}'],
	['no type', {}, 'name=Evil&nation=scotland'],
];

test.each(ELSEWHERE)('a form from %s changes nothing, whatever its body', async (_from, headers) => {
	const before = areas();
	for (const [kind, type, body] of BODIES) {
		const { status, text } = await send({ headers: { ...type, ...headers }, body });
		expect(status, kind).toBe(403);
		expect(text, kind).toContain('came from somewhere else');
	}
	expect(areas()).toBe(before);
});

test('no address of the app takes a form from another site, by whatever way it asks for an answer', async () => {
	const context404: string[] = [];
	for (const { pattern } of [...ROUTES, { pattern: '/nowhere' }]) {
		const path = addressOf(pattern, places);
		for (const question of ['', '?_data=root', '?_data=routes%2Fplaces.areas.new', '?index']) {
			const { status } = await send({ path: path + question, headers: { ...FORM, origin: EVIL } });
			if (status !== 403) context404.push(`${path}${question} ${status}`);
		}
	}
	expect(ROUTES.length).toBeGreaterThan(50);
	// Neither takes a form: another machine proves itself there by a token (tests/routes/attacks/text-reports.test.ts).
	expect(context404.toSorted()).toEqual(['/mails/bounces 404', '/texts/deliveries 404']);
	expect((await send({ path: '/__manifest', headers: { ...FORM, origin: EVIL } })).status).toBe(403);
	expect((await send({ path: '/assets/nothing.js', headers: { ...FORM, origin: EVIL } })).status).toBe(403);
});

test('methods that no page has are refused for everybody, and so are those that stand in for another', async () => {
	const before = areas();
	const methods = [
		'PUT',
		'PATCH',
		'DELETE',
		'OPTIONS',
		'TRACE',
		'PROPFIND',
		'MKCOL',
		'LOCK',
		'SEARCH',
		'PURGE',
		'QUERY',
	];
	for (const method of methods) {
		for (const headers of [OWN, { origin: EVIL }, {}]) {
			const { status, text } = await send({ method, headers: { ...FORM, ...headers } as Record<string, string> });
			expect([405, 501, 400], `${method} ${JSON.stringify(headers)}`).toContain(status);
			if (status === 405) expect(text).toMatch(/^allow: GET, HEAD, POST/im);
			expect(text).not.toMatch(/access-control/i);
		}
	}
	for (const method of ['NONSENSE', 'post', 'GET\tX']) expect((await send({ method, headers: OWN })).status).toBe(400);
	expect(areas()).toBe(before);
});

test('a read is a read, whatever its headers, its question or its body say', async () => {
	const before = areas();
	const overrides = {
		'x-http-method-override': 'POST',
		'x-http-method': 'POST',
		'x-method-override': 'POST',
	};
	for (const method of ['GET', 'HEAD']) {
		const { status } = await send({
			method,
			path: '/places/areas/new?_method=POST&name=Evil&nation=scotland',
			headers: { ...FORM, ...overrides },
		});
		expect(status).toBe(200);
	}
	expect(areas()).toBe(before);
});

test('a form that names another method is the form that it is', async () => {
	const { status } = await send({
		headers: { ...FORM, ...OWN, 'x-http-method-override': 'DELETE' },
		body: '_method=DELETE',
	});
	expect(status).toBe(400);
});

test('a read asks no other site to share it, and answers no question of another site’s script', async () => {
	const { text } = await send({ method: 'GET', path: '/places', headers: { origin: EVIL }, body: '' });
	expect(text).toMatch(/^cross-origin-resource-policy: same-origin/im);
	expect(text).not.toMatch(/access-control-allow/i);
});

test('the host that a request names is not believed: no answer and no redirect names it', async () => {
	const headers = { Host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
	for (const path of ['/', '/places', '/sign-in', '/nowhere']) {
		const { text } = await send({ method: 'GET', path, headers, body: '' });
		expect(text, path).not.toContain('evil.example');
	}
	const { status } = await send({ headers: { ...FORM, ...headers, origin: 'http://evil.example' } });
	expect(status).toBe(403);
});
