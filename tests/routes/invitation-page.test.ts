import { afterEach, expect, test } from 'vitest';
import { inviteFirstAdministrator } from '#app/use-cases/staff/invite-first-administrator.ts';
import { testContext } from '#tests/support/context.ts';
import { startWeb } from '#tests/support/web-server.ts';

const FORM = new URLSearchParams({ name: 'Ada', email: 'ada@example.org', password: 'slow river under the bridge' });

let web: Awaited<ReturnType<typeof startWeb>> | undefined;
afterEach(() => web?.close());

/** A page with a secret in its address, served whole; its own forms come without an origin because it sends no referrer. */
async function open() {
	const context = testContext();
	web = await startWeb(context);
	const link = `${web.url}/invitations/${inviteFirstAdministrator(context)}`;
	const send = (headers: Record<string, string>, to = link) =>
		fetch(to, { method: 'POST', body: FORM, headers: { host: 'localhost', ...headers }, redirect: 'manual' });
	return { link, send, url: web.url };
}

test('a page with a secret in its address sends no referrer and is kept nowhere', async () => {
	const { link } = await open();
	for (const address of [link, link.replace('/invitations/', '/Invitations/')]) {
		const answer = await fetch(address);
		expect(answer.status).toBe(200);
		expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
		expect(answer.headers.get('cache-control')).toBe('no-store');
	}
});

test('its form is taken without an origin only when the browser says that it is our own', async () => {
	const { send } = await open();
	expect((await send({ origin: 'null', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
	expect((await send({ origin: 'null' })).status).toBe(403);
	expect((await send({ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' })).status).toBe(403);
	const own = await send({ origin: 'null', 'sec-fetch-site': 'same-origin' });
	expect([own.status, own.headers.get('location')]).toEqual([302, '/sign-in/set-up']);
});

test('no other page takes a form without an origin', async () => {
	const { send, url } = await open();
	expect((await send({ origin: 'null', 'sec-fetch-site': 'same-origin' }, `${url}/sign-in`)).status).toBe(403);
});
