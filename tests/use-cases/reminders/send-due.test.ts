import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant, plusMinutes } from '#app/domain/shared/instant.ts';
import { planAndSend } from '#app/jobs/plan-and-send.ts';
import { endSafeContact } from '#app/use-cases/people/end-safe-contact.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { takeDueMessage } from '#app/use-cases/reminders/take-message.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import * as schema from '#db/schema/index.ts';
import { trailOf } from '#tests/support/audit.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenMember } from '#tests/support/world.ts';
import { givenContact, givenReminded, outboxOf } from './given.ts';

const DUE = '2026-03-09T18:30:00Z';

function plannedAndDue(): ReturnType<typeof givenReminded> & { context: TestContext } {
	const context = testContext();
	const world = givenReminded(context);
	planReminders(context, OPERATOR);
	context.setNow(DUE);
	return { context, ...world };
}

test('a reminder leaves when it is due, once, and the outbox keeps it as it left', async () => {
	const { context } = plannedAndDue();
	context.setNow('2026-03-09T18:29:59Z');
	expect((await sendDue(context, OPERATOR)).sent).toBe(0);
	context.setNow(DUE);
	expect((await sendDue(context, OPERATOR)).sent).toBe(1);
	expect((await sendDue(context, OPERATOR)).sent).toBe(0);
	expect(context.kept).toHaveLength(1);
	const [mail] = context.kept;
	const [row] = outboxOf(context);
	expect(mail).toMatchObject({ to: 'alex@example.org', messageId: `${row!.id}@localhost` });
	expect(mail!.text).toContain('Tuesday 10 March 2026 at 6:30pm');
	expect(row).toMatchObject({ state: 'sent', sentAt: DUE, sentTo: mail!.to, subject: mail!.subject, body: mail!.text });
	expect(row!.safeContactId).not.toBeNull();
});

test('nothing in a message names the person, the programme, the cohort or the place', async () => {
	const { context } = plannedAndDue();
	await sendDue(context, OPERATOR);
	const words = `${context.kept[0]!.subject} ${context.kept[0]!.text}`;
	expect(words).not.toMatch(/Alex|Smith|Dads|Caring|Tuesday group|Northfield|Centre|session|group/i);
});

test('an apology between planning and sending keeps the reminder back', async () => {
	const { context, sessionIds } = plannedAndDue();
	context.db
		.update(schema.registerRows)
		.set({ mark: 'absent-notified', reason: 'work', markedAt: context.clock.now() })
		.where(eq(schema.registerRows.sessionId, sessionIds[0]!))
		.run();
	await sendDue(context, OPERATOR);
	expect(context.kept).toEqual([]);
	expect(outboxOf(context)).toMatchObject([{ state: 'suppressed', reason: 'apology-recorded' }]);
});

test('after a change of contact nothing goes to the old address', async () => {
	const { context, facilitator, personId } = plannedAndDue();
	givenContact(context, facilitator, personId, { address: 'new@example.org' });
	await sendDue(context, OPERATOR);
	expect(context.kept.map(({ to }) => to)).toEqual(['new@example.org']);
});

test('a change of contact while the connection is being made sends nothing to the old address, and then to the new', async () => {
	const { context, facilitator, personId } = plannedAndDue();
	const { mailer } = context;
	let changed = false;
	const slow: TestContext = {
		...context,
		mailer: {
			...mailer,
			send: (mail, ask) => {
				if (!changed) givenContact(context, facilitator, personId, { address: 'new@example.org' });
				changed = true;
				return mailer.send(mail, ask);
			},
		},
	};
	expect(await sendDue(slow, OPERATOR)).toMatchObject({ sent: 0, heldBack: 1 });
	expect(context.kept).toEqual([]);
	// To his side whatever was called back is announced anew, whoever he is.
	expect(outboxOf(context)[0]).toMatchObject({ state: 'queued', dueAt: '2026-03-09T18:45:00Z' });
	context.setNow('2026-03-09T18:45:00Z');
	expect(await sendDue(slow, OPERATOR)).toMatchObject({ sent: 1, heldBack: 0 });
	expect(context.kept.map(({ to }) => to)).toEqual(['new@example.org']);
});

test('a contact that was ended blocks what waits', async () => {
	const { context, facilitator, personId } = plannedAndDue();
	const { contact } = findPersonContact(context.db, facilitator, personId)!;
	endSafeContact(context, facilitator, { personId, ends: contact!.id });
	await sendDue(context, OPERATOR);
	expect(context.kept).toEqual([]);
	expect(outboxOf(context)[0]).toMatchObject({ state: 'blocked', reason: 'no-safe-contact' });
});

