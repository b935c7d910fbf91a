import type { ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNotifyTexter } from '#app/delivery/texts/notify-texter.ts';
import { type NotifySettings, readTextSettings } from '#app/delivery/texts/text-settings.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { testContext } from '#tests/support/context.ts';
import { unansweredPort } from '#tests/support/mail-server.ts';
import { NOTIFY_KEY, NOTIFY_TEMPLATES, type NotifyServer, startNotifyServer } from '#tests/support/notify-server.ts';
import { givenMember } from '#tests/support/world.ts';
import { givenContact, givenReminded, outboxOf } from '../use-cases/reminders/given.ts';
import { killNow, startSender } from './start-sender.ts';

const DUE = '2026-03-09T18:30:00Z';
const AFTER_THE_LEASE = '2026-03-09T18:36:00Z';
const NOTIFY = { NOTIFY_API_KEY: NOTIFY_KEY, NOTIFY_TEMPLATES };

let server: NotifyServer;
beforeEach(async () => {
	server = await startNotifyServer();
});
afterEach(() => server.close());

function texterAt(url: string) {
	const env: Readonly<Record<string, string>> = { ...NOTIFY, NOTIFY_URL: url };
	return createNotifyTexter(readTextSettings((name) => env[name] ?? null, false, []) as NotifySettings);
}

/** So many reminders by text that are due at half past six, in a database file. */
function givenDueTexts(count: number) {
	const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-texting-'));
	const context = { ...testContext({ file: join(dataDir, 'plumbline.db') }), texter: texterAt(server.url) };
	const { cohortId, sessionIds, facilitator, personId } = givenReminded(context);
	givenContact(context, facilitator, personId, { channel: 'text', address: '+447700900100' });
	for (let number = 1; number < count; number += 1) {
		const member = givenMember(context, { cohortId, sessionIds });
		const address = `+4477009001${String(number).padStart(2, '0')}`;
		givenContact(context, facilitator, member.personId, { channel: 'text', address });
	}
	planReminders(context, CLOCK);
	const rows = () => outboxOf(context).filter(({ sessionId }) => sessionId === sessionIds[0]);
	return { dataDir, context, rows, states: () => rows().map(({ state }) => state) };
}

function startProcess(dataDir: string, script: 'send-once.ts' | 'take-and-die.ts', now = DUE) {
	return startSender({ ...NOTIFY, NOTIFY_URL: server.url, DATA_DIR: dataDir, PLUMBLINE_NOW: now }, script);
}

const runSender = (dataDir: string, now = DUE) =>
	startProcess(dataDir, 'send-once.ts', now).ended.then((said) => JSON.parse(said.replace('BEGUN\n', '')));

function expectKilled(child: ChildProcess): void {
	expect(child.signalCode).toBe('SIGKILL');
}

test('a process killed between lease and send loses no text and doubles none', async () => {
	const { dataDir, states } = givenDueTexts(1);
	const first = startProcess(dataDir, 'take-and-die.ts');
	await first.ended;
	expectKilled(first.child);
	expect(states()).toEqual(['leased']);
	expect(await runSender(dataDir)).toMatchObject({ sent: 0 });
	expect(await runSender(dataDir, AFTER_THE_LEASE)).toMatchObject({ sent: 1 });
	expect(await runSender(dataDir, AFTER_THE_LEASE)).toMatchObject({ sent: 0 });
	expect(server.asked.map(({ phone_number }) => phone_number)).toEqual(['+447700900100']);
	expect(states()).toEqual(['sent']);
});

test('a process killed while the service has the text leaves it unknown, and nobody gets it twice', async () => {
	const { dataDir, states } = givenDueTexts(1);
	server.behave({ after: 'silence' });
	const first = startProcess(dataDir, 'send-once.ts');
	await expect.poll(() => server.asked.length).toBe(1);
	await killNow(first);
	server.behave({});
	expect(await runSender(dataDir, AFTER_THE_LEASE)).toMatchObject({ sent: 0 });
	expect(await runSender(dataDir, '2026-03-10T09:00:00Z')).toMatchObject({ sent: 0 });
	expect(server.asked).toHaveLength(1);
	expect(states()).toEqual(['unknown']);
});

test('two processes that send at the same time send each text once, with the id of its row', async () => {
	const { dataDir, rows } = givenDueTexts(20);
	const both = await Promise.all([runSender(dataDir), runSender(dataDir)]);
	expect(both[0].sent + both[1].sent).toBe(20);
	expect(server.asked.map(({ reference }) => reference).toSorted()).toEqual(
		rows()
			.map(({ id }) => id)
			.toSorted(),
	);
	expect(new Set(server.asked.map(({ phone_number }) => phone_number)).size).toBe(20);
	expect(new Set(rows().map(({ state }) => state))).toEqual(new Set(['sent']));
});

test('a service that is away, over its limit, down, then there gets the text once', async () => {
	const { context, rows } = givenDueTexts(1);
	const sendAt = (now: string, url = server.url) => {
		context.setNow(now);
		return sendDue({ ...context, texter: texterAt(url) }, CLOCK);
	};
	expect(await sendAt(DUE, `http://127.0.0.1:${await unansweredPort()}`)).toMatchObject({ sent: 0, toRetry: 1 });
	server.behave({ status: 429, error: ['TooManyRequestsError', 'Exceeded send limits (1000) for today'] });
	expect(await sendAt('2026-03-09T18:31:00Z')).toMatchObject({ toRetry: 1 });
	expect(rows()).toMatchObject([{ state: 'queued', sentTo: null, body: null, handedOverAt: null }]);
	server.behave({ status: 500, error: ['Exception', 'Internal server error'] });
	expect(await sendAt('2026-03-09T18:36:00Z')).toMatchObject({ toRetry: 1 });
	server.behave({});
	expect(await sendAt('2026-03-09T18:50:00Z')).toMatchObject({ sent: 0 });
	expect(await sendAt('2026-03-09T18:51:00Z')).toMatchObject({ sent: 1 });
	expect(new Set(server.asked.map(({ reference }) => reference)).size).toBe(1);
	expect(rows()).toMatchObject([{ state: 'sent', attempts: 4, reason: null }]);
});

test('a service that breaks off after it has the text has it once, and nobody sends it again', async () => {
	const { context, states } = givenDueTexts(1);
	context.setNow(DUE);
	server.behave({ after: 'drop' });
	expect(await sendDue(context, CLOCK)).toMatchObject({ sent: 0, unknown: 1 });
	server.behave({});
	context.setNow(AFTER_THE_LEASE);
	expect(await sendDue(context, CLOCK)).toMatchObject({ sent: 0 });
	expect(server.asked).toHaveLength(1);
	expect(states()).toEqual(['unknown']);
});

test('a text that cannot leave in its time is told as refused, and never leaves after', async () => {
	const { context, states } = givenDueTexts(1);
	server.behave({ status: 403, error: ['AuthError', 'Invalid token: API key not found'] });
	for (const now of [DUE, '2026-03-10T09:00:00Z', '2026-03-10T16:20:00Z']) {
		context.setNow(now);
		await sendDue(context, CLOCK);
	}
	expect(states()).toEqual(['failed']);
	server.behave({});
	context.setNow('2026-03-10T18:00:00Z');
	planReminders(context, CLOCK);
	await sendDue(context, CLOCK);
	expect(server.asked).toHaveLength(3);
});
