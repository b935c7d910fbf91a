import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { LARGEST_BOUNCE_BYTES } from '#app/delivery/mail/read-bounce.ts';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import * as schema from '#db/schema/index.ts';
import { cookieOf } from '#tests/support/app.ts';
import { bouncedMail } from '#tests/support/bounced-mail.ts';
import { testContext } from '#tests/support/context.ts';
import { startWeb } from '#tests/support/web-server.ts';
import { givenReminded, outboxOf } from '../use-cases/reminders/given.ts';

const TOKEN = 'a-token-of-thirty-two-characters-or-more';
const plain = testContext();
const context = { ...plain, config: { ...plain.config, bounceToken: TOKEN } };
const { facilitator } = givenReminded(context);
let web: Awaited<ReturnType<typeof startWeb>>;
let without: Awaited<ReturnType<typeof startWeb>>;
let message: ReturnType<typeof outboxOf>[number];

beforeAll(async () => {
	web = await startWeb(context);
	without = await startWeb(plain);
});
afterAll(() => Promise.all([web.close(), without.close()]));

/** Alex’s first reminder has left, and nothing is known to have come back. */
beforeEach(async () => {
	context.db.delete(schema.mailBounces).run();
	context.db.delete(schema.outbox).run();
	context.db.update(schema.safeContacts).set({ failingSince: null }).run();
	context.setNow('2026-03-03T18:00:00Z');
	planReminders(context, OPERATOR);
	context.setNow('2026-03-09T18:30:00Z');
	await sendDue(context, OPERATOR);
	message = outboxOf(context)[0]!;
});

const ours = () => ({ messageId: `${message.id}@localhost`, recipient: 'alex@example.org' });

type Post = { headers?: Record<string, string>; body?: string; to?: string; path?: string };

async function post({ headers = {}, body = '', to = web.url, path = '/mails/bounces' }: Post) {
	const all = { authorization: `Bearer ${TOKEN}`, 'content-type': 'message/rfc822', ...headers };
	const response = await fetch(`${to}${path}`, { method: 'POST', headers: all, body, redirect: 'manual' });
	return { status: response.status, text: await response.text() };
}

const stateOf = () => outboxOf(context).find(({ id }) => id === message.id)!;

test('a report as mail servers write it is taken, by whoever brings the token', async () => {
	expect(await post({ body: bouncedMail(ours()) })).toEqual({ status: 204, text: '' });
	expect(stateOf()).toMatchObject({ state: 'failed', reason: 'came-back-for-good' });
});

test('so is one as short JSON', async () => {
	const { messageId, recipient } = ours();
	const body = JSON.stringify({ messageId: `<${messageId}>`, recipient, status: '5.1.1' });
	expect((await post({ body, headers: { 'content-type': 'application/json; charset=utf-8' } })).status).toBe(204);
	expect(stateOf()).toMatchObject({ state: 'failed' });
});

test('the answer to what is none, of nobody, known or of another address is the same, and changes nothing', async () => {
	const bodies = [
		'',
		'nothing',
		bouncedMail({ ...ours(), messageId: 'unknown@localhost' }),
		bouncedMail({ ...ours(), recipient: 'other@example.org' }),
		bouncedMail({ ...ours(), action: 'delayed', status: '4.4.1' }),
	];
	for (const body of bodies) expect(await post({ body })).toEqual({ status: 204, text: '' });
	const json = { 'content-type': 'application/json' };
	for (const body of ['', '{', '[]', '{"messageId":1}', 'null'])
		expect(await post({ body, headers: json })).toEqual({ status: 204, text: '' });
	expect(stateOf()).toMatchObject({ state: 'sent' });
	expect(await post({ body: bouncedMail(ours()) })).toEqual({ status: 204, text: '' });
	const { version } = stateOf();
	expect(await post({ body: bouncedMail(ours()) })).toEqual({ status: 204, text: '' });
	expect(stateOf().version).toBe(version);
});

test.each([
	['no token', { authorization: '' }],
	['another', { authorization: 'Bearer another-token-of-thirty-two-characters' }],
	['the beginning of it', { authorization: `Bearer ${TOKEN.slice(0, -1)}` }],
	['more than it', { authorization: `Bearer ${TOKEN}x` }],
	['it as a password', { authorization: `Basic ${btoa(`x:${TOKEN}`)}` }],
	['a sign-in in the place of it', { authorization: '', cookie: cookieOf(plain, facilitator) }],
])('whoever brings %s changes nothing', async (_, headers) => {
	expect((await post({ body: bouncedMail(ours()), headers })).status).toBe(401);
	expect(stateOf()).toMatchObject({ state: 'sent' });
});

test('a report that is too large is refused before it is read', async () => {
	const body = bouncedMail(ours()).padEnd(LARGEST_BOUNCE_BYTES + 1, ' ');
	expect((await post({ body })).status).toBe(413);
	expect((await post({ body: body.padEnd(1024 * 1024 + 1, ' ') })).status).toBe(413);
	expect(stateOf()).toMatchObject({ state: 'sent' });
});

test('where no token is set there is nothing, and nothing to see anywhere', async () => {
	const nowhere = await post({ to: without.url, body: bouncedMail(ours()) });
	expect(nowhere.status).toBe(404);
	const opened = await fetch(`${web.url}/mails/bounces`);
	expect(opened.status).toBe(404);
	expect(stateOf()).toMatchObject({ state: 'sent' });
});

test.each([
	'/mails/bounces/',
	'/MAILS/bounces',
	'//mails/bounces',
	'/mails/%62ounces',
	'/mails/bounces?x=1/../cohorts',
])('by another way of writing its address nobody gets past the check of where a form comes from: %s', async (path) => {
	const { status } = await post({ path, body: bouncedMail(ours()) });
	expect(path.includes('?') ? [403] : [403, 404]).toContain(status);
});