test('a sender that comes late waits for the next safe hour', async () => {
	const { context, facilitator, personId } = plannedAndDue();
	givenContact(context, facilitator, personId, { safeUntil: clockTime('19:00') });
	context.setNow('2026-03-09T23:00:00Z');
	await sendDue(context, OPERATOR);
	expect(context.kept).toEqual([]);
	expect(outboxOf(context)[0]).toMatchObject({ state: 'queued', dueAt: '2026-03-10T08:00:00Z' });
	context.setNow('2026-03-10T08:00:00Z');
	expect((await sendDue(context, OPERATOR)).sent).toBe(1);
});

test('a message is judged at the very moment at which it was found due, though the clock goes on meanwhile', () => {
	const { context, facilitator, personId } = plannedAndDue();
	givenContact(context, facilitator, personId, { safeUntil: clockTime('19:00') });
	context.db
		.update(schema.outbox)
		.set({ dueAt: instant('2026-03-10T08:00:00Z') })
		.run();
	let asked = 0;
	const now = () => {
		asked += 1;
		if (asked > 100) throw new Error('one message is judged again and again');
		return instant(asked === 1 ? '2026-03-10T07:59:59Z' : '2026-03-10T08:00:00Z');
	};
	const ticking = { ...context, clock: { now } };
	expect(takeDueMessage(ticking, OPERATOR) ?? takeDueMessage(ticking, OPERATOR)).toMatchObject({
		to: 'alex@example.org',
	});
});

test('a sender that comes after two hours before the start sends nothing', async () => {
	const { context } = plannedAndDue();
	context.setNow('2026-03-10T16:31:00Z');
	await sendDue(context, OPERATOR);
	expect(context.kept).toEqual([]);
	expect(outboxOf(context)).toMatchObject([{ state: 'expired', reason: 'past-its-use' }]);
});

test('a message that the server did not take is tried again after a while, and keeps its id', async () => {
	const { context } = plannedAndDue();
	context.answerMail({ state: 'failed', retry: true, reason: '451 busy' });
	expect(await sendDue(context, OPERATOR)).toMatchObject({ sent: 0, toRetry: 1 });
	const [waiting] = outboxOf(context);
	expect(waiting).toMatchObject({ state: 'queued', reason: '451 busy', attempts: 1, dueAt: '2026-03-09T18:31:00Z' });
	expect(waiting).toMatchObject({ handedOverAt: null, sentTo: null, body: null, leaseOwner: null });
	context.answerMail({ state: 'sent' });
	context.setNow('2026-03-09T18:31:00Z');
	await sendDue(context, OPERATOR);
	expect(outboxOf(context)).toMatchObject([{ state: 'sent', reason: null, attempts: 2 }]);
	expect(new Set(context.kept.map(({ messageId }) => messageId)).size).toBe(1);
});

test('a message refused for good has failed and says why', async () => {
	const { context } = plannedAndDue();
	context.answerMail({ state: 'failed', retry: false, reason: '550 no such user' });
	expect(await sendDue(context, OPERATOR)).toMatchObject({ failed: 1 });
	context.setNow('2026-03-10T09:00:00Z');
	await planAndSend(context);
	expect(outboxOf(context)[0]).toMatchObject({ state: 'failed', reason: '550 no such user', attempts: 1 });
	expect(context.kept).toHaveLength(1);
});

test('a message of which nobody knows whether it arrived is never sent again by itself', async () => {
	const { context } = plannedAndDue();
	context.answerMail({ state: 'unknown', reason: 'Connection closed' });
	expect(await sendDue(context, OPERATOR)).toMatchObject({ unknown: 1 });
	context.answerMail({ state: 'sent' });
	for (const later of ['2026-03-09T18:40:00Z', '2026-03-10T09:00:00Z']) {
		context.setNow(later);
		await planAndSend(context);
	}
	expect(outboxOf(context)[0]).toMatchObject({
		state: 'unknown',
		reason: 'Connection closed',
		sentTo: 'alex@example.org',
	});
	expect(context.kept).toHaveLength(1);
});

