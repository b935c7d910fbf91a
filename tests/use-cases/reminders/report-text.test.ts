import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type AboutToHandOver, HELD_BACK } from '#app/delivery/mail/mailer.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import type { TextDeliveryState } from '#app/domain/reminders/texts/text-delivery.ts';
import { asId, type MessageId } from '#app/domain/shared/ids.ts';
import { recordCall } from '#app/use-cases/reminders/calls/record-call.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { reportText } from '#app/use-cases/reminders/report-text.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { settleTask } from '#app/use-cases/tasks/settle-task.ts';
import { listOpenTasks, listTaskEntries } from '#db/queries/tasks/tasks.ts';
import * as schema from '#db/schema/index.ts';
import { lastEntry, trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';
import { givenContact, givenReminded, outboxOf } from './given.ts';

type Delivery =
	| { readonly state: 'sent'; readonly asLeft?: string }
	| { readonly state: 'failed'; readonly retry: boolean; readonly reason: string }
	| { readonly state: 'unknown'; readonly reason: string };

/** A text that the service was given at half past six, and what it said to that. */
async function givenText(delivery: Delivery = { state: 'sent' }) {
	const kept = testContext({ now: '2026-03-03T18:00:00Z' });
	const asked: { readonly reference: string; readonly to: string; readonly kind: string; readonly text: string }[] = [];
	const texter = {
		send: async (text: (typeof asked)[number], mayLeave: () => boolean = () => true): Promise<Delivery> => {
			if (!mayLeave()) return { state: 'failed', retry: true, reason: 'held back' };
			asked.push(text);
			return delivery;
		},
	};
	const context = { ...kept, texter };
	const world = givenReminded(context);
	givenContact(context, world.facilitator, world.personId, { channel: 'text', address: '07700 900123' });
	planReminders(context, CLOCK);
	context.setNow('2026-03-09T18:30:00Z');
	const counts = await sendDue(context, CLOCK);
	const message = () => outboxOf(context).find(({ sessionId }) => sessionId === world.sessionIds[0])!;
	const report = (state: TextDeliveryState, id = message().id) => {
		const since = lastEntry(context);
		reportText(context, id, state);
		return trailOf(context, since);
	};
	const contact = () => {
		const held = eq(schema.safeContacts.personId, world.personId);
		return context.db.select().from(schema.safeContacts).where(held).all().at(-1)!;
	};
	const tasks = () => listOpenTasks(context.db, world.facilitator, { own: true });
	return { context, ...world, asked, counts, message, report, contact, tasks };
}

test('a text leaves in the words of a text, to the number, with the id of its message', async () => {
	const { context, asked, counts, message } = await givenText();
	expect(counts).toMatchObject({ sent: 1 });
	const text = 'This is a reminder of your appointment on Tuesday 10 March 2026 at 6:30pm.\nTeam office';
	expect(asked).toEqual([{ reference: message().id, to: '+447700900123', kind: 'reminder', text }]);
	expect(message()).toMatchObject({ state: 'sent', sentTo: '+447700900123', subject: '', body: text });
	expect(context.kept).toEqual([]);
});

test('the words are kept as the service says that they left', async () => {
	const { message } = await givenText({ state: 'sent', asLeft: 'The service: this is a reminder' });
	expect(message().body).toBe('The service: this is a reminder');
});

test('a report that it arrived is kept once, however often it comes', async () => {
	const { context, message, report } = await givenText();
	const before = message();
	expect(report('delivered')).toMatchObject([
		{ action: 'text-reported', by: null, record: `message ${before.id}`, details: { result: 'delivered' } },
	]);
	expect(report('delivered')).toEqual([]);
	expect(report('temporary-failure')).toEqual([]);
	expect(message()).toEqual(before);
	expect(context.db.select().from(schema.textDeliveries).all()).toMatchObject([{ state: 'delivered' }]);
});

test('a number that takes no text is marked, nothing more leaves there, and the team has one task', async () => {
	const { message, report, contact, tasks, context, facilitator, personId } = await givenText();
	report('permanent-failure');
	expect(message()).toMatchObject({ state: 'failed', reason: 'text-permanent-failure' });
	expect(contact().failingSince).toBe('2026-03-09T18:30:00Z');
	expect(tasks().map(({ kind }) => kind)).toContain('contact-failing');
	const again = report('permanent-failure');
	expect(again).toEqual([]);
	expect(tasks().filter(({ kind }) => kind === 'contact-failing')).toHaveLength(1);
	planReminders(context, CLOCK);
	const next = outboxOf(context).find(({ state }) => state === 'blocked');
	expect(next).toMatchObject({ reason: 'contact-failing' });
	givenContact(context, facilitator, personId, { channel: 'text', address: '07700 900456' });
	expect(outboxOf(context).filter(({ reason }) => reason === 'contact-failing')).toEqual([]);
	expect(contact().failingSince).toBeNull();
});

test.each([
	['temporary-failure', 'the telephone was off or out of reach for days'],
	['technical-failure', 'a fault between the networks'],
] as const)(
	'a %s is of this text alone: the number is not marked, and the team has a task to tell the person',
	async (state, why) => {
		const { message, report, contact, tasks, enrolmentId } = await givenText();
		report(state);
		expect(message()).toMatchObject({ state: 'failed', reason: `text-${state}` });
		expect(contact().failingSince).toBeNull();
		const words = expect.stringContaining(why);
		const { sessionId } = message();
		const task = { kind: 'message-undelivered', desk: 'team', state: 'open', dueOn: '2026-03-10', words, sessionId };
		expect(tasks()).toMatchObject([{ ...task, enrolmentId }]);
		report(state);
		expect(tasks()).toHaveLength(1);
	},
);

test('the next message to the person leaves as it would have: only the text that failed is seen to by somebody', async () => {
	const { context, message, report, sessionIds, asked } = await givenText();
	report('temporary-failure');
	context.setNow('2026-03-12T18:30:00Z');
	planReminders(context, CLOCK);
	context.setNow('2026-03-16T18:30:00Z');
	await sendDue(context, CLOCK);
	expect(message().state).toBe('failed');
	expect(outboxOf(context).find(({ sessionId }) => sessionId === sessionIds[1])).toMatchObject({ state: 'sent' });
	expect(asked).toHaveLength(2);
});

test('what somebody did about it stays done, however often it is planned', async () => {
	const { context, report, tasks, facilitator } = await givenText();
	report('temporary-failure');
	const { id, version } = tasks()[0]!;
	expect(settleTask(context, facilitator, { id, version, outcome: 'reached', note: null })).toMatchObject({
		done: true,
	});
	planReminders(context, CLOCK);
	expect(tasks()).toEqual([]);
});

test('a text that failed about something that is over asks nobody to tell of it', async () => {
	const { context, report, message, tasks, sessionIds } = await givenText();
	const ofSession = eq(schema.registerRows.sessionId, sessionIds[0]!);
	context.db
		.update(schema.registerRows)
		.set({ mark: 'attended', markedAt: context.clock.now() })
		.where(ofSession)
		.run();
	report('temporary-failure');
	expect(message()).toMatchObject({ state: 'failed', reason: 'text-temporary-failure' });
	expect(tasks()).toEqual([]);
});

test('of a text of which nobody knew, the report tells', async () => {
	const { message, report } = await givenText({ state: 'unknown', reason: 'no answer' });
	expect(message().state).toBe('unknown');
	report('delivered');
	expect(message()).toMatchObject({ state: 'sent', reason: null, sentAt: '2026-03-09T18:30:00Z' });
});

test('a text that arrived though the service said otherwise is not sent again', async () => {
	const { context, message, report, asked } = await givenText({ state: 'failed', retry: true, reason: '500' });
	expect(message()).toMatchObject({ state: 'queued', attempts: 1 });
	report('delivered');
	expect(message()).toMatchObject({ state: 'sent', reason: null });
	context.setNow('2026-03-09T18:40:00Z');
	planReminders(context, CLOCK);
	await sendDue(context, CLOCK);
	expect(asked).toHaveLength(1);
});

test('what a text comes to changes nothing once the person was told by telephone', async () => {
	const { context, message, report, facilitator, personId, contact } = await givenText({
		...{ state: 'failed', retry: true, reason: '500' },
	});
	givenContact(context, facilitator, personId, { channel: 'call', address: '07700 900123' });
	context.setNow('2026-03-09T19:30:00Z');
	planReminders(context, CLOCK);
	const said = { outcome: 'reached', rungAt: context.clock.now(), contactId: contact().id, note: null } as const;
	await sendDue(context, CLOCK);
	expect(recordCall(context, facilitator, { id: message().id, ...said })).toMatchObject({ done: true });
	const told = message();
	report('permanent-failure');
	expect(message()).toEqual(told);
	expect(contact().failingSince).toBeNull();
});

test('a failure that is put right by a later report is put right', async () => {
	const { context, message, report, tasks } = await givenText();
	report('temporary-failure');
	const [task] = tasks();
	report('delivered');
	expect(message()).toMatchObject({ state: 'sent', reason: null });
	expect(tasks()).toEqual([]);
	expect(listTaskEntries(context.db, task!.id).at(-1)).toMatchObject({ event: 'closed', words: 'arrived' });
});

test('a report of a text by a contact that is replaced marks nothing of the new one', async () => {
	const { context, report, contact, facilitator, personId, tasks } = await givenText();
	givenContact(context, facilitator, personId, { channel: 'text', address: '07700 900456' });
	report('permanent-failure');
	expect(contact().failingSince).toBeNull();
	expect(tasks().filter(({ kind }) => kind === 'contact-failing')).toEqual([]);
});

test('a report of nothing that is known, of a mail, and of what never left changes nothing', async () => {
	const { context, report, message, facilitator, personId } = await givenText();
	expect(report('permanent-failure', asId<MessageId>('nonesuch'))).toEqual([]);
	context.db.update(schema.outbox).set({ sentTo: 'alex@example.org' }).run();
	expect(report('permanent-failure')).toEqual([]);
	expect(message().state).toBe('sent');
	givenContact(context, facilitator, personId, { channel: 'call', address: '07700 900456' });
	const waiting = outboxOf(context).find(({ attempts }) => attempts === 0)!;
	expect(report('delivered', waiting.id)).toEqual([]);
	expect(context.db.select().from(schema.textDeliveries).all()).toEqual([]);
});

test('a text that is answered with a report before the service answers stays as reported', async () => {
	const kept = testContext({ now: '2026-03-03T18:00:00Z' });
	const context: typeof kept = {
		...kept,
		texter: {
			send: async ({ reference }, mayLeave = () => true) => {
				mayLeave();
				reportText(context, asId<MessageId>(reference), 'permanent-failure');
				return { state: 'sent' };
			},
		},
	};
	const { facilitator, personId, sessionIds } = givenReminded(context);
	givenContact(context, facilitator, personId, { channel: 'text', address: '07700 900123' });
	planReminders(context, CLOCK);
	context.setNow('2026-03-09T18:30:00Z');
	await sendDue(context, CLOCK);
	const row = outboxOf(context).find(({ sessionId }) => sessionId === sessionIds[0]);
	expect(row).toMatchObject({ state: 'failed', reason: 'text-permanent-failure', leaseOwner: null });
});

test('what became of a try that was thought to have failed says nothing of the next', async () => {
	const { context, message, report, contact } = await givenText({ state: 'failed', retry: true, reason: '500' });
	expect(message().state).toBe('queued');
	expect(report('temporary-failure')).toEqual([]);
	const texter = {
		send: async (_: unknown, mayLeave: AboutToHandOver = () => true) =>
			(await mayLeave()) ? ({ state: 'sent' } as const) : HELD_BACK,
	};
	context.setNow('2026-03-09T18:31:00Z');
	expect(await sendDue({ ...context, texter }, CLOCK)).toMatchObject({ sent: 1 });
	report('permanent-failure');
	expect(message()).toMatchObject({ state: 'failed', reason: 'text-permanent-failure' });
	expect(contact().failingSince).not.toBeNull();
});
