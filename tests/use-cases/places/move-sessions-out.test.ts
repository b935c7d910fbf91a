import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OPERATOR, type StaffActor } from '#app/domain/access/actor.ts';
import type { DayOffId } from '#app/domain/scheduling/day-off.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type CohortId, type VenueId } from '#app/domain/shared/ids.ts';
import type { Outcome } from '#app/domain/shared/outcome.ts';
import { addBankHoliday } from '#app/use-cases/places/add-bank-holiday.ts';
import { addClosure } from '#app/use-cases/places/add-closure.ts';
import { addSchoolHoliday } from '#app/use-cases/places/add-school-holiday.ts';
import { moveSessionsOut } from '#app/use-cases/places/move-sessions-out.ts';
import { planMovesOut } from '#app/use-cases/places/plan-moves-out.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import * as schema from '#db/schema/index.ts';
import { trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { givenContact } from '../reminders/given.ts';

const day = calendarDay;

function planIn<Value>(outcome: Outcome<Value>): Value {
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value;
}

/** Tuesday 3 March 2026, noon: eight groups of Tuesdays are in the diary from 3 February on. */
function office() {
	const context = testContext({ now: '2026-03-03T12:00:00Z' });
	const places = givenPlaces(context);
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const lead = givenStaff(context, { name: 'Lea Dunn', roles: ['lead'] });
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] });
	const group = (change: object = {}) => {
		const cohort = givenCohort(context, {
			...{ ...places, firstDay: '2026-02-03', sessionCount: 8, ...change },
		});
		const slot = { cohortId: cohort.cohortId, weekday: 'tuesday', startTime: clockTime('18:30') } as const;
		context.db.insert(schema.meetingSlots).values(slot).run();
		return cohort;
	};
	const close = (from: string, to = from, venueId: VenueId | null = null) => {
		const closure = { from: day(from), to: day(to), label: 'Boiler', venueId };
		const added = addClosure(context, administrator, closure);
		if (!added.done) throw new Error(added.code);
		return added.value;
	};
	const plan = (actor: StaffActor, id: DayOffId) => planIn(planMovesOut(context, context.db, actor, id));
	const move = (actor: StaffActor, dayOffId: DayOffId, cohortIds: readonly CohortId[], fingerprint?: string) =>
		moveSessionsOut(context, actor, {
			dayOffId,
			cohortIds,
			fingerprint: fingerprint ?? plan(actor, dayOffId).fingerprint,
		});
	const daysOf = (cohortId: CohortId) =>
		context.db
			.select()
			.from(schema.sessions)
			.where(eq(schema.sessions.cohortId, cohortId))
			.orderBy(schema.sessions.planNumber)
			.all()
			.map((session) => session.day);
	return { context, ...places, administrator, lead, coordinator, group, close, plan, move, daysOf };
}

test('a closure of one venue hits the cohorts there, one of the organisation all that the actor may move', () => {
	const { context, group, close, plan, lead, coordinator, venueId } = office();
	const elsewhere = givenPlaces(context, 'Southfield');
	group({ name: 'Here' });
	group({ name: 'There', ...elsewhere });
	group({ name: 'Hers', side: 'survivor', ...elsewhere });
	const names = (actor: StaffActor, id: DayOffId) => plan(actor, id).cohorts.map(({ term }) => term.cohort.name);
	const [ofVenue, ofAll] = [close('2026-03-10', '2026-03-10', venueId), close('2026-03-10')];
	expect(names(lead, ofVenue)).toEqual(['Here']);
	expect(names(lead, ofAll)).toEqual(['Here', 'Hers', 'There']);
	expect(names(coordinator, ofAll)).toEqual(['Here']);
});

test('bank holidays hit cohorts of the nation that do not run on them, school holidays cohorts of the area that leave them out', () => {
	const { context, group, plan, lead, administrator, areaId } = office();
	const [plain, runs, skips] = [group({ name: 'Plain' }), group({ name: 'Runs' }), group({ name: 'Skips' })];
	const change = (id: CohortId, values: Partial<typeof schema.cohorts.$inferInsert>) =>
		context.db.update(schema.cohorts).set(values).where(eq(schema.cohorts.id, id)).run();
	change(runs.cohortId, { runsOnBankHoliday: true });
	change(skips.cohortId, { skipsSchoolHolidays: true });
	const holiday = { nation: 'england-and-wales', date: day('2026-03-10'), title: 'Jubilee' } as const;
	const added = addBankHoliday(context, administrator, holiday);
	const ofSchools = addSchoolHoliday(context, administrator, {
		...{ areaId, from: day('2026-03-09'), to: day('2026-03-13'), label: 'Half term' },
	});
	if (!added.done || !ofSchools.done) throw new Error('refused');
	expect(plan(lead, added.value).cohorts.map(({ term }) => term.cohort.name)).toEqual(['Plain', 'Skips']);
	expect(plan(lead, ofSchools.value).cohorts.map(({ term }) => term.cohort.name)).toEqual(['Skips']);
	expect(plan(lead, ofSchools.value).cohorts[0]!.outcome).toMatchObject({
		value: { moves: [{ to: { day: '2026-03-17' } }, {}, {}] },
	});
	expect(plain.sessionIds).toHaveLength(8);
});

