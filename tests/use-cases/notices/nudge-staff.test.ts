import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { CLOCK } from '#app/domain/access/actor.ts';
import { planAndSend } from '#app/jobs/plan-and-send.ts';
import { nudgeStaff } from '#app/use-cases/notices/nudge-staff.ts';
import { sendNotices } from '#app/use-cases/notices/send-notices.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { replan } from '#app/use-cases/reminders/replan.ts';
import { turnKind } from '#app/use-cases/reminders/turn-kind.ts';
import { recordNotHeld } from '#app/use-cases/sessions/record-not-held.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** A cohort that meets on Tuesdays from 10 March at 6:30pm for two hours; it is the Tuesday before. */
function world() {
	const context = testContext();
	const { areaId, venueId } = givenPlaces(context);
	const facilitator = givenStaff(context);
	const cohort = givenCohort(context, {
		areaId,
		venueId,
		team: [facilitator],
		firstDay: '2026-03-10',
		sessionCount: 3,
	});
	const member = givenMember(context, cohort);
	const lead = givenStaff(context, { roles: ['lead'], areaIds: [] });
	return { context, facilitator, lead, ...cohort, ...member };
}

function nudges({ db }: TestContext) {
	const rows = db
		.select()
		.from(schema.staffNotices)
		.orderBy(schema.staffNotices.createdAt, schema.staffNotices.id)
		.all();
	return rows.map(({ kind, aboutId, readAt, state }) => ({ kind, aboutId, isOver: readAt !== null, state }));
}

function at(context: TestContext, now: string) {
	context.setNow(now);
	nudgeStaff(context, CLOCK);
	return nudges(context);
}

function save({ context, facilitator, sessionIds, enrolmentId }: ReturnType<typeof world>, mark: string) {
	const { version } = context.db
		.select()
		.from(schema.registerRows)
		.where(eq(schema.registerRows.sessionId, sessionIds[0]!))
		.get()!;
	const entry = { mark, minutes: null, reason: null, note: null };
	const choices = [{ enrolmentId, openedVersion: version, entry }];
	return recordRegister(context, facilitator, { sessionId: sessionIds[0]!, choices, correctionReason: null } as never);
}

test('whoever delivers a session hears of it the day before at nine, once, until it begins', () => {
	const { context, sessionIds } = world();
	const about = `${sessionIds[0]}:1`;
	expect(at(context, '2026-03-09T08:59:00Z').filter(({ kind }) => kind === 'session-tomorrow')).toEqual([]);
	const soon = { kind: 'session-tomorrow', aboutId: about, isOver: false, state: 'suppressed' };
	expect(at(context, '2026-03-09T09:00:00Z')).toContainEqual({ ...soon, state: 'queued' });
	expect(at(context, '2026-03-09T09:01:00Z').filter(({ kind }) => kind === 'session-tomorrow')).toHaveLength(1);
	expect(at(context, '2026-03-10T18:30:00Z')).toContainEqual({ ...soon, isOver: true });
});

test('a register overdue is nudged twelve hours after the end, and no longer the moment that it is saved', async () => {
	const one = world();
	const { context, sessionIds } = one;
	const overdue = (rows: ReturnType<typeof nudges>) => rows.filter(({ kind }) => kind === 'register-overdue');
	expect(overdue(at(context, '2026-03-11T08:29:00Z'))).toEqual([]);
	expect(overdue(at(context, '2026-03-11T08:30:00Z'))).toMatchObject([
		{ aboutId: `${sessionIds[0]}:1`, state: 'queued' },
	]);
	expect(save(one, 'attended').done).toBe(true);
	expect(overdue(nudges(context))).toMatchObject([{ isOver: true, state: 'suppressed' }]);
	await sendNotices(context);
	expect(context.kept).toEqual([]);
});

