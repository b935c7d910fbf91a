import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import type { SaidAdaptation } from '#app/domain/fidelity/adaptation-records.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { recordAdaptation } from '#app/use-cases/adaptations/record-adaptation.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { clashSentences } from '#app/use-cases/sessions/clash-sentences.ts';
import { moveSession } from '#app/use-cases/sessions/move-session.ts';
import type { MovePlanned } from '#app/use-cases/sessions/plan-move.ts';
import { recordNotHeld } from '#app/use-cases/sessions/record-not-held.ts';
import { undoNotHeld } from '#app/use-cases/sessions/undo-not-held.ts';
import { listTimesOf } from '#db/queries/schedule-changes.ts';
import { listTerm } from '#db/queries/session-day.ts';
import * as schema from '#db/schema/index.ts';
import { givenCohort, givenStaff } from '#tests/support/world.ts';
import { givenContact, givenOff } from '../reminders/given.ts';
import { ASKED, datesOf, givenTerm, lookAt, moveAs, sessionOf, type Term } from './given.ts';

const code = (outcome: { done: true } | { done: false; code: string }) => (outcome.done ? 'done' : outcome.code);

function apologise({ context, sam, sessionIds, enrolmentId }: Term, index: number) {
	const entry = { mark: 'absent-notified', minutes: null, reason: 'work', note: null } as const;
	const choices = [{ enrolmentId, openedVersion: 1, entry }];
	const sessionId = sessionIds[index]!;
	const saved = recordRegister(context, sam, { sessionId, choices, restAttended: false, correctionReason: null });
	expect(saved.done).toBe(true);
}

function attend({ context, sam, sessionIds, enrolmentId }: Term, index: number) {
	const entry = { mark: 'attended', minutes: null, reason: null, note: null } as const;
	const choices = [{ enrolmentId, openedVersion: 1, entry }];
	const sessionId = sessionIds[index]!;
	const saved = recordRegister(context, sam, { sessionId, choices, restAttended: false, correctionReason: null });
	expect(saved.done).toBe(true);
}

test('a session moves with all that come after it in the plan, and what was held stays', () => {
	const term = givenTerm();
	const { context, coordinator, cohortId, sessionIds } = term;
	context.setNow('2026-01-13T21:00:00Z');
	attend(term, 0);
	expect(moveAs(context, coordinator, sessionIds[1]!, { day: '2026-01-29', scope: 'later' })).toEqual({
		done: true,
		value: sessionIds[1],
	});
	expect(datesOf(context, cohortId)).toEqual([
		'1 2026-01-13 18:30 held',
		'2 2026-01-29 18:30 scheduled',
		'3 2026-02-03 18:30 scheduled',
		'4 2026-02-10 18:30 scheduled',
		'5 2026-02-17 18:30 scheduled',
		'6 2026-02-24 18:30 scheduled',
	]);
});

test('calendars and reminders hear of it: sequence and version of the time go up, and the history keeps who asked and why', () => {
	const { context, coordinator, sessionIds } = givenTerm();
	moveAs(context, coordinator, sessionIds[2]!, { day: '2026-01-29', startTime: '19:00', lengthMinutes: 90 });
	expect(sessionOf(context, sessionIds[2]!)).toMatchObject({
		...{ day: '2026-01-29', startTime: '19:00', lengthMinutes: 90 },
		...{ startsAt: '2026-01-29T19:00:00Z', endsAt: '2026-01-29T20:30:00Z' },
		...{ timeVersion: 2, sequence: 1, version: 2, changedAt: '2026-01-12T12:00:00Z', state: 'scheduled' },
	});
	expect(listTimesOf(context.db, coordinator, sessionIds[2]!)).toMatchObject([
		{ timeVersion: 2, day: '2026-01-29', ...ASKED, setBy: coordinator.name },
		{ timeVersion: 1, day: '2026-01-27', askedBy: null, why: 'first plan' },
	]);
	expect(sessionOf(context, sessionIds[3]!)).toMatchObject({ timeVersion: 1, sequence: 0, version: 1 });
});

test('the reminder of the old time is held back and one for the new time is made', () => {
	const { context, coordinator, sam, sessionIds, personId } = givenTerm();
	givenOff(context, 'joining');
	givenContact(context, sam, personId, { reviewBy: calendarDay('2026-06-01') });
	planReminders(context, OPERATOR);
	moveAs(context, coordinator, sessionIds[0]!, { day: '2026-01-15' });
	planReminders(context, OPERATOR);
	const messages = context.db.select().from(schema.outbox).where(eq(schema.outbox.sessionId, sessionIds[0]!)).all();
	const reminders = messages.filter(({ kind }) => kind === 'reminder');
	expect(reminders.map(({ timeVersion, state, reason }) => [timeVersion, state, reason])).toEqual([
		[1, 'suppressed', 'session-moved'],
		[2, 'queued', null],
	]);
	expect(messages.filter(({ kind }) => kind === 'changed')).toMatchObject([{ timeVersion: 2, state: 'queued' }]);
});