test('moving gives each session its new time with the reason, one version and one sequence more, and nothing else changes', () => {
	const { context, group, close, move, daysOf, coordinator } = office();
	const { cohortId, sessionIds } = group();
	const id = close('2026-03-10');
	expect(move(coordinator, id, [cohortId])).toEqual({ done: true, value: { sessions: 3, cohorts: 1 } });
	expect(daysOf(cohortId)).toEqual([
		...['2026-02-03', '2026-02-10', '2026-02-17', '2026-02-24', '2026-03-03', '2026-03-17', '2026-03-24', '2026-03-31'],
	]);
	const rows = context.db.select().from(schema.sessions).all();
	expect(rows.find(({ id: one }) => one === sessionIds[4])).toMatchObject({ timeVersion: 1, sequence: 0, version: 1 });
	// The last one is in summer time: the wall time stays, the moment is an hour earlier.
	expect(rows.find(({ id: one }) => one === sessionIds[7])).toMatchObject({
		...{ timeVersion: 2, sequence: 1, version: 2, startTime: '18:30', lengthMinutes: 120 },
		...{ startsAt: '2026-03-31T17:30:00Z', endsAt: '2026-03-31T19:30:00Z', changedAt: '2026-03-03T12:00:00Z' },
	});
	const times = context.db
		.select()
		.from(schema.sessionTimes)
		.where(eq(schema.sessionTimes.sessionId, sessionIds[5]!))
		.all();
	expect(times).toMatchObject([
		{ timeVersion: 1, day: '2026-03-10', why: 'first plan' },
		{ timeVersion: 2, day: '2026-03-17', why: 'Boiler', askedBy: 'service', setBy: coordinator.staffId },
	]);
	expect(trailOf(context).at(-1)).toMatchObject({
		action: 'sessions-moved-out',
		record: `closure ${id}`,
		outcome: 'done',
	});
});

test('the reminder of the old time is taken back and one of the new time made', () => {
	const { context, group, close, move, lead, coordinator } = office();
	const cohort = group();
	const member = givenMember(context, cohort, { enrolledOn: '2026-02-02' });
	givenContact(context, coordinator, member.personId);
	planReminders(context, OPERATOR);
	const messages = () =>
		context.db.select().from(schema.outbox).where(eq(schema.outbox.sessionId, cohort.sessionIds[5]!)).all();
	expect(messages()).toMatchObject([{ state: 'queued', timeVersion: 1 }]);
	move(lead, close('2026-03-10'), [cohort.cohortId]);
	context.setNow('2026-03-10T12:00:00Z');
	planReminders(context, OPERATOR);
	expect(messages().map(({ state, reason, timeVersion }) => [state, reason, timeVersion])).toEqual([
		['suppressed', 'session-moved', 1],
		['queued', null, 2],
		['queued', null, 2],
	]);
	expect(messages().map(({ kind }) => kind)).toEqual(['reminder', 'changed', 'reminder']);
});

test('a session that has started or is marked never moves; moving twice has nothing left to move', () => {
	const { context, group, close, plan, move, daysOf, lead } = office();
	const { cohortId, sessionIds } = group();
	const member = givenMember(context, { cohortId, sessionIds }, { enrolledOn: '2026-02-02' });
	context.db
		.update(schema.registerRows)
		.set({ mark: 'absent-notified', reason: 'illness', markedAt: context.clock.now() })
		.where(eq(schema.registerRows.sessionId, sessionIds[5]!))
		.run();
	expect(member.personId).toBeTruthy();
	const id = close('2026-03-10', '2026-03-17');
	const before = daysOf(cohortId);
	expect(plan(lead, id).cohorts).toMatchObject([
		{ hit: 2, outcome: { value: { stays: [{ planNumber: 6 }], moves: [{ planNumber: 7 }, { planNumber: 8 }] } } },
	]);
	expect(move(lead, id, [cohortId])).toMatchObject({ done: true });
	expect(daysOf(cohortId).slice(0, 6)).toEqual(before.slice(0, 6));
	expect(move(lead, id, [cohortId])).toMatchObject({ code: 'cannot-move', details: { cohorts: ['Tuesday group'] } });
});

