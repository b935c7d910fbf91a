import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { CLOCK } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { asId, type MessageStopId } from '#app/domain/shared/ids.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { settleTask } from '#app/use-cases/tasks/settle-task.ts';
import { listOpenTasks, listTaskEntries } from '#db/queries/tasks/tasks.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenMember } from '#tests/support/world.ts';
import { givenContact, givenReminded, outboxOf } from './given.ts';

/** Somebody without a safe contact, whose reminder is for Tuesday 10 March. */
function givenBlocked() {
	const context = testContext({ now: '2026-03-03T18:00:00Z' });
	const world = givenReminded(context);
	const member = givenMember(context, world);
	planReminders(context, CLOCK);
	const tasks = () => listOpenTasks(context.db, world.facilitator, { own: true });
	const message = () => outboxOf(context).find(({ enrolmentId }) => enrolmentId === member.enrolmentId)!;
	return { context, ...world, ...member, tasks, message };
}

test('a blocked message is a task of the team with the reason in words, one however often it is planned', () => {
	const { context, tasks, personId, sessionIds } = givenBlocked();
	planReminders(context, CLOCK);
	expect(tasks()).toMatchObject([
		{
			...{ kind: 'message-blocked', desk: 'team', ownerId: null, personId, sessionId: sessionIds[0] },
			...{ dueOn: '2026-03-04', words: 'There is no safe contact for this person. Agree one with them and record it.' },
		},
	]);
});

test('it closes itself when the message may leave, and opens again when it may not', () => {
	const { context, tasks, personId, facilitator } = givenBlocked();
	const [task] = tasks();
	givenContact(context, facilitator, personId, { address: 'other@example.org' });
	expect(tasks()).toEqual([]);
	context.db.delete(schema.safeContacts).where(eq(schema.safeContacts.personId, personId)).run();
	planReminders(context, CLOCK);
	expect(tasks()).toMatchObject([{ id: task!.id }]);
	const events = listTaskEntries(context.db, task!.id).map(({ event, words }) => [event, words]);
	expect(events).toEqual([
		['opened', null],
		['closed', 'may-leave'],
		['reopened', null],
	]);
});

test('another cause is another task, and the one before closes', () => {
	const { context, tasks, personId, facilitator, message } = givenBlocked();
	givenContact(context, facilitator, personId, { channel: 'call', address: '07700 900123' });
	expect(message()).toMatchObject({ state: 'blocked', reason: 'rung-by-hand' });
	expect(tasks()).toMatchObject([{ words: expect.stringContaining('This person is rung') }]);
	context.setNow('2026-03-03T19:00:00Z');
	givenContact(context, facilitator, personId, { channel: 'text', address: '07700 900123' });
	expect(message()).toMatchObject({ state: 'blocked', reason: 'channel-not-available' });
	expect(tasks()).toMatchObject([{ words: expect.stringContaining('not set up here') }]);
});

test('what somebody has seen to is not opened again for the same message', () => {
	const { context, tasks, facilitator } = givenBlocked();
	const { id, version } = tasks()[0]!;
	settleTask(context, facilitator, { id, version, outcome: 'reached', note: null });
	planReminders(context, CLOCK);
	expect(tasks()).toEqual([]);
});

test('what was seen to for one contact is a task anew for the next', () => {
	const { context, tasks, personId, facilitator } = givenBlocked();
	const byPhone = { channel: 'call', address: '07700 900123' } as const;
	givenContact(context, facilitator, personId, byPhone);
	const { id, version } = tasks()[0]!;
	settleTask(context, facilitator, { id, version, outcome: 'reached', note: null });
	planReminders(context, CLOCK);
	expect(tasks()).toEqual([]);
	context.setNow('2026-03-03T19:00:00Z');
	givenContact(context, facilitator, personId, { ...byPhone, address: '07700 900124' });
	expect(tasks()).toMatchObject([{ words: expect.stringContaining('This person is rung') }]);
	expect(tasks()[0]!.id).not.toBe(id);
});

test('a message that is blocked on its last day is due that day, and its task closes when its time is over', () => {
	const { context, tasks, personId, facilitator, message } = givenBlocked();
	givenContact(context, facilitator, personId, { address: 'other@example.org', reviewBy: calendarDay('2026-03-09') });
	context.setNow('2026-03-10T00:00:00Z');
	planReminders(context, CLOCK);
	expect(message()).toMatchObject({ reason: 'contact-review-overdue' });
	const ofMessage = () => tasks().filter(({ sessionId }) => sessionId === message().sessionId);
	expect(ofMessage()).toMatchObject([{ dueOn: '2026-03-10' }]);
	context.setNow('2026-03-10T16:30:01Z');
	planReminders(context, CLOCK);
	expect(message()).toMatchObject({ state: 'expired', reason: 'contact-review-overdue' });
	expect(ofMessage()).toEqual([]);
});

test('of somebody to whom everything was stopped nothing is a task', () => {
	const { context, tasks, personId, facilitator, message } = givenBlocked();
	const stop = {
		id: asId<MessageStopId>('stop'),
		personId,
		setBy: facilitator.staffId,
		reason: 'They asked for it.',
		setAt: context.clock.now(),
	};
	context.db.insert(schema.messageStops).values(stop).run();
	planReminders(context, CLOCK);
	expect(message()).toMatchObject({ state: 'suppressed', reason: 'all-stopped' });
	expect(tasks()).toEqual([]);
	context.db.update(schema.messageStops).set({ endedAt: context.clock.now() }).run();
	planReminders(context, CLOCK);
	expect(message()).toMatchObject({ state: 'blocked', reason: 'no-safe-contact' });
});
