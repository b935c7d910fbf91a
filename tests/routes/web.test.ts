import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cookieOf } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { startWeb } from '#tests/support/web-server.ts';
import { givenStaff } from '#tests/support/world.ts';

const context = testContext();
const actor = givenStaff(context);
const cookie = cookieOf(context, actor);
let web: Awaited<ReturnType<typeof startWeb>>;

beforeAll(async () => {
	web = await startWeb(context);
});
afterAll(() => web.close());

const ORIGIN = 'http://localhost';
const get = (path: string, headers: Record<string, string> = {}) =>
	fetch(`${web.url}${path}`, { headers: { cookie, ...headers }, redirect: 'manual' });
const post = (path: string, headers: Record<string, string>, body: BodyInit = 'email=a&password=b') =>
	fetch(`${web.url}${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
		body,
		redirect: 'manual',
	});

test.each([
	['from another site', { origin: 'https://evil.example' }],
	['without an origin', {}],
	['from a page without an origin', { origin: 'null' }],
	['that the browser calls cross-site', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }],
	['that the browser calls same-site only', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }],
])('a form %s is refused before any page sees it', async (_, headers) => {
	for (const path of ['/sign-in', '/sign-out', '/sign-in?_data=routes%2Fsign-in', '/nowhere']) {
		expect((await post(path, headers as Record<string, string>)).status, path).toBe(403);
	}
});

test('a form from our own page is let through', async () => {
	const response = await post('/sign-in', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' });
	expect(response.status).toBe(422);
	expect(await response.text()).toContain('is not right');
});

test('Remix’s data and manifest requests are not there', async () => {
	for (const path of ['/sign-in?_data=routes%2Fsign-in', '/?_data=root', '/__manifest', '/_root.data', '/today.data']) {
		expect((await get(path)).status, path).toBe(404);
	}
});

test('Remix’s data requests are not there however long the question or its name is spelt', async () => {
	const many = Array.from({ length: 1200 }, (_, index) => `q${index}`).join('&');
	for (const question of [`${many}&_data=root`, '%5Fdata=root', '_data', 'a=1&_data=root#x']) {
		const response = await get(`/accessibility?${question}`);
		expect([response.status, response.headers.get('content-type')], question.slice(-12)).toEqual([
			404,
			'text/html; charset=utf-8',
		]);
	}
});

test('an address that cannot be read is refused, and neither it nor anything of it is written to the log', async () => {
	const written: string[] = [];
	const spies = (['log', 'info', 'warn', 'error'] as const).map((level) =>
		vi.spyOn(console, level).mockImplementation((...words) => written.push(words.join(' '))),
	);
	for (const path of ['/invitations/secret%E0%A4%A', '/calendars/secret%.ics', '/cohorts/secret%ff']) {
		const response = await get(path);
		expect(response.status, path).toBe(404);
		expect(await response.text(), path).not.toContain('secret');
	}
	for (const spy of spies) spy.mockRestore();
	expect(written.join()).not.toContain('secret');
});

test('every page keeps others out: no inline script, no framing, no guessing of types, no keeping', async () => {
	const { headers } = await get('/accessibility');
	const policy = headers.get('content-security-policy');
	expect(policy).toContain("default-src 'self'");
	expect(policy).toContain("frame-ancestors 'none'");
	expect(policy).not.toContain('unsafe-inline');
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	expect(headers.get('cache-control')).toBe('no-store');
	expect(headers.get('referrer-policy')).toBe('same-origin');
	expect(headers.has('x-powered-by')).toBe(false);
});

test('pages carry no script but the one that starts the design system', async () => {
	const html = await (await get('/accessibility')).text();
	expect(html.match(/<script/g)).toHaveLength(1);
	expect(html).not.toContain('__remixContext');
});

test('a body of 2 MB is refused with a sentence, and one that hides its length is cut off', async () => {
	const large = `email=${'a'.repeat(2 * 1024 * 1024)}`;
	const response = await post('/sign-in', { origin: ORIGIN }, large);
	expect(response.status).toBe(413);
	expect(await response.text()).toContain('Send at most 1 MB at a time');
	const stream = new ReadableStream({
		start(controller) {
			for (let part = 0; part < 40; part += 1) controller.enqueue(new TextEncoder().encode('a'.repeat(100_000)));
			controller.close();
		},
	});
	const hidden = fetch(`${web.url}/sign-in`, {
		method: 'POST',
		headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
		body: stream,
		duplex: 'half',
	} as RequestInit);
	await expect(hidden.then(({ status }) => status)).resolves.toBe(413);
});

test('an upload of 40 MB is refused by its announced length, before it is sent', async () => {
	const { hostname, port } = new URL(web.url);
	const answer = await new Promise<string>((resolve, reject) => {
		const socket = connect(Number(port), hostname, () => {
			socket.write(
				`POST /imports/new HTTP/1.1\r\nHost: localhost\r\nOrigin: ${ORIGIN}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 41943040\r\n\r\n`,
			);
		});
		let said = '';
		socket.on('data', (chunk) => {
			said += chunk;
			if (said.includes('</html>')) socket.end(() => resolve(said));
		});
		socket.on('error', reject);
	});
	expect(answer).toMatch(/^HTTP\/1\.1 413/);
	expect(answer).toContain('Send at most 10 MB at a time');
});

test('a body that is no form is refused with a sentence', async () => {
	const response = await post('/sign-in', { origin: ORIGIN, 'content-type': 'application/json' }, '{"email":');
	expect(response.status).toBe(400);
	expect(await response.text()).toContain('could not be read');
});

test('an address that is nobody’s, and one outside the pages, answer 404 and tell nothing', async () => {
	for (const path of [
		'/nowhere',
		'/.vite/manifest.json',
		'/assets/nothing.js',
		'/%2e%2e/%2e%2e/etc/passwd',
		'/assets/..%2f..%2fserver/index.js',
	]) {
		const response = await get(path);
		expect(response.status, path).toBe(404);
		expect(await response.text(), path).not.toMatch(/root:|Error:|node_modules/);
	}
});

test('somebody who is not signed in is sent to sign in, from every page', async () => {
	for (const path of [
		'/',
		'/today',
		'/cohorts',
		'/people',
		'/messages',
		'/staff',
		'/imports',
		'/calendar',
		'/programmes',
	]) {
		const response = await get(path, { cookie: '' });
		expect([response.status, response.headers.get('location')], path).toEqual([302, '/sign-in']);
	}
});

test('signing out takes the cookie away, ends the sign-in and has the browser forget', async () => {
	const own = cookieOf(context, actor);
	const response = await post('/sign-out', { origin: ORIGIN, cookie: own }, '');
	expect(response.headers.get('location')).toBe('/sign-in?said=signed-out');
	expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
	expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
	expect((await get('/', { cookie: own })).headers.get('location')).toBe('/sign-in');
});

test('a word in the address that is not ours says nothing on the page', async () => {
	for (const word of ['<script>', 'constructor', '__proto__', 'toString']) {
		const html = await (await get(`/sign-in?said=${encodeURIComponent(word)}`, { cookie: '' })).text();
		expect(html).not.toContain('govuk-notification-banner');
	}
});
