import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type MessageId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { planAndSend } from '#app/jobs/plan-and-send.ts';
import { endSafeContact } from '#app/use-cases/people/end-safe-contact.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenMember } from '#tests/support/world.ts';
import { givenContact, givenReminded, outboxOf } from './given.ts';

test('one reminder is planned for each person and session within eight days, however often planning runs', () => {
	const context = testContext();
	const { sessionIds } = givenReminded(context);
	expect(planReminders(context, OPERATOR)).toEqual({ made: 1, changed: 0 });
	expect(planReminders(context, OPERATOR)).toEqual({ made: 0, changed: 0 });
	expect(outboxOf(context)).toMatchObject([
		{ sessionId: sessionIds[0], state: 'queued', dueAt: '2026-03-09T18:30:00Z', useBy: '2026-03-10T16:30:00Z' },
	]);
	context.setNow('2026-03-09T19:00:00Z');
	planReminders(context, OPERATOR);
	expect(outboxOf(context).map(({ sessionId }) => sessionId)).toEqual([sessionIds[0], sessionIds[1]]);
});

test('of a draft nobody is reminded, even if somebody has a place in it', () => {
	const context = testContext();
	const { cohortId } = givenReminded(context);
	const isOf = eq(schema.cohorts.id, cohortId);
	context.db.update(schema.cohorts).set({ state: 'draft' }).where(isOf).run();
	expect(planReminders(context, OPERATOR)).toEqual({ made: 0, changed: 0 });
	context.db.update(schema.cohorts).set({ state: 'recruiting' }).where(isOf).run();
	expect(planReminders(context, OPERATOR)).toEqual({ made: 1, changed: 0 });
});

test('the outbox itself refuses a second row for the same person, session and time', () => {
	const context = testContext();
	givenReminded(context);
	planReminders(context, OPERATOR);
	const [row] = outboxOf(context);
	expect(() =>
		context.db
			.insert(schema.outbox)
			.values({ ...row!, id: asId<MessageId>('another') })
			.run(),
	).toThrow('UNIQUE');
});

test('somebody without a safe contact has a blocked reminder, which waits again once there is one', () => {
	const context = testContext();
	const { cohortId, sessionIds, facilitator } = givenReminded(context);
	const other = givenMember(context, { cohortId, sessionIds });
	planReminders(context, OPERATOR);
	const ofOther = () => outboxOf(context).find(({ enrolmentId }) => enrolmentId === other.enrolmentId);
	expect(ofOther()).toMatchObject({ state: 'blocked', reason: 'no-safe-contact' });
	givenContact(context, facilitator, other.personId, { address: 'other@example.org' });
	expect(ofOther()).toMatchObject({ state: 'queued', reason: null, dueAt: '2026-03-09T18:30:00Z' });
});

test('a reminder that nobody unblocked expires with the reason that held it back', () => {
	const context = testContext();
	const { cohortId, sessionIds } = givenReminded(context);
	const other = givenMember(context, { cohortId, sessionIds });
	planReminders(context, OPERATOR);
	context.setNow('2026-03-10T17:00:00Z');
	planReminders(context, OPERATOR);
	const rows = outboxOf(context).filter(({ enrolmentId }) => enrolmentId === other.enrolmentId);
	expect(rows[0]).toMatchObject({ state: 'expired', reason: 'no-safe-contact' });
});

test('a clock that went ahead and was put right costs no reminder, and sends none twice', async () => {
	const context = testContext();
	givenReminded(context);
	planReminders(context, OPERATOR);
	context.setNow('2026-03-12T09:00:00Z');
	await planAndSend(context);
	expect(outboxOf(context)[0]).toMatchObject({ state: 'expired' });
	context.setNow('2026-03-03T18:01:00Z');
	await planAndSend(context);
	expect(outboxOf(context)[0]).toMatchObject({ state: 'queued', reason: null, dueAt: '2026-03-09T18:30:00Z' });
	context.setNow('2026-03-09T18:30:00Z');
	await planAndSend(context);
	context.setNow('2026-03-09T10:00:00Z');
	await planAndSend(context);
	context.setNow('2026-03-09T19:00:00Z');
	await planAndSend(context);
	expect(context.kept).toHaveLength(1);
});

test('an apology, an exit or a session that does not go ahead suppresses the reminder, and taking it back brings it back', () => {
	const context = testContext();
	const { sessionIds, enrolmentId } = givenReminded(context);
	const { db } = context;
	const sessionId = sessionIds[0]!;
	planReminders(context, OPERATOR);
	const now = () => {
		planReminders(context, OPERATOR);
		const row = outboxOf(context).find(({ kind }) => kind === 'reminder');
		return [row!.state, row!.reason];
	};
	const thisRow = eq(schema.registerRows.sessionId, sessionId);
	db.update(schema.registerRows)
		.set({ mark: 'absent-notified', reason: 'work', markedAt: context.clock.now() })
		.where(thisRow)
		.run();
	expect(now()).toEqual(['suppressed', 'apology-recorded']);
	db.update(schema.registerRows).set({ mark: null, reason: null, markedAt: null }).where(thisRow).run();
	expect(now()).toEqual(['queued', null]);
	db.update(schema.sessions)
		.set({ state: 'cancelled', stateReason: 'snow' })
		.where(eq(schema.sessions.id, sessionId))
		.run();
	expect(now()).toEqual(['suppressed', 'session-cancelled']);
	expect(outboxOf(context).find(({ kind }) => kind === 'cancelled')).toMatchObject({ state: 'queued', reason: null });
	db.update(schema.sessions)
		.set({ state: 'scheduled', stateReason: null })
		.where(eq(schema.sessions.id, sessionId))
		.run();
	expect(now()).toEqual(['queued', null]);
	const exit = { state: 'left', exitOn: calendarDay('2026-03-03'), exitKind: 'left', exitReason: 'work' } as const;
	db.update(schema.enrolments).set(exit).where(eq(schema.enrolments.id, enrolmentId)).run();
	expect(now()).toEqual(['suppressed', 'left-the-cohort']);
});

