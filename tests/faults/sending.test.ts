import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSmtpMailer } from '#app/delivery/mail/smtp-mailer.ts';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { NUDGE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { eventIn } from '#tests/support/calendar-mail.ts';
import { testContext } from '#tests/support/context.ts';
import { type MailServer, startMailServer, unansweredPort } from '#tests/support/mail-server.ts';
import { givenMember } from '#tests/support/world.ts';
import { givenInvited, statesOf } from '../use-cases/calendar/given.ts';
import { givenEmergency, noticesOf, open } from '../use-cases/openings/given.ts';
import { givenContact, givenOff, givenReminded, outboxOf } from '../use-cases/reminders/given.ts';
import { FROM, killNow, startSender } from './start-sender.ts';

const DUE = '2026-03-09T18:30:00Z';
const AFTER_THE_LEASE = '2026-03-09T18:36:00Z';

let server: MailServer;
beforeEach(async () => {
	server = await startMailServer();
});
afterEach(() => server.close());

/** So many reminders that are due at half past six, in a database file. */
function givenDueReminders(count: number) {
	const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-sending-'));
	const context = testContext({ file: join(dataDir, 'plumbline.db') });
	const { cohortId, sessionIds, facilitator } = givenReminded(context);
	for (let number = 1; number < count; number += 1) {
		const { personId } = givenMember(context, { cohortId, sessionIds });
		givenContact(context, facilitator, personId, { address: `person${number}@example.org` });
	}
	planReminders(context, OPERATOR);
	const states = () =>
		outboxOf(context)
			.filter(({ sessionId }) => sessionId === sessionIds[0])
			.map(({ state }) => state);
	return { dataDir, context, states };
}

function startSenderAt(dataDir: string, { now = DUE, smtpUrl = server.url } = {}) {
	return startSender({ DATA_DIR: dataDir, SMTP_URL: smtpUrl, PLUMBLINE_NOW: now });
}

const runSender = (...call: Parameters<typeof startSenderAt>) =>
	startSenderAt(...call).ended.then((said) => JSON.parse(said));

test('a process killed between lease and send loses nothing and doubles nothing', async () => {
	const { dataDir, states } = givenDueReminders(1);
	server.behave({ greetAfterMs: 60_000 });
	const first = startSenderAt(dataDir);
	await expect.poll(server.connections).toBe(1);
	expect(states()).toEqual(['leased']);
	await killNow(first);

	server.behave({});
	expect(await runSender(dataDir)).toMatchObject({ sent: 0 });
	expect(await runSender(dataDir, { now: AFTER_THE_LEASE })).toMatchObject({ sent: 1 });
	expect(await runSender(dataDir, { now: AFTER_THE_LEASE })).toMatchObject({ sent: 0 });
	expect(server.received.map(({ to }) => to)).toEqual([['alex@example.org']]);
	expect(states()).toEqual(['sent']);
});

test('a process killed after the mail server had the message leaves it unknown, and nobody gets it twice', async () => {
	const { dataDir, states } = givenDueReminders(1);
	server.behave({ answerAfterMs: 60_000 });
	const first = startSenderAt(dataDir);
	await expect.poll(() => server.received.length).toBe(1);
	await killNow(first);

	server.behave({});
	expect(await runSender(dataDir, { now: AFTER_THE_LEASE })).toMatchObject({ sent: 0 });
	expect(await runSender(dataDir, { now: '2026-03-10T09:00:00Z' })).toMatchObject({ sent: 0 });
	expect(server.received).toHaveLength(1);
	expect(states()).toEqual(['unknown']);
});

test('two processes that send at the same time send each message once, with the id of its row', async () => {
	const { dataDir, context, states } = givenDueReminders(20);
	server.behave({ answerAfterMs: 50 });
	const both = await Promise.all([runSender(dataDir), runSender(dataDir)]);
	expect(both[0].sent + both[1].sent).toBe(20);
	expect(new Set(server.received.map(({ to }) => to.join())).size).toBe(20);
	expect(server.received).toHaveLength(20);
	expect(server.received.every(({ to }) => to.length === 1)).toBe(true);
	const ids = outboxOf(context).flatMap(({ id, state }) => (state === 'sent' ? [`<${id}@example.net>`] : []));
	expect(server.received.map(({ mail }) => mail.messageId).toSorted()).toEqual(ids.toSorted());
	expect(new Set(states())).toEqual(new Set(['sent']));
});

test('a mail server that is away, then busy, then there gets the message once', async () => {
	const { context, states } = givenDueReminders(1);
	const sendBy = async (url: string, now: string) => {
		context.setNow(now);
		const mailer = createSmtpMailer(url, FROM);
		return sendDue({ ...context, mailer }, OPERATOR).finally(() => mailer.close());
	};
	const nowhere = `smtp://127.0.0.1:${await unansweredPort()}`;
	expect(await sendBy(nowhere, DUE)).toMatchObject({ sent: 0, toRetry: 1 });
	server.behave({ refuseAt: 'recipient', code: 450 });
	expect(await sendBy(server.url, '2026-03-09T18:31:00Z')).toMatchObject({ sent: 0, toRetry: 1 });
	server.behave({});
	expect(await sendBy(server.url, AFTER_THE_LEASE)).toMatchObject({ sent: 1 });
	expect(server.received).toHaveLength(1);
	expect(states()).toEqual(['sent']);
});

test('a mail server that breaks off after the data has the message once and nobody sends it again', async () => {
	const { context, states } = givenDueReminders(1);
	const mailer = createSmtpMailer(server.url, FROM);
	context.setNow(DUE);
	server.behave({ dropAfterData: true });
	expect(await sendDue({ ...context, mailer }, OPERATOR)).toMatchObject({ sent: 0, unknown: 1 });
	server.behave({});
	context.setNow(AFTER_THE_LEASE);
	expect(await sendDue({ ...context, mailer }, OPERATOR)).toMatchObject({ sent: 0 });
	expect(server.received).toHaveLength(1);
	expect(states()).toEqual(['unknown']);
	mailer.close();
});

const AT_ONCE = '2026-03-03T18:00:30Z';
const SIX_MINUTES_LATER = '2026-03-03T18:06:30Z';

/** A record that was opened in an emergency, in a database file: two leads are to be told by mail. */
async function givenLeadsToTell() {
	const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-notices-'));
	const { context, coordinator, people } = await givenEmergency({ file: join(dataDir, 'plumbline.db') });
	for (const kind of NUDGE_KINDS) givenOff(context, kind);
	await open(context, coordinator, people.man);
	return { dataDir, states: () => noticesOf(context).map(({ state }) => state) };
}

test('a process killed between lease and send of a notice loses nothing and doubles nothing', async () => {
	const { dataDir, states } = await givenLeadsToTell();
	server.behave({ greetAfterMs: 60_000 });
	const first = startSenderAt(dataDir, { now: AT_ONCE });
	await expect.poll(() => server.connections()).toBe(1);
	expect(states()).toEqual(['leased', 'queued']);
	await killNow(first);

	server.behave({});
	const during = await runSender(dataDir, { now: AT_ONCE });
	expect(during.notices).toMatchObject({ sent: 1 });
	const after = await runSender(dataDir, { now: SIX_MINUTES_LATER });
	expect(after.notices).toMatchObject({ sent: 1 });
	expect(states()).toEqual(['sent', 'sent']);
	expect(new Set(server.received.map(({ to }) => to.join())).size).toBe(2);
	expect(server.received).toHaveLength(2);
}, 120_000);

test('a process killed after the mail server had a notice leaves it unknown, and nobody gets it twice', async () => {
	const { dataDir, states } = await givenLeadsToTell();
	server.behave({ answerAfterMs: 60_000 });
	const first = startSenderAt(dataDir, { now: AT_ONCE });
	await expect.poll(() => server.received.length).toBe(1);
	await killNow(first);

	server.behave({});
	const after = await runSender(dataDir, { now: SIX_MINUTES_LATER });
	expect(after.notices).toMatchObject({ sent: 1 });
	expect(states()).toEqual(['unknown', 'sent']);
	expect(new Set(server.received.map(({ to }) => to.join())).size).toBe(2);
	expect(server.received).toHaveLength(2);
}, 120_000);

test('two processes that send at the same time tell each lead once', async () => {
	const { dataDir, states } = await givenLeadsToTell();
	server.behave({ answerAfterMs: 200 });
	const both = await Promise.all([runSender(dataDir, { now: AT_ONCE }), runSender(dataDir, { now: AT_ONCE })]);
	expect(both[0].notices.sent + both[1].notices.sent).toBe(2);
	expect(server.received).toHaveLength(2);
	expect(server.received.every(({ to, mail }) => to.length === 1 && !/Priya|Dean|record/i.test(mail.text!))).toBe(true);
	expect(states()).toEqual(['sent', 'sent']);
}, 120_000);

/** So many calendar invitations that are due at once, in a database file. */
function givenInvitationsToSend(sessionCount: number) {
	const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-invitations-'));
	const { context } = givenInvited({ file: join(dataDir, 'plumbline.db'), sessionCount });
	return { dataDir, states: () => statesOf(context) };
}

test('a process killed between lease and send of a calendar invitation loses nothing and doubles nothing', async () => {
	const { dataDir, states } = givenInvitationsToSend(1);
	server.behave({ greetAfterMs: 60_000 });
	const first = startSenderAt(dataDir, { now: AT_ONCE });
	await expect.poll(() => server.connections()).toBe(1);
	expect(states()).toEqual(['request 0 leased']);
	await killNow(first);

	server.behave({});
	expect((await runSender(dataDir, { now: AT_ONCE })).invitations).toMatchObject({ sent: 0 });
	expect((await runSender(dataDir, { now: SIX_MINUTES_LATER })).invitations).toMatchObject({ sent: 1 });
	expect((await runSender(dataDir, { now: SIX_MINUTES_LATER })).invitations).toMatchObject({ sent: 0 });
	expect(server.received).toHaveLength(1);
	expect(states()).toEqual(['request 0 sent']);
}, 120_000);

test('a process killed after the mail server had a calendar invitation leaves it unknown, and nobody sends it again', async () => {
	const { dataDir, states } = givenInvitationsToSend(1);
	server.behave({ answerAfterMs: 60_000 });
	const first = startSenderAt(dataDir, { now: AT_ONCE });
	await expect.poll(() => server.received.length).toBe(1);
	await killNow(first);

	server.behave({});
	for (const now of [SIX_MINUTES_LATER, '2026-03-05T09:00:00Z']) {
		expect((await runSender(dataDir, { now })).invitations).toMatchObject({ sent: 0 });
	}
	expect(server.received).toHaveLength(1);
	expect(states()).toEqual(['request 0 unknown']);
}, 120_000);

test('two processes that send at the same time send each calendar invitation once', async () => {
	const { dataDir, states } = givenInvitationsToSend(10);
	server.behave({ answerAfterMs: 100 });
	const both = await Promise.all([runSender(dataDir, { now: AT_ONCE }), runSender(dataDir, { now: AT_ONCE })]);
	expect(both[0].invitations.sent + both[1].invitations.sent).toBe(10);
	expect(new Set(server.received.map(({ mail }) => eventIn(mail).uid)).size).toBe(10);
	expect(server.received).toHaveLength(10);
	expect(new Set(states())).toEqual(new Set(['request 0 sent']));
}, 120_000);
