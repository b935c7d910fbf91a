import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, type TestContext as OfTest, test } from 'vitest';
import { createSmtpMailer } from '#app/delivery/mail/smtp-mailer.ts';
import { OPERATOR } from '#app/domain/access/actor.ts';
import type { MessageState } from '#app/domain/reminders/message-states.ts';
import { STATE_NAMES, whyNotSent } from '#app/domain/reminders/reason-sentences.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant, instantOf, plusMinutes } from '#app/domain/shared/instant.ts';
import { planAndSend } from '#app/jobs/plan-and-send.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { takeDueMessage } from '#app/use-cases/reminders/take-message.ts';
import { openDatabase } from '#db/client.ts';
import * as schema from '#db/schema/index.ts';
import { insertAuditEntry } from '#db/stores/audit.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import { type Step, startMailWire } from '#tests/support/mail-wire.ts';
import { givenContact, givenReminded, outboxOf } from '../use-cases/reminders/given.ts';
import { FROM, killNow, startSender } from './start-sender.ts';

const DUE = '2026-03-09T18:30:00Z';
const AFTER_THE_LEASE = '2026-03-09T18:36:00Z';

/** One reminder that is due, in a database file, and a mail server behind a wire. */
async function givenDue({ onTestFinished }: Pick<OfTest, 'onTestFinished'>) {
	const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-states-'));
	const file = join(dataDir, 'plumbline.db');
	const context = testContext({ file });
	givenReminded(context);
	planReminders(context, OPERATOR);
	context.setNow(DUE);
	const server = await startMailServer({ takesOneWordAtATime: true });
	const wire = await startMailWire(server.port);
	const mailer = createSmtpMailer(wire.url, FROM);
	onTestFinished(async () => {
		mailer.close();
		await Promise.all([wire.close(), server.close()]);
		context.db.$client.close();
	});
	const bySmtp: TestContext = { ...context, mailer };
	const sendAt = (now: string) => {
		context.setNow(now);
		return sendDue(bySmtp, OPERATOR);
	};
	return { dataDir, file, context, bySmtp, server, wire, sendAt, message: () => outboxOf(context)[0]! };
}

type Given = Awaited<ReturnType<typeof givenDue>>;

/** What a person is told of it: its state by name, and why it is not sent where there is anything to explain. */
function expectTold({ message }: Given, state: MessageState, why: RegExp | null = null) {
	const found = message();
	expect(found.state).toBe(state);
	expect(STATE_NAMES[found.state]).toMatch(/^[A-Z]/);
	const sentence = whyNotSent(found.state, found.reason);
	if (why) expect(sentence).toMatch(why);
	else expect(sentence).toBeNull();
}

const MAY_HAVE_ARRIVED = /may or may not have arrived/;

/** Senders come by after the lease and the next morning: what was never with the mail server arrives once, all else no more. */
async function expectOnlyOnce(given: Given, ends: 'sent' | 'unknown', arrives = 1) {
	for (const now of [DUE, AFTER_THE_LEASE, '2026-03-10T09:00:00Z']) await given.sendAt(now);
	expectTold(given, ends, ends === 'sent' ? null : MAY_HAVE_ARRIVED);
	expect(given.server.received).toHaveLength(arrives);
	const ids = given.server.received.map(({ mail }) => mail.messageId?.split('@')[0]);
	expect(ids).toEqual(ids.map(() => `<${given.message().id}`));
}

test.concurrent('a process killed while a message waits has lost nothing', async (of) => {
	const given = await givenDue(of);
	given.context.db.$client.exec('begin immediate');
	const sender = startProcess(given);
	await sender.begun;
	await killNow(sender);
	given.context.db.$client.exec('rollback');
	expectTold(given, 'queued');
	await expectOnlyOnce(given, 'sent');
});

test.concurrent.for([
	{ at: 'MAIL FROM', ends: 'sent' },
	{ at: 'DATA', ends: 'sent' },
	{ at: 'in the message', ends: 'unknown' },
] as const satisfies readonly { at: Step; ends: string }[])(
	'a process killed at $at: in the end $ends, and never twice',
	async ({ at, ends }, of) => {
		const given = await givenDue(of);
		given.wire.behave({ at, isSilent: true });
		const sender = startProcess(given);
		await given.wire.struck();
		expectTold(given, 'leased');
		await killNow(sender);
		given.wire.behave(null);
		await expectOnlyOnce(given, ends, ends === 'sent' ? 1 : 0);
	},
);