test('a message that somebody took and never sent is sent once after its lease has ended', async () => {
	const { context } = plannedAndDue();
	expect(takeDueMessage(context, OPERATOR)).not.toBeNull();
	await sendDue(context, OPERATOR);
	expect(context.kept).toEqual([]);
	context.setNow('2026-03-09T18:35:00Z');
	expect((await sendDue(context, OPERATOR)).sent).toBe(1);
	expect(context.kept).toHaveLength(1);
	expect(outboxOf(context)).toMatchObject([{ state: 'sent', attempts: 2 }]);
});

test('a sender that wakes up after its lease ended hands nothing over', async () => {
	const { context } = plannedAndDue();
	let wake = () => {};
	const asleep: TestContext = {
		...context,
		mailer: {
			...context.mailer,
			send: async (mail, ask) => {
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
				return context.mailer.send(mail, ask);
			},
		},
	};
	const sleeping = sendDue(asleep, OPERATOR);
	context.setNow('2026-03-09T18:36:00Z');
	expect((await sendDue(context, OPERATOR)).sent).toBe(1);
	wake();
	expect(await sleeping).toMatchObject({ sent: 0, heldBack: 1 });
	expect(context.kept).toHaveLength(1);
	expect(outboxOf(context)).toMatchObject([{ state: 'sent' }]);
});

test('a message handed over by a process that then died is unknown, and its own late answer still counts', async () => {
	const { context } = plannedAndDue();
	let answer = () => {};
	const silent: TestContext = {
		...context,
		mailer: {
			...context.mailer,
			send: async (mail, ask) => {
				const delivery = await context.mailer.send(mail, ask);
				await new Promise<void>((resolve) => {
					answer = resolve;
				});
				return delivery;
			},
		},
	};
	const waiting = sendDue(silent, OPERATOR);
	await Promise.resolve();
	context.setNow('2026-03-09T18:36:00Z');
	await sendDue(context, OPERATOR);
	expect(outboxOf(context)).toMatchObject([{ state: 'unknown', reason: 'sender-stopped' }]);
	await new Promise((resolve) => setTimeout(resolve));
	answer();
	await waiting;
	expect(outboxOf(context)).toMatchObject([{ state: 'sent', reason: null }]);
	expect(context.kept).toHaveLength(1);
});

test('two senders at once send each message once', async () => {
	const { context, cohortId, sessionIds, facilitator } = plannedAndDue();
	for (let number = 0; number < 9; number += 1) {
		const { personId } = givenMember(context, { cohortId, sessionIds });
		givenContact(context, facilitator, personId, { address: `person${number}@example.org` });
	}
	context.setNow('2026-03-09T18:45:00Z');
	const both = await Promise.all([sendDue(context, OPERATOR), sendDue(context, OPERATOR)]);
	expect(both[0]!.sent + both[1]!.sent).toBe(10);
	expect(new Set(context.kept.map(({ to }) => to)).size).toBe(10);
	expect(context.kept).toHaveLength(10);
});

test('a fault with one message stops none of the others, and is told when none is on its way any more', async () => {
	const { context, cohortId, sessionIds, facilitator } = plannedAndDue();
	for (let number = 0; number < 9; number += 1) {
		const { personId } = givenMember(context, { cohortId, sessionIds });
		givenContact(context, facilitator, personId, { address: `person${number}@example.org` });
	}
	context.setNow('2026-03-09T18:45:00Z');
	const faulty: TestContext = {
		...context,
		mailer: {
			...context.mailer,
			send: async (mail, ask) => {
				if (mail.to === 'alex@example.org') throw new Error('the database is locked');
				await new Promise((resolve) => setTimeout(resolve));
				return context.mailer.send(mail, ask);
			},
		},
	};
	await expect(sendDue(faulty, OPERATOR)).rejects.toThrow('the database is locked');
	expect(context.kept).toHaveLength(9);
	expect(outboxOf(context).filter(({ state }) => state === 'sent')).toHaveLength(9);
	context.setNow('2026-03-09T18:51:00Z');
	expect((await sendDue(context, OPERATOR)).sent).toBe(1);
});

test('a member of staff sends nothing', async () => {
	const { context, facilitator } = plannedAndDue();
	expect((await sendDue(context, facilitator)).sent).toBe(0);
	expect(context.kept).toEqual([]);
});