test('of a cohort that is given up everybody who was to come hears once, of their next session, and of nothing after it', async () => {
	const context = testContext();
	const { cohortId, sessionIds, facilitator } = givenReminded(context);
	planReminders(context, OPERATOR);
	context.db.update(schema.cohorts).set({ state: 'cancelled' }).where(eq(schema.cohorts.id, cohortId)).run();
	const late = givenMember(context, { cohortId, sessionIds });
	givenContact(context, facilitator, late.personId, { address: 'late@example.org' });
	context.setNow('2026-03-09T18:30:00Z');
	await planAndSend(context);
	expect(outboxOf(context).find(({ kind }) => kind === 'reminder')).toMatchObject({
		...{ state: 'suppressed', reason: 'cohort-cancelled' },
	});
	const subjects = () => context.kept.map(({ to, subject }) => `${to}: ${subject}`).toSorted();
	const told = ['alex@example.org', 'late@example.org'].map((to) => `${to}: Not going ahead: Tuesday 10 March 2026`);
	context.setNow('2026-03-09T18:45:00Z');
	await planAndSend(context);
	expect(subjects()).toEqual(told);
	for (const at of ['2026-03-10T19:00:00Z', '2026-03-12T12:00:00Z', '2026-03-16T18:30:00Z', '2026-03-23T18:30:00Z']) {
		context.setNow(at);
		expect(await planAndSend(context)).toMatchObject({ made: 0, sent: 0 });
	}
	expect(subjects()).toEqual(told);
});

test('who could not be told of the next session of a cohort that is given up is told of the one after it', () => {
	const context = testContext();
	const { cohortId, facilitator, personId } = givenReminded(context);
	const contact = findPersonContact(context.db, facilitator, personId)!.contact!;
	endSafeContact(context, facilitator, { personId, ends: contact.id });
	context.db.update(schema.cohorts).set({ state: 'cancelled' }).where(eq(schema.cohorts.id, cohortId)).run();
	planReminders(context, OPERATOR);
	const cancelled = () =>
		outboxOf(context).flatMap(({ kind, state, reason }) => (kind === 'cancelled' ? [`${state} ${reason}`] : []));
	expect(cancelled()).toEqual(['blocked no-safe-contact']);
	context.setNow('2026-03-11T12:00:00Z');
	planReminders(context, OPERATOR);
	expect(cancelled()).toEqual(['expired no-safe-contact', 'blocked no-safe-contact']);
});

test('a session that moves suppresses the reminder of its old time and gets one for the new', () => {
	const context = testContext();
	const { sessionIds } = givenReminded(context);
	planReminders(context, OPERATOR);
	context.db
		.update(schema.sessions)
		.set({
			day: calendarDay('2026-03-11'),
			startTime: clockTime('10:00'),
			startsAt: instant('2026-03-11T10:00:00Z'),
			endsAt: instant('2026-03-11T12:00:00Z'),
			timeVersion: 2,
		})
		.where(eq(schema.sessions.id, sessionIds[0]!))
		.run();
	expect(planReminders(context, OPERATOR)).toEqual({ made: 2, changed: 1 });
	expect(outboxOf(context)).toMatchObject([
		{ kind: 'changed', timeVersion: 2, state: 'queued', dueAt: '2026-03-03T18:15:00Z' },
		{ kind: 'reminder', timeVersion: 1, state: 'suppressed', reason: 'session-moved' },
		{ kind: 'reminder', timeVersion: 2, state: 'queued', dueAt: '2026-03-10T10:00:00Z' },
	]);
});

test('new safe hours move a reminder that waits', () => {
	const context = testContext();
	const { facilitator, personId } = givenReminded(context);
	planReminders(context, OPERATOR);
	givenContact(context, facilitator, personId, { safeUntil: clockTime('12:00') });
	planReminders(context, OPERATOR);
	expect(outboxOf(context)).toMatchObject([{ state: 'queued', dueAt: '2026-03-09T12:00:00Z' }]);
});

test('a member of staff plans nothing: only the clock and the operator do', () => {
	const context = testContext();
	const { facilitator } = givenReminded(context);
	expect(planReminders(context, facilitator)).toEqual({ made: 0, changed: 0 });
});

test.each([
	['2026-03-29', '2026-03-28T18:30:00Z', '2026-03-29T17:30:00Z'],
	['2026-10-25', '2026-10-24T17:30:00Z', '2026-10-25T18:30:00Z'],
])('across the clock change of %s a reminder leaves at the same wall time', (firstDay, dueAt, startsAt) => {
	const context = testContext({ now: `${firstDay.slice(0, 8)}23T12:00:00Z` });
	const { sessionIds } = givenReminded(context, { firstDay });
	planReminders(context, OPERATOR);
	expect(outboxOf(context)).toMatchObject([{ sessionId: sessionIds[0], state: 'queued', dueAt }]);
	const session = context.db.select().from(schema.sessions).where(eq(schema.sessions.id, sessionIds[0]!)).get();
	expect(session?.startsAt).toBe(startsAt);
});