test.concurrent('a process killed when the mail server has the message and the row does not say so yet', async (of) => {
	const given = await givenDue(of);
	given.server.behave({ answerAfterMs: 500 });
	const sender = startProcess(given);
	await expect.poll(() => given.server.received.length).toBe(1);
	// It gets its answer, and waits to write it down.
	given.context.db.$client.exec('begin immediate');
	await new Promise((resolve) => setTimeout(resolve, 1000));
	expect(sender.child.exitCode).toBeNull();
	await killNow(sender);
	given.context.db.$client.exec('rollback');
	expectTold(given, 'leased');
	await expectOnlyOnce(given, 'unknown');
});

function startProcess({ dataDir, wire }: Given) {
	return startSender({ DATA_DIR: dataDir, SMTP_URL: wire.url, PLUMBLINE_NOW: DUE });
}

/** Each transaction of a message that leaves, and where it stands for good when that one could not be written. */
const TRANSACTIONS = [
	{ of: 'taking it up', before: 'queued', ends: 'sent' },
	{ of: 'handing it over', before: 'leased', ends: 'sent' },
	{ of: 'writing down that it left', before: 'leased', ends: 'unknown' },
] as const;

/** What keeps the database from being written, until it is let go. */
const BROKEN = [
	{ by: 'a full disk', says: 'database or disk is full', breakIt: fillUp },
	{ by: 'somebody who holds the database', says: 'database is locked', breakIt: lock },
] as const;

test.for(BROKEN.flatMap((broken) => TRANSACTIONS.map((step) => ({ ...broken, ...step }))))(
	'$by at $of: in the end $ends, and never twice',
	async ({ says, breakIt, of, before, ends }, ofTest) => {
		const given = await givenDue(ofTest);
		const { bySmtp } = given;
		let mend = () => {};
		const strike = (step: (typeof TRANSACTIONS)[number]['of']) => {
			if (step === of) mend = breakIt(given);
		};
		strike('taking it up');
		const broken: TestContext = {
			...bySmtp,
			mailer: {
				...bySmtp.mailer,
				send: async (mail, ask = () => true) => {
					const delivery = await bySmtp.mailer.send(mail, () => {
						strike('handing it over');
						return ask();
					});
					strike('writing down that it left');
					return delivery;
				},
			},
		};
		await expect(sendDue(broken, OPERATOR)).rejects.toThrow(says);
		mend();
		expectTold(given, before);
		expect(given.server.received).toHaveLength(ends === 'unknown' ? 1 : 0);
		await expectOnlyOnce(given, ends);
	},
);

/** Not one more entry fits into the database, however small. */
function fillUp({ context: { db, clock } }: Given): () => void {
	db.$client.pragma(`max_page_count = ${db.$client.pragma('page_count', { simple: true })}`);
	const smallest = {
		at: clock.now(),
		actorKind: 'system',
		staffId: null,
		action: 'signed-out',
		outcome: 'done',
	} as const;
	expect(() => {
		for (;;) insertAuditEntry(db, { ...smallest, record: null, people: [], details: {} });
	}).toThrow('database or disk is full');
	return () => db.$client.pragma('max_page_count = 1000000');
}

/** Another connection holds the write lock, for longer than anybody waits. */
function lock({ context: { db }, file }: Given): () => void {
	db.$client.pragma('busy_timeout = 20');
	const other = openDatabase(file);
	other.$client.exec('begin immediate');
	return () => {
		other.$client.exec('rollback');
		other.$client.close();
	};
}

/** The clock is set wrong for a while, and right again. */
const CLOCK_FAULTS = [
	{ name: 'goes ahead an hour', at: '2026-03-09T19:30:00Z' },
	{ name: 'goes ahead to the session', at: '2026-03-10T18:31:00Z' },
	{ name: 'goes ahead a year', at: '2027-03-09T18:30:00Z' },
	{ name: 'goes back an hour', at: '2026-03-09T17:30:00Z' },
	{ name: 'goes back a year', at: '2025-03-09T18:30:00Z' },
];