test('refused when the plan is no longer the one that was looked at, for another cohort, for none, and for no such day', () => {
	const { context, group, close, plan, move, lead } = office();
	const { cohortId } = group();
	const id = close('2026-03-10');
	const { fingerprint } = plan(lead, id);
	expect(move(lead, id, [], fingerprint)).toMatchObject({ code: 'nothing-chosen' });
	expect(move(lead, id, [asId<CohortId>('forged')], fingerprint)).toMatchObject({ code: 'plan-changed' });
	expect(move(lead, asId('forged'), [cohortId], fingerprint)).toMatchObject({ code: 'not-found' });
	close('2026-03-17');
	expect(move(lead, id, [cohortId], fingerprint)).toMatchObject({ code: 'plan-changed' });
	expect(context.db.select().from(schema.sessionTimes).all()).toHaveLength(8);
});

test('nobody moves the sessions of a cohort that is not theirs, and an administrator none', () => {
	const { context, group, close, plan, move, administrator, coordinator } = office();
	const other = group({ ...givenPlaces(context, 'Southfield') });
	const id = close('2026-03-10');
	expect(plan(coordinator, id).cohorts).toEqual([]);
	expect(move(coordinator, id, [other.cohortId])).toMatchObject({ code: 'plan-changed' });
	expect(plan(administrator, id).cohorts).toEqual([]);
	expect(move(administrator, id, [other.cohortId])).toMatchObject({ code: 'plan-changed' });
	const facilitator = givenStaff(context);
	expect(planMovesOut(context, context.db, facilitator, id)).toMatchObject({ code: 'not-found' });
});

test('cohorts that move together do not stand in each other’s way; one that stays does, and then nothing moves', () => {
	const { context, group, close, plan, move, daysOf, lead, administrator } = office();
	const sam = givenStaff(context, { name: 'Sam' });
	const [one, other] = [group({ name: 'One', team: [sam], roomId: null }), group({ name: 'Other', roomId: null })];
	const shut = close('2026-03-10');
	// Sam delivers a course on 31 March, into which the last session of the first group would move.
	const course = givenCohort(context, {
		...givenPlaces(context, 'Far'),
		name: 'Course',
		team: [sam],
		firstDay: '2026-03-31',
		sessionCount: 1,
	});
	expect(plan(lead, shut).cohorts.map(({ clashes }) => clashes)).toMatchObject([
		[{ planNumber: 8, kind: 'facilitator-double-booked', with: 'Course' }],
		[],
	]);
	expect(move(lead, shut, [one.cohortId, other.cohortId])).toMatchObject({
		code: 'clashes',
		details: { cohorts: ['One'] },
	});
	expect(daysOf(other.cohortId)[5]).toBe('2026-03-10');
	expect(move(lead, shut, [other.cohortId])).toMatchObject({ done: true });
	expect([daysOf(one.cohortId)[5], daysOf(other.cohortId)[5]]).toEqual(['2026-03-10', '2026-03-17']);
	expect([course.sessionIds.length, administrator.roles]).toEqual([1, ['administrator']]);
});

test('two cohorts of one facilitator that both move by a week keep out of each other’s way', () => {
	const { context, group, close, move, lead } = office();
	const sam = givenStaff(context, { name: 'Sam' });
	const one = group({ name: 'One', team: [sam], roomId: null, sessionCount: 8 });
	const later = givenCohort(context, {
		...givenPlaces(context, 'Far'),
		name: 'Later',
		team: [sam],
		startTime: '18:30',
		firstDay: '2026-03-31',
		sessionCount: 3,
	});
	context.db
		.insert(schema.meetingSlots)
		.values({ cohortId: later.cohortId, weekday: 'tuesday', startTime: clockTime('18:30') })
		.run();
	const shut = close('2026-03-10', '2026-03-31');
	const moved = move(lead, shut, [one.cohortId, later.cohortId]);
	// One moves to 7, 14 and 21 April, where the later one would be from 7 April on.
	expect(moved).toMatchObject({ code: 'clashes', details: { cohorts: ['Later', 'One'] } });
});

test('a clash with something that the actor may not know of says only that the slot is not available', () => {
	const { context, group, close, plan, coordinator } = office();
	const sam = givenStaff(context, { name: 'Sam' });
	group({ name: 'One', team: [sam], roomId: null });
	const far = {
		...givenPlaces(context, 'Far'),
		name: 'Hers',
		side: 'survivor' as const,
		team: [sam],
		firstDay: '2026-03-31',
		sessionCount: 1,
	};
	givenCohort(context, far);
	expect(plan(coordinator, close('2026-03-10')).cohorts[0]!.clashes).toEqual([
		{ planNumber: 8, day: '2026-03-31', kind: 'not-available' },
	]);
});