test('an apology was for the old time: it is taken back with the move, and its history stays', () => {
	const term = givenTerm();
	const { context, coordinator, sessionIds, enrolmentId } = term;
	apologise(term, 0);
	expect(moveAs(context, coordinator, sessionIds[0]!, { day: '2026-01-14' }).done).toBe(true);
	const row = context.db
		.select()
		.from(schema.registerRows)
		.where(eq(schema.registerRows.sessionId, sessionIds[0]!))
		.get();
	expect(row).toMatchObject({ enrolmentId, mark: null, version: 3 });
	const entries = context.db.select().from(schema.registerEntries).all();
	expect(entries.map(({ mark }) => mark)).toEqual(['absent-notified', null]);
});

test('a later session with an apology is not taken along', () => {
	const term = givenTerm();
	apologise(term, 2);
	const { context, coordinator, sessionIds, cohortId } = term;
	expect(code(moveAs(context, coordinator, sessionIds[1]!, { day: '2026-01-28', scope: 'later' }))).toBe(
		'out-of-order',
	);
	expect(moveAs(context, coordinator, sessionIds[1]!, { day: '2026-01-22', scope: 'later' }).done).toBe(true);
	expect(datesOf(context, cohortId)[2]).toBe('3 2026-01-27 18:30 scheduled');
});

test('what was looked at is what is saved: a change meanwhile is shown first', () => {
	const { context, coordinator, sessionIds, cohortId } = givenTerm();
	const looked = lookAt(context, coordinator, sessionIds[1]!, { day: '2026-01-29' });
	if (!looked.done) throw new Error(looked.code);
	moveAs(context, coordinator, sessionIds[3]!, { day: '2026-02-05' });
	const before = datesOf(context, cohortId);
	const to = { day: calendarDay('2026-01-29'), startTime: clockTime('18:30'), lengthMinutes: 120 };
	const sent = { sessionId: sessionIds[1]!, to, scope: 'later', asked: ASKED } as const;
	const stale = moveSession(context, coordinator, { ...sent, fingerprint: looked.value.fingerprint });
	expect(stale).toMatchObject({ done: false, code: 'plan-changed' });
	expect(datesOf(context, cohortId)).toEqual(before);
	const { fingerprint } = (stale as unknown as { details: { planned: MovePlanned } }).details.planned;
	expect(moveSession(context, coordinator, { ...sent, fingerprint }).done).toBe(true);
});

test('nobody books past a clash: neither the session itself nor one that would come along', () => {
	const { context, coordinator, places, sam, sessionIds, cohortId } = givenTerm();
	givenCohort(context, {
		areaId: places.areaId,
		venueId: places.venueId,
		team: [sam],
		name: 'Other group',
		firstDay: '2026-01-29',
		sessionCount: 1,
	});
	givenCohort(context, { ...places, name: 'Third group', firstDay: '2026-02-24', sessionCount: 1 });
	const direct = moveAs(context, coordinator, sessionIds[1]!, { day: '2026-01-29', scope: 'later' });
	expect(direct).toMatchObject({ done: false, code: 'clashes' });
	const along = moveAs(context, coordinator, sessionIds[1]!, { day: '2026-01-28', scope: 'later' });
	expect(along).toMatchObject({ done: false, code: 'clashes' });
	const { planned } = (along as unknown as { details: { planned: MovePlanned } }).details;
	const later = planned.ways.later;
	if (!later.done) throw new Error(later.code);
	expect([...clashSentences(context.db, coordinator, later.value.clashes)]).toEqual([
		[6, ['Third group is in the room at that time']],
	]);
	expect(datesOf(context, cohortId)[1]).toBe('2 2026-01-20 18:30 scheduled');
});

test('of a clash with a cohort that the coordinator may not know of nothing is said', () => {
	const { context, coordinator, places, sessionIds } = givenTerm();
	givenCohort(context, {
		...places,
		side: 'survivor',
		name: 'Hers',
		firstDay: '2026-01-22',
		startTime: '10:00',
		sessionCount: 1,
	});
	const looked = lookAt(context, coordinator, sessionIds[1]!, { day: '2026-01-22' });
	if (!looked.done || !looked.value.ways.one.done) throw new Error('refused');
	const { clashes } = looked.value.ways.one.value;
	expect(clashes).toEqual([{ planNumber: 2, day: '2026-01-22', kind: 'not-available' }]);
	expect([...clashSentences(context.db, coordinator, clashes).values()]).toEqual([['This slot is not available']]);
});

test('only who arranges the cohort may move its sessions; for anybody else it is not there', () => {
	const { context, sam, sessionIds, places } = givenTerm();
	const elsewhere = givenStaff(context, { roles: ['coordinator'], areaIds: [] });
	const otherSide = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId], sides: ['survivor'] });
	const lead = givenStaff(context, { roles: ['lead'] });
	for (const actor of [sam, elsewhere, otherSide]) {
		expect(code(moveAs(context, actor, sessionIds[1]!, { day: '2026-01-22' }))).toBe('not-found');
	}
	expect(code(moveAs(context, lead, sessionIds[1]!, { day: '2026-01-22' }))).toBe('done');
});

