import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { CLOCK, OPERATOR } from '#app/domain/access/actor.ts';
import type { BounceReport } from '#app/domain/reminders/bounces.ts';
import { whyNotSent } from '#app/domain/reminders/reason-sentences.ts';
import { STANDING_SENTENCES } from '#app/ui/people/contact-words.ts';
import { takeBounce } from '#app/use-cases/contacts/take-bounce.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { previewMessage } from '#app/use-cases/reminders/preview-message.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { listStaff } from '#db/queries/staff.ts';
import { listOpenTasks } from '#db/queries/tasks/tasks.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';
import { givenContact, givenReminded, outboxOf } from '../reminders/given.ts';

/** Alex’s first reminder has left; the second waits. */
async function givenSent() {
	const context = testContext({ now: '2026-03-09T18:00:00Z' });
	const world = givenReminded(context);
	planReminders(context, OPERATOR);
	context.setNow('2026-03-09T18:30:00Z');
	await sendDue(context, OPERATOR);
	planReminders(context, OPERATOR);
	expect(outboxOf(context).map(({ state }) => state)).toEqual(['sent', 'queued']);
	const [left, waits] = outboxOf(context);
	const report: BounceReport = {
		...{ messageId: `${left!.id}@localhost`, recipients: ['Alex@example.org'] },
		...{ action: 'failed', status: '5.1.1' },
	};
	const message = (id = left!.id) => outboxOf(context).find((row) => row.id === id)!;
	const contact = () => context.db.select().from(schema.safeContacts).all().at(-1)!;
	const tasks = () =>
		listOpenTasks(context.db, world.facilitator, { own: true }).map(({ kind, words }) => ({ kind, words }));
	const entries = () =>
		context.db.select().from(schema.auditEntries).where(eq(schema.auditEntries.action, 'mail-came-back')).all();
	return { context, ...world, report, message, waits: waits!, contact, tasks, entries };
}

test('what came back for good did not arrive, nothing more is sent there, and the team has a task', async () => {
	const { context, facilitator, report, message, waits, contact, tasks, entries } = await givenSent();
	context.setNow('2026-03-09T18:31:00Z');
	takeBounce(context, report);
	expect(message()).toMatchObject({ state: 'failed', reason: 'came-back-for-good', sentTo: 'alex@example.org' });
	expect(whyNotSent('failed', message().reason)).toMatch(/^The message left and came back/);
	expect(contact()).toMatchObject({ failingSince: '2026-03-09T18:31:00Z' });
	expect(message(waits.id)).toMatchObject({ state: 'blocked', reason: 'contact-failing' });
	expect(previewMessage(context, facilitator, waits.id)).toMatchObject({ to: null });
	expect(
		tasks()
			.map(({ kind }) => kind)
			.toSorted(),
	).toEqual(['contact-failing', 'message-blocked']);
	expect(entries()).toMatchObject([{ actorKind: 'system', recordId: message().id, outcome: 'done' }]);
	expect(entries()[0]!.details).toBe(JSON.stringify({ result: 'for-good', status: '5.1.1' }));
	context.setNow('2026-03-16T18:30:00Z');
	await sendDue(context, OPERATOR);
	expect(context.kept).toHaveLength(1);
});

test('to staff it reads as an address that somebody else has does, word for word', async () => {
	const { context, report, message, waits } = await givenSent();
	takeBounce(context, report);
	expect(whyNotSent('blocked', message(waits.id).reason)).toBe(whyNotSent('blocked', 'contact-needs-checking'));
	expect(STANDING_SENTENCES.failing).toBe(STANDING_SENTENCES['needs-checking']);
});

test('told twice is told once', async () => {
	const { context, report, message, tasks, entries } = await givenSent();
	takeBounce(context, report);
	const [version, count] = [message().version, tasks().length];
	takeBounce(context, { ...report, status: '5.7.1' });
	expect(message().version).toBe(version);
	expect(tasks()).toHaveLength(count);
	expect(entries()).toHaveLength(1);
});

test('a contact recorded anew, were it the same address, is written to again, and its task is closed', async () => {
	const { context, facilitator, personId, report, message, waits, contact, tasks } = await givenSent();
	takeBounce(context, report);
	givenContact(context, facilitator, personId);
	expect(contact().failingSince).toBeNull();
	expect(message(waits.id)).toMatchObject({ state: 'queued', reason: null });
	expect(tasks()).toEqual([]);
	// A report that comes late is of the record before.
	takeBounce(context, { ...report, status: '5.2.1' });
	expect(contact().failingSince).toBeNull();
});