test('to one person messages leave one after the other, so that word of a change cannot overtake what was said before', async () => {
	const { context, sessionIds, enrolmentId } = plannedAndDue();
	const [first] = outboxOf(context);
	const second = { ...first!, id: 'second' as never, sessionId: sessionIds[1]!, dueAt: first!.dueAt };
	context.db.delete(schema.outbox).where(eq(schema.outbox.sessionId, sessionIds[1]!)).run();
	context.db.insert(schema.outbox).values(second).run();
	expect(second.enrolmentId).toBe(enrolmentId);
	const { mailer } = context;
	const underWay: string[] = [];
	let most = 0;
	const send: typeof mailer.send = async (mail, aboutToHandOver) => {
		underWay.push(mail.messageId);
		most = Math.max(most, underWay.length);
		await new Promise((resolve) => setTimeout(resolve, 20));
		underWay.pop();
		return mailer.send(mail, aboutToHandOver);
	};
	Object.assign(context, { mailer: { ...mailer, send } });
	expect((await sendDue(context, OPERATOR)).sent).toBe(2);
	expect(most).toBe(1);
	expect(context.kept.map(({ messageId }) => messageId)).toEqual([`${first!.id}@localhost`, 'second@localhost']);
});

test('no more leave within a minute than the settings allow, and the others in the next', async () => {
	const { context, sessionIds } = plannedAndDue();
	const [first] = outboxOf(context);
	for (const sessionId of sessionIds.slice(1)) {
		context.db.delete(schema.outbox).where(eq(schema.outbox.sessionId, sessionId)).run();
		context.db
			.insert(schema.outbox)
			.values({ ...first!, id: `of-${sessionId}` as never, sessionId })
			.run();
	}
	const slow = { ...context, config: { ...context.config, messagesPerMinute: 2 } };
	expect((await sendDue(slow, OPERATOR)).sent).toBe(2);
	expect((await sendDue(slow, OPERATOR)).sent).toBe(0);
	context.setNow(plusMinutes(DUE as never, 1));
	expect((await sendDue(slow, OPERATOR)).sent).toBe(sessionIds.length - 2);
});

test('what another process has taken up counts for the minute before it is handed over', async () => {
	const { context, cohortId, sessionIds, facilitator } = plannedAndDue();
	const { personId } = givenMember(context, { cohortId, sessionIds });
	givenContact(context, facilitator, personId, { address: 'sam@example.org' });
	context.setNow('2026-03-09T18:45:00Z');
	const narrow = { ...context, config: { ...context.config, messagesPerMinute: 1 } };
	const taken = takeDueMessage(narrow, OPERATOR);
	expect(taken).not.toBeNull();
	expect(takeDueMessage(narrow, OPERATOR)).toBeNull();
	expect((await sendDue(narrow, OPERATOR)).sent).toBe(0);
	const wider = { ...context, config: { ...context.config, messagesPerMinute: 2 } };
	expect((await sendDue(wider, OPERATOR)).sent).toBe(1);
});

test('after a clock that went ahead was put right, what it sent then keeps nothing back now', async () => {
	const { context, sessionIds } = plannedAndDue();
	const [first] = outboxOf(context);
	const narrow = { ...context, config: { ...context.config, messagesPerMinute: 1 } };
	context.setNow('2026-03-09T20:30:00Z');
	expect((await sendDue(narrow, OPERATOR)).sent).toBe(1);
	context.db.delete(schema.outbox).where(eq(schema.outbox.sessionId, sessionIds[1]!)).run();
	context.db
		.insert(schema.outbox)
		.values({ ...first!, id: 'second' as never, sessionId: sessionIds[1]! })
		.run();
	context.setNow('2026-03-09T18:31:00Z');
	expect((await sendDue(narrow, OPERATOR)).sent).toBe(1);
});

test('a sender that puts one message aside and takes another tells in the trail of both', () => {
	const { context, cohortId, sessionIds, facilitator } = plannedAndDue();
	const { personId } = givenMember(context, { cohortId, sessionIds });
	givenContact(context, facilitator, personId, { address: 'sam@example.org' });
	context.setNow('2026-03-09T18:45:00Z');
	const due = outboxOf(context).filter(({ dueAt }) => dueAt <= '2026-03-09T18:45:00Z');
	expect(due).toHaveLength(2);
	const [aside, taken] = due;
	context.db
		.update(schema.registerRows)
		.set({ mark: 'absent-notified', reason: 'work', markedAt: context.clock.now() })
		.where(eq(schema.registerRows.enrolmentId, aside!.enrolmentId))
		.run();
	expect(takeDueMessage(context, OPERATOR)).toMatchObject({ id: taken!.id });
	expect(trailOf(context).at(-1)).toMatchObject({
		...{ action: 'message-taken', record: `message ${taken!.id}`, details: { putAside: [aside!.id] } },
	});
});
