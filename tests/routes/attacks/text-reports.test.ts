import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '#app/config.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { paths } from '#app/paths.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { cookieOf } from '#tests/support/app.ts';
import { lastEntry, trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';
import { NOTIFY_KEY, NOTIFY_TEMPLATES } from '#tests/support/notify-server.ts';
import { startWeb } from '#tests/support/web-server.ts';
import { givenContact, givenReminded, outboxOf } from '../../use-cases/reminders/given.ts';

const TOKEN = 'the-token-that-was-agreed-with-notify';
const NOTIFY = { NOTIFY_API_KEY: NOTIFY_KEY, NOTIFY_TEMPLATES, NOTIFY_CALLBACK_TOKEN: TOKEN };
const { texts } = readConfig(NOTIFY, 'test');

const plain = testContext();
const context = {
	...plain,
	config: { ...plain.config, texts },
	texter: {
		send: async (_text: unknown, mayLeave: () => boolean = () => true) => {
			mayLeave();
			return { state: 'sent' } as const;
		},
	},
};
const { facilitator, personId, sessionIds } = givenReminded(context);
givenContact(context, facilitator, personId, { channel: 'text', address: '07700 900123' });
planReminders(context, CLOCK);
context.setNow('2026-03-09T18:30:00Z');
const row = () => outboxOf(context).find(({ sessionId }) => sessionId === sessionIds[0])!;

let web: Awaited<ReturnType<typeof startWeb>>;
beforeAll(async () => {
	await sendDue(context, CLOCK);
	web = await startWeb(context);
});
afterAll(() => web.close());

const report = (change: Readonly<Record<string, unknown>> = {}) =>
	JSON.stringify({
		...{ id: '740e5834-3a29-46b4-9a6f-16142fde533a', reference: row().id, to: '+447700900123', status: 'delivered' },
		...{ created_at: '2026-03-09T18:30:00.000000Z', completed_at: null, sent_at: null, notification_type: 'sms' },
		...{ template_id: 'f33517ff-2a88-4f6e-b855-c550268ce08a', template_version: 1, ...change },
	});

async function post(body: string, { token = `Bearer ${TOKEN}`, path = paths.textDeliveries(), url = web.url } = {}) {
	const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: token }) };
	const response = await fetch(`${url}${path}`, { method: 'POST', headers, body, redirect: 'manual' });
	const kept = [...response.headers].filter(([name]) => name !== 'date');
	return { status: response.status, headers: JSON.stringify(kept), body: await response.text() };
}

test.each([
	['no token', ''],
	['another token', 'Bearer another-token-that-is-as-long-as-it'],
	['the start of the token', `Bearer ${TOKEN.slice(0, -1)}`],
	['more than the token', `Bearer ${TOKEN}s`],
	['the token by another scheme', `Basic ${TOKEN}`],
	['the token bare', TOKEN],
	['an empty token', 'Bearer '],
])('a report with %s is believed by nobody', async (_which, token) => {
	const since = lastEntry(context);
	expect(await post(report({ status: 'permanent-failure' }), { token })).toMatchObject({ status: 401, body: '' });
	expect(row().state).toBe('sent');
	expect(trailOf(context, since)).toMatchObject([{ by: null, action: 'text-reported', outcome: 'wrong-token' }]);
});

test.each([
	'',
	'null',
	'[]',
	'{',
	'{"status":"delivered"}',
	'{"reference":7,"status":"delivered"}',
	'{"reference":"x","status":"sent"}',
	'{"reference":"x","status":["delivered"]}',
	'{"__proto__":{"reference":"x"},"status":"delivered"}',
	`{"reference":"${'x'.repeat(101)}","status":"delivered"}`,
	`{"reference":"x","status":"delivered","to":"${'9'.repeat(10_000)}"}`,
])('the hostile report %# is refused and changes nothing', async (body) => {
	const since = lastEntry(context);
	expect(await post(body)).toMatchObject({ status: 400, body: '' });
	expect(trailOf(context, since)).toEqual([]);
});

test('a report is taken, twice is once, and an unknown text is answered with the same bytes', async () => {
	const unknown = await post(report({ reference: 'nonesuch' }));
	const nobodys = await post(report({ reference: null }));
	const known = await post(report({ status: 'permanent-failure' }));
	expect(known).toMatchObject({ status: 204, body: '' });
	expect(row()).toMatchObject({ state: 'failed', reason: 'text-permanent-failure' });
	const again = await post(report({ status: 'permanent-failure' }));
	expect([unknown, nobodys, again]).toEqual([known, known, known]);
});

test('a sign-in is no token, and the address shows nothing', async () => {
	const cookie = cookieOf(context, facilitator);
	const response = await fetch(`${web.url}${paths.textDeliveries()}`, {
		method: 'POST',
		headers: { cookie },
		body: '{}',
	});
	expect(response.status).toBe(401);
	expect((await fetch(`${web.url}${paths.textDeliveries()}`, { headers: { cookie } })).status).toBe(404);
});

test.each([
	'/texts/deliveries/',
	'/TEXTS/DELIVERIES',
	'/texts/deliveries/x',
	'/texts//deliveries',
	'/texts/deliveries?x',
	'/%74exts/deliveries',
])('no other way of writing the address, as %s, gets past the check where a form comes from', async (path) => {
	expect((await post(report(), { path })).status).toBe(403);
});

test('where no token is agreed the address is not there', async () => {
	const without = await startWeb(plain);
	try {
		const { status } = await post(report(), { url: without.url });
		expect(status).toBe(404);
	} finally {
		await without.close();
	}
});

test('of many wrong tokens from one address no more is written after a while, and the right one is heard all the same', async () => {
	const statuses: number[] = [];
	for (let tries = 0; tries < 32; tries += 1) statuses.push((await post('{}', { token: 'Bearer wrong' })).status);
	expect(new Set(statuses)).toEqual(new Set([401, 429]));
	const since = lastEntry(context);
	expect(await post(report({}), { token: 'Bearer wrong' })).toMatchObject({ status: 429, body: '' });
	expect(trailOf(context, since)).toEqual([]);
	expect(await post(report({ status: 'permanent-failure' }))).toMatchObject({ status: 204 });
	expect(row()).toMatchObject({ state: 'failed', reason: 'text-permanent-failure' });
});
