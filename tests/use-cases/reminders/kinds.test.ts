import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { CLOCK, type StaffActor } from '#app/domain/access/actor.ts';
import type { MessageKind } from '#app/domain/reminders/message-kinds.ts';
import { planAndSend } from '#app/jobs/plan-and-send.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { decideMessage } from '#app/use-cases/reminders/decide-message.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { resumeMessages, stopMessages } from '#app/use-cases/reminders/stop-messages.ts';
import { turnKind } from '#app/use-cases/reminders/turn-kind.ts';
import { recordNotHeld } from '#app/use-cases/sessions/record-not-held.ts';
import { undoNotHeld } from '#app/use-cases/sessions/undo-not-held.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';
import { givenReminded, outboxOf } from './given.ts';

function world() {
	const context = testContext();
	const reminded = givenReminded(context);
	const lead = givenStaff(context, { roles: ['lead'], areaIds: [] });
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [reminded.areaId] });
	return { context, lead, coordinator, sessionId: reminded.sessionIds[0]!, ...reminded };
}

function of(context: TestContext, kind: MessageKind) {
	return outboxOf(context).filter((message) => message.kind === kind);
}

function mark(
	context: TestContext,
	by: StaffActor,
	of: { sessionId: never | string; enrolmentId: string },
	value: string,
) {
	const { sessionId, enrolmentId } = of as never as { sessionId: never; enrolmentId: never };
	const row = context.db
		.select()
		.from(schema.registerRows)
		.where(and(eq(schema.registerRows.sessionId, sessionId), eq(schema.registerRows.enrolmentId, enrolmentId)))
		.get()!;
	const entry = { mark: value as never, minutes: null, reason: null, note: null };
	const choices = [{ enrolmentId, openedVersion: row.version, entry }];
	return recordRegister(context, by, { sessionId, choices, correctionReason: null } as never);
}

test('joining is planned three days before the first session alone, and leaves once whatever becomes of that', async () => {
	const { context, lead, sessionIds } = world();
	expect(turnKind(context, lead, { kind: 'joining', cohortId: null, isOn: true }).done).toBe(true);
	expect(of(context, 'joining')).toMatchObject([{ sessionId: sessionIds[0], dueAt: '2026-03-07T18:30:00Z' }]);
	context.setNow('2026-03-07T18:30:00Z');
	await planAndSend(context);
	expect(context.kept.map(({ subject }) => subject)).toEqual(['Your first appointment: Tuesday 10 March 2026']);
	const cancelled = { state: 'cancelled', stateReason: 'snow' } as const;
	context.db.update(schema.sessions).set(cancelled).where(eq(schema.sessions.id, sessionIds[0]!)).run();
	context.setNow('2026-03-14T18:30:00Z');
	await planAndSend(context);
	expect(of(context, 'joining')).toHaveLength(1);
});

test('a kind that is turned off lets what is planned go, visibly, and turned on plans it again, in the same transaction', () => {
	const { context, lead, coordinator, cohortId } = world();
	planReminders(context, CLOCK);
	expect(of(context, 'reminder')).toMatchObject([{ state: 'queued' }]);
	turnKind(context, coordinator, { kind: 'reminder', cohortId, isOn: false });
	expect(of(context, 'reminder')).toMatchObject([{ state: 'suppressed', reason: 'kind-off' }]);
	turnKind(context, lead, { kind: 'reminder', cohortId: null, isOn: false });
	turnKind(context, coordinator, { kind: 'reminder', cohortId, isOn: true });
	expect(of(context, 'reminder')).toMatchObject([{ state: 'suppressed', reason: 'kind-off' }]);
	turnKind(context, lead, { kind: 'reminder', cohortId: null, isOn: true });
	expect(of(context, 'reminder')).toMatchObject([{ state: 'queued', reason: null, dueAt: '2026-03-09T18:30:00Z' }]);
	const entries = context.db.select().from(schema.auditEntries).all();
	const turned = entries.filter(({ action }) => action.startsWith('message-kind-turned'));
	expect(turned.map(({ action }) => action)).toEqual([
		'message-kind-turned-off',
		'message-kind-turned-off',
		'message-kind-turned-on',
		'message-kind-turned-on',
	]);
});

test('only a lead turns a kind for the organisation, only who arranges a cohort there, and twice is once', () => {
	const { context, lead, coordinator, facilitator, cohortId } = world();
	const stranger = givenStaff(context, { roles: ['coordinator'], areaIds: [] });
	const turn = (by: StaffActor, cohort: typeof cohortId | null, kind: 'reminder' | 'tasks-due' = 'reminder') =>
		turnKind(context, by, { kind, cohortId: cohort, isOn: false }).done;
	expect(turn(coordinator, null)).toBe(false);
	expect(turn(facilitator, null)).toBe(false);
	expect(turn(facilitator, cohortId)).toBe(false);
	expect(turn(stranger, cohortId)).toBe(false);
	expect(turn(coordinator, cohortId, 'tasks-due')).toBe(false);
	expect([turn(coordinator, cohortId), turn(coordinator, cohortId), turn(lead, cohortId)]).toEqual([true, true, true]);
	const off = context.db.select().from(schema.messageKindsOff).where(eq(schema.messageKindsOff.kind, 'reminder')).all();
	expect(off).toMatchObject([{ cohortId, turnedOffBy: coordinator.staffId }]);
});