function givenCancelled(now = '2026-01-20T10:00:00Z') {
	const term = givenTerm();
	const { context, sam, sessionIds } = term;
	context.setNow('2026-01-13T21:00:00Z');
	attend(term, 0);
	context.setNow(now);
	const cancelled = recordNotHeld(context, sam, { sessionId: sessionIds[1]!, version: 1, reason: 'Both were ill' });
	expect(cancelled.done).toBe(true);
	return term;
}

test('the plan of a cancelled session is scheduled again: a new session with everybody who was expected, and the old one stays', () => {
	const { context, coordinator, cohortId, sessionIds, enrolmentId } = givenCancelled();
	const again = moveAs(context, coordinator, sessionIds[1]!, { day: '2026-01-27', scope: 'later' });
	if (!again.done) throw new Error(again.code);
	expect(again.value).not.toBe(sessionIds[1]);
	expect(datesOf(context, cohortId).slice(0, 4)).toEqual([
		'1 2026-01-13 18:30 held',
		'2 2026-01-20 18:30 cancelled',
		'2 2026-01-27 18:30 scheduled',
		'3 2026-02-03 18:30 scheduled',
	]);
	const rows = context.db
		.select()
		.from(schema.registerRows)
		.where(eq(schema.registerRows.sessionId, again.value))
		.all();
	expect(rows.map((row) => row.enrolmentId)).toEqual([enrolmentId]);
	const term = listTerm(context.db, coordinator, cohortId);
	expect(term.map(({ planNumber, id }) => [planNumber, id])).toContainEqual([2, again.value]);
	expect(term).toHaveLength(6);
});

test('once the plan is scheduled again, cancelling cannot be undone, and it is not scheduled a third time', () => {
	const { context, coordinator, sam, sessionIds } = givenCancelled();
	moveAs(context, coordinator, sessionIds[1]!, { day: '2026-01-22' });
	expect(code(undoNotHeld(context, sam, { sessionId: sessionIds[1]! }))).toBe('scheduled-again');
	expect(code(moveAs(context, coordinator, sessionIds[1]!, { day: '2026-01-23' }))).toBe('scheduled-again');
});

test('cancelling is not undone into a time that was taken meanwhile, by the cohort itself or by another', () => {
	const own = givenCancelled();
	expect(
		code(moveAs(own.context, own.coordinator, own.sessionIds[2]!, { day: '2026-01-20', startTime: '17:00' })),
	).toBe('done');
	expect(code(undoNotHeld(own.context, own.sam, { sessionId: own.sessionIds[1]! }))).toBe('slot-not-available');
	const taken = givenCancelled();
	givenCohort(taken.context, { ...taken.places, name: 'Other', firstDay: '2026-01-20', sessionCount: 1 });
	expect(code(undoNotHeld(taken.context, taken.sam, { sessionId: taken.sessionIds[1]! }))).toBe('slot-not-available');
	taken.context.setNow('2026-01-20T20:30:00Z');
	expect(code(undoNotHeld(taken.context, taken.sam, { sessionId: taken.sessionIds[1]! }))).toBe('done');
});

test('what is proposed for a session is to be decided by its day, wherever the session is moved', () => {
	const { context, coordinator, sam, sessionIds } = givenTerm();
	const proposal: SaidAdaptation = {
		...{ activityKey: null, when: 'implementation', how: 'In two halves', isLasting: false, decidedBy: 'team' },
		...{ what: 'content', contentChange: 'tailoring', contextChange: null, level: 'cohort' },
		...{ fidelity: 'consistent', goal: 'better-fit', reason: 'The room is small' },
	};
	const [first, second] = [sessionIds[0]!, sessionIds[1]!];
	for (const sessionId of [first, second]) recordAdaptation(context, sam, { sessionId, ...proposal });
	const due = () =>
		context.db
			.select({ dueOn: schema.tasks.dueOn, toldOnAt: schema.tasks.toldOnAt })
			.from(schema.tasks)
			.where(eq(schema.tasks.kind, 'adaptation'))
			.orderBy(schema.tasks.dueOn)
			.all();
	expect(due().map(({ dueOn }) => dueOn)).toEqual(['2026-01-13', '2026-01-14']);
	context.db.update(schema.tasks).set({ toldOnAt: context.clock.now() }).run();
	expect(moveAs(context, coordinator, first, { day: '2026-01-15', scope: 'one' }).done).toBe(true);
	expect(due()).toEqual([
		{ dueOn: '2026-01-14', toldOnAt: null },
		{ dueOn: '2026-01-14', toldOnAt: context.clock.now() },
	]);
	expect(moveAs(context, coordinator, first, { day: '2026-01-13', scope: 'one' }).done).toBe(true);
	expect(due().map(({ dueOn }) => dueOn)).toEqual(['2026-01-13', '2026-01-14']);
});