test('a late report about a record that holds no more marks none, and still says that the message did not arrive', async () => {
	const { context, facilitator, personId, report, message, contact, tasks } = await givenSent();
	givenContact(context, facilitator, personId, { address: 'new@example.org' });
	takeBounce(context, report);
	expect(message()).toMatchObject({ state: 'failed', reason: 'came-back-for-good' });
	expect(contact()).toMatchObject({ address: 'new@example.org', failingSince: null });
	expect(tasks()).toEqual([]);
});

test('what came back for now did not arrive, and only the third in a row is as one for good', async () => {
	const { context, report, message, contact, tasks } = await givenSent();
	takeBounce(context, { ...report, status: '4.4.7' });
	expect(message()).toMatchObject({ state: 'failed', reason: 'came-back-for-now' });
	expect(contact().failingSince).toBeNull();
	expect(tasks()).toEqual([]);
	for (const [day, isFailing] of [
		['16', false],
		['23', true],
	] as const) {
		context.setNow(`2026-03-${day}T18:30:00Z`);
		planReminders(context, CLOCK);
		expect((await sendDue(context, OPERATOR)).sent).toBe(1);
		const id = outboxOf(context).find(({ state }) => state === 'sent')!.id;
		takeBounce(context, { ...report, messageId: `${id}@localhost`, status: '4.2.2' });
		expect(contact().failingSince !== null).toBe(isFailing);
	}
	expect(tasks().map(({ kind }) => kind)).toContain('contact-failing');
});

test.each<[string, Partial<BounceReport>]>([
	['of a message that is not ours', { messageId: 'unknown@localhost' }],
	['of another domain', { messageId: 'id000001@example.com' }],
	['without an id', { messageId: '' }],
	['of somebody else’s address', { recipients: ['other@example.org'] }],
	['of no address', { recipients: [] }],
	['of one that is still being tried', { action: 'delayed', status: '4.4.1' }],
	['of one that arrived', { action: 'delivered', status: '2.0.0' }],
])('a report %s changes nothing', async (_, change) => {
	const { context, report, message, contact, entries } = await givenSent();
	takeBounce(context, { ...report, ...change });
	expect(message()).toMatchObject({ state: 'sent', reason: null });
	expect(contact().failingSince).toBeNull();
	expect(entries()).toEqual([]);
});

test('a message that never left cannot come back', async () => {
	const { context, report, message, waits } = await givenSent();
	takeBounce(context, { ...report, messageId: `${waits.id}@localhost` });
	expect(message(waits.id)).toMatchObject({ state: 'queued' });
});

test('a message of which nobody knew whether it arrived did not', async () => {
	const context = testContext({ now: '2026-03-09T18:00:00Z' });
	givenReminded(context);
	planReminders(context, OPERATOR);
	context.setNow('2026-03-09T18:30:00Z');
	context.answerMail({ state: 'unknown', reason: 'Connection closed' });
	await sendDue(context, OPERATOR);
	const { id } = outboxOf(context)[0]!;
	takeBounce(context, {
		messageId: `${id}@localhost`,
		recipients: ['alex@example.org'],
		action: 'failed',
		status: '5.1.1',
	});
	expect(outboxOf(context)[0]).toMatchObject({ state: 'failed', reason: 'came-back-for-good', leaseOwner: null });
});

test('a mail to staff that came back for good is shown to administrators alone', async () => {
	const { context, facilitator } = await givenSent();
	const administrator = givenStaff(context, { name: 'Ada Admin', roles: ['administrator'] });
	const { id } = context.db
		.insert(schema.staffNotices)
		.values({
			...{ id: context.ids.next(), staffId: facilitator.staffId, kind: 'task-given', aboutId: 'task' },
			...{ state: 'sent', dueAt: context.clock.now(), useBy: context.clock.now(), createdAt: context.clock.now() },
		} as typeof schema.staffNotices.$inferInsert)
		.returning()
		.get();
	const back = { messageId: `${id}@localhost`, recipients: [`${facilitator.staffId}@example.org`], action: 'failed' };
	const seen = () => listStaff(context.db, administrator).find((one) => one.id === facilitator.staffId)?.mailCameBackAt;
	takeBounce(context, { ...back, status: '4.2.2' });
	takeBounce(context, { ...back, recipients: ['alex@example.org'], status: '5.1.1' });
	expect(seen()).toBeNull();
	takeBounce(context, { ...back, status: '5.1.1' });
	expect(seen()).toBe('2026-03-09T18:30:00Z');
	expect(listStaff(context.db, facilitator)).toEqual([]);
});