test.concurrent.for(CLOCK_FAULTS)('a clock that $name while a message waits: it leaves once', async ({ at }, of) => {
	const given = await givenDue(of);
	const { bySmtp, server } = given;
	bySmtp.setNow(at);
	const wasWanted = at > '2026-03-09T18:30:00Z' && at < '2026-03-10T16:30:00Z';
	expect((await planAndSend(bySmtp)).sent).toBe(wasWanted ? 1 : 0);
	for (const now of [DUE, AFTER_THE_LEASE, '2026-03-10T09:00:00Z']) {
		bySmtp.setNow(now);
		await planAndSend(bySmtp);
	}
	expect(server.received).toHaveLength(1);
	expectTold(given, 'sent');
});

test.concurrent.for(CLOCK_FAULTS)(
	'a clock that $name between taking a message up and handing it over: it leaves once',
	async ({ at }, of) => {
		const given = await givenDue(of);
		const { bySmtp, server } = given;
		const { mailer } = bySmtp;
		const wrong = {
			...mailer,
			send: (...[mail, ask]: Parameters<typeof mailer.send>) =>
				mailer.send(mail, () => {
					bySmtp.setNow(at);
					return ask?.() ?? true;
				}),
		};
		await sendDue({ ...bySmtp, mailer: wrong }, OPERATOR);
		for (const now of [at, DUE, AFTER_THE_LEASE, '2026-03-09T18:50:00Z', '2026-03-10T09:00:00Z']) {
			bySmtp.setNow(now);
			await planAndSend(bySmtp);
		}
		expect(server.received).toHaveLength(1);
		expectTold(given, 'sent');
	},
);

test.concurrent('a process that died while the clock was an hour ahead holds its message up for no longer than any other', async (of) => {
	const given = await givenDue(of);
	given.context.setNow('2026-03-09T19:30:00Z');
	expect(takeDueMessage(given.context, OPERATOR)).not.toBeNull();
	expect((await given.sendAt(DUE)).sent).toBe(1);
	expect(given.server.received).toHaveLength(1);
	expectTold(given, 'sent');
});

test.concurrent('a clock that is put back a little takes a message from nobody who is sending it', async (of) => {
	const given = await givenDue(of);
	expect(takeDueMessage(given.context, OPERATOR)).not.toBeNull();
	expect((await given.sendAt('2026-03-09T18:29:00Z')).sent).toBe(0);
	expectTold(given, 'leased');
});

test.concurrent.for([
	// Half past one comes twice: the first is a day before the same wall time.
	{ night: 'back', firstDay: '2026-10-26', from: '2026-10-24T23:00:00Z', leaves: '2026-10-25T00:30:00Z' },
	// Half past one does not come: whole days before instead.
	{ night: 'forward', firstDay: '2026-03-30', from: '2026-03-28T23:00:00Z', leaves: '2026-03-29T00:30:00Z' },
])('on the night on which the clocks go $night a message leaves once, whenever senders come by', async (given, of) => {
	const context = testContext({ now: '2026-03-03T18:00:00Z' });
	const server = await startMailServer();
	const mailer = createSmtpMailer(server.url, FROM);
	of.onTestFinished(() => server.close());
	const world = givenReminded(context, { firstDay: given.firstDay });
	const sessionId = world.sessionIds[0]!;
	const { day } = context.db.select().from(schema.sessions).where(eq(schema.sessions.id, sessionId)).get()!;
	const startsAt = instantOf(day!, clockTime('01:30'))!;
	const time = { startTime: clockTime('01:30'), startsAt, endsAt: plusMinutes(startsAt, 120) };
	context.db.update(schema.sessions).set(time).where(eq(schema.sessions.id, sessionId)).run();
	givenContact(context, world.facilitator, world.personId, {
		...{ safeFrom: clockTime('00:00'), safeUntil: clockTime('23:59'), address: 'night@example.org' },
		reviewBy: plusDays(calendarDay(given.firstDay), 100),
	});
	const message = () => outboxOf(context).find((row) => row.sessionId === sessionId)!;
	for (let minute = 0; minute <= 300; minute += 10) {
		context.setNow(plusMinutes(instant(given.from), minute));
		await planAndSend({ ...context, mailer });
	}
	expect(server.received).toHaveLength(1);
	expect(message()).toMatchObject({ state: 'sent', sentAt: given.leaves });
});