test('a log overdue is nudged two days after the end, and no longer once the session is marked as not held', () => {
	const { context, facilitator, sessionIds } = world();
	const overdue = (rows: ReturnType<typeof nudges>) => rows.filter(({ kind }) => kind === 'log-overdue');
	expect(overdue(at(context, '2026-03-12T20:29:00Z'))).toEqual([]);
	expect(overdue(at(context, '2026-03-12T20:30:00Z'))).toMatchObject([{ isOver: false }]);
	const { version } = context.db.select().from(schema.sessions).where(eq(schema.sessions.id, sessionIds[0]!)).get()!;
	const input = { sessionId: sessionIds[0]!, version, reason: 'Snow' };
	expect(recordNotHeld(context, facilitator, input).done).toBe(true);
	expect(overdue(nudges(context))).toMatchObject([{ isOver: true }]);
	expect(nudges(context).filter(({ kind, isOver }) => kind === 'register-overdue' && !isOver)).toEqual([]);
});

test('on Mondays at eight whoever delivers a session that week hears that it begins, and nobody else', () => {
	const { context, facilitator } = world();
	const week = () =>
		context.db.select().from(schema.staffNotices).where(eq(schema.staffNotices.kind, 'week-ahead')).all();
	at(context, '2026-03-09T07:59:00Z');
	expect(week()).toEqual([]);
	at(context, '2026-03-09T08:00:00Z');
	at(context, '2026-03-09T09:00:00Z');
	expect(week()).toMatchObject([{ staffId: facilitator.staffId, aboutId: '2026-03-09', readAt: null }]);
	at(context, '2026-03-10T08:00:00Z');
	expect(week()).toMatchObject([{ staffId: facilitator.staffId, readAt: '2026-03-10T08:00:00Z' }]);
});

test('whoever has a task that is due hears of it on its day at eight, until it is done', () => {
	const { context, facilitator } = world();
	replan(context, context.db);
	const task = context.db.select().from(schema.tasks).limit(1).get()!;
	const owned = { ownerId: facilitator.staffId, dueOn: '2026-03-05' as never };
	context.db.update(schema.tasks).set(owned).where(eq(schema.tasks.id, task.id)).run();
	const due = (rows: ReturnType<typeof nudges>) => rows.filter(({ kind }) => kind === 'tasks-due');
	expect(due(at(context, '2026-03-05T07:59:00Z'))).toEqual([]);
	expect(due(at(context, '2026-03-05T08:00:00Z'))).toMatchObject([{ aboutId: '2026-03-05', isOver: false }]);
	context.db
		.update(schema.tasks)
		.set({ dueOn: '2026-03-09' as never })
		.where(eq(schema.tasks.id, task.id))
		.run();
	expect(due(at(context, '2026-03-05T08:01:00Z'))).toMatchObject([{ isOver: true }]);
});

test('a kind that is off nudges nobody, and what was nudged is taken back', () => {
	const { context, lead, cohortId } = world();
	turnKind(context, lead, { kind: 'session-tomorrow', cohortId, isOn: false });
	const soon = (rows: ReturnType<typeof nudges>) => rows.filter(({ kind }) => kind === 'session-tomorrow');
	expect(soon(at(context, '2026-03-09T09:00:00Z'))).toEqual([]);
	turnKind(context, lead, { kind: 'session-tomorrow', cohortId, isOn: true });
	expect(soon(at(context, '2026-03-09T09:01:00Z'))).toMatchObject([{ isOver: false }]);
	turnKind(context, lead, { kind: 'session-tomorrow', cohortId: null, isOn: false });
	expect(soon(at(context, '2026-03-09T09:02:00Z'))).toMatchObject([{ isOver: true }]);
});

test('of what comes at once one mail leaves, which says nothing of what it is', async () => {
	const { context, facilitator } = world();
	context.setNow('2026-03-13T09:00:00Z');
	await planAndSend(context);
	const rows = nudges(context).filter(({ kind }) => kind === 'register-overdue' || kind === 'log-overdue');
	expect(rows.map(({ state }) => state).toSorted()).toEqual(['sent', 'suppressed']);
	const own = context.db.select().from(schema.staff).where(eq(schema.staff.id, facilitator.staffId)).get()!;
	const mails = context.kept.filter(({ to }) => to === own.email);
	expect(mails).toHaveLength(1);
	expect(`${mails[0]!.subject} ${mails[0]!.text}`).not.toMatch(/register|log|session|cohort|10 March/i);
});

test('only the clock and the operator nudge', () => {
	const { context, lead } = world();
	context.setNow('2026-03-09T09:00:00Z');
	nudgeStaff(context, lead);
	expect(nudges(context)).toEqual([]);
});