test('whoever missed a session without a word is written to only once somebody approves it, within four days', async () => {
	const { context, facilitator, coordinator, sessionId, enrolmentId } = world();
	context.setNow('2026-03-10T20:45:00Z');
	expect(mark(context, facilitator, { sessionId, enrolmentId }, 'absent-no-contact').done).toBe(true);
	const [draft] = of(context, 'missed-you');
	expect(draft).toMatchObject({ state: 'blocked', reason: 'needs-approval', useBy: '2026-03-14T18:30:00Z' });
	context.setNow('2026-03-11T10:00:00Z');
	await planAndSend(context);
	expect(context.kept).toEqual([]);
	const stranger = givenStaff(context, { roles: ['facilitator'], areaIds: [] });
	const decide = (by: StaffActor, decision: 'approved' | 'declined') =>
		decideMessage(context, by, { id: draft!.id, decision });
	expect(decide(stranger, 'approved')).toMatchObject({ code: 'not-found' });
	expect(decide(coordinator, 'declined').done).toBe(true);
	expect(of(context, 'missed-you')).toMatchObject([{ state: 'suppressed', reason: 'declined' }]);
	expect(decide(facilitator, 'approved').done).toBe(true);
	// His is announced a quarter of an hour before, as everything to his side.
	expect(of(context, 'missed-you')).toMatchObject([{ state: 'queued', dueAt: '2026-03-11T10:15:00Z' }]);
	context.setNow('2026-03-11T10:15:00Z');
	await planAndSend(context);
	expect(context.kept.map(({ subject }) => subject)).toEqual(['We missed you on Tuesday 10 March 2026']);
	expect(decide(facilitator, 'declined')).toMatchObject({ code: 'not-open' });
});

test('a missed-you that is approved does not leave once the register says otherwise', () => {
	const { context, facilitator, sessionId, enrolmentId } = world();
	context.setNow('2026-03-10T20:45:00Z');
	mark(context, facilitator, { sessionId, enrolmentId }, 'absent-no-contact');
	decideMessage(context, facilitator, { id: of(context, 'missed-you')[0]!.id, decision: 'approved' });
	expect(mark(context, facilitator, { sessionId, enrolmentId }, 'attended').done).toBe(true);
	expect(of(context, 'missed-you')).toMatchObject([{ state: 'suppressed', reason: 'not-missed' }]);
});

test('who was told that a session does not go ahead is told when it does after all, and again when it does not', async () => {
	const { context, facilitator, sessionId } = world();
	context.setNow('2026-03-10T09:00:00Z');
	const version = () =>
		context.db.select().from(schema.sessions).where(eq(schema.sessions.id, sessionId)).get()!.version;
	const cancel = () => recordNotHeld(context, facilitator, { sessionId, version: version(), reason: 'The heating' });
	expect(cancel().done).toBe(true);
	expect(of(context, 'cancelled')).toMatchObject([{ state: 'queued', timeVersion: 1 }]);
	// Nobody has heard of it: it is taken back without a word.
	expect(undoNotHeld(context, facilitator, { sessionId }).done).toBe(true);
	expect(of(context, 'cancelled')).toMatchObject([
		{ state: 'suppressed', reason: 'session-goes-ahead', timeVersion: 1 },
	]);
	expect(of(context, 'changed')).toEqual([]);
	expect(cancel().done).toBe(true);
	const minute = async (at: string) => {
		context.setNow(at);
		await planAndSend(context);
		return context.kept.map(({ subject }) => subject).at(-1);
	};
	expect(await minute('2026-03-10T09:15:00Z')).toBe('Not going ahead: Tuesday 10 March 2026');
	expect(undoNotHeld(context, facilitator, { sessionId }).done).toBe(true);
	expect(of(context, 'changed')).toMatchObject([{ state: 'queued', timeVersion: 2 }]);
	expect(await minute('2026-03-10T09:30:00Z')).toBe('New time: Tuesday 10 March 2026 at 6:30pm');
	expect(cancel().done).toBe(true);
	expect(await minute('2026-03-10T09:45:00Z')).toBe('Not going ahead: Tuesday 10 March 2026');
});

test('all messages to a person stop at once and may leave again, each as it is judged then', async () => {
	const { context, facilitator, personId, sessionId } = world();
	planReminders(context, CLOCK);
	const stranger = givenStaff(context, { roles: ['facilitator'], areaIds: [] });
	const reason = 'They asked for it';
	expect(stopMessages(context, stranger, { personId, reason })).toMatchObject({ code: 'not-found' });
	expect(stopMessages(context, facilitator, { personId, reason }).done).toBe(true);
	expect(of(context, 'reminder')).toMatchObject([{ state: 'suppressed', reason: 'all-stopped' }]);
	expect(stopMessages(context, facilitator, { personId, reason })).toMatchObject({ code: 'stopped-already' });
	context.setNow('2026-03-09T18:30:00Z');
	await planAndSend(context);
	expect(context.kept).toEqual([]);
	expect(resumeMessages(context, stranger, personId)).toMatchObject({ code: 'not-found' });
	expect(resumeMessages(context, facilitator, personId).done).toBe(true);
	expect(of(context, 'reminder').find((one) => one.sessionId === sessionId)).toMatchObject({ state: 'queued' });
	expect(resumeMessages(context, facilitator, personId)).toMatchObject({ code: 'not-stopped' });
	const stops = context.db.select().from(schema.messageStops).all();
	expect(stops).toMatchObject([{ reason, setBy: facilitator.staffId, endedBy: facilitator.staffId }]);
});
