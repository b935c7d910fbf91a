import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OPERATOR, type StaffActor } from '#app/domain/access/actor.ts';
import type { Mark } from '#app/domain/attendance/marks.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { EnrolmentId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { teamMark } from '#app/domain/team/change-team.ts';
import { bookCatchUp } from '#app/use-cases/catch-ups/book-catch-up.ts';
import { cancelCatchUp } from '#app/use-cases/catch-ups/cancel-catch-up.ts';
import { readCatchUps } from '#app/use-cases/catch-ups/read-catch-ups.ts';
import { reviewCohort } from '#app/use-cases/cohorts/review-cohort.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { planSessionMove } from '#app/use-cases/sessions/plan-move.ts';
import { recordNotHeld } from '#app/use-cases/sessions/record-not-held.ts';
import { undoNotHeld } from '#app/use-cases/sessions/undo-not-held.ts';
import { changeTeam } from '#app/use-cases/team/change-team.ts';
import { listTeamSessions } from '#db/queries/calendar/calendar-feeds.ts';
import { listTeams } from '#db/queries/cohorts.ts';
import { listMeetingsAhead } from '#db/queries/days-off/meetings-ahead.ts';
import { findEnrolment } from '#db/queries/enrolments.ts';
import { inPairOrder } from '#db/queries/families/non-associations.ts';
import { listTerm } from '#db/queries/session-day.ts';
import { findSession } from '#db/queries/sessions.ts';
import { listSessionTeam } from '#db/queries/team/covers.ts';
import * as schema from '#db/schema/index.ts';
import { trailOf } from '#tests/support/audit.ts';
import { givenMember, givenStaff } from '#tests/support/world.ts';
import { givenContact } from '../reminders/given.ts';
import { givenTerm, moveAs, sessionOf } from '../sessions/given.ts';

/** It is the day after session 1, which both members missed. */
function givenMissed(now = '2026-01-14T12:00:00Z') {
	const term = givenTerm();
	const { context, cohortId, sessionIds, enrolmentId, sam } = term;
	const other = givenMember(context, { cohortId, sessionIds }, { givenName: 'Ben', familyName: 'Hale' });
	context.setNow(now);
	const world = { ...term, other, missedId: sessionIds[0]! };
	mark(world, world.missedId, [enrolmentId, other.enrolmentId], 'absent-no-contact');
	return { ...world, staffId: sam.staffId };
}
type World = Omit<ReturnType<typeof givenMissed>, 'staffId'>;

function mark(
	{ context, sam }: World,
	sessionId: SessionId,
	people: readonly EnrolmentId[],
	made: Mark | null,
	version = 1,
) {
	const entry = {
		mark: made,
		minutes: null,
		reason: made === 'stood-down' ? ('service-decision' as const) : null,
		note: null,
	};
	const choices = people.map((enrolmentId) => ({ enrolmentId, openedVersion: version, entry }));
	const outcome = recordRegister(context, sam, { sessionId, choices, restAttended: false, correctionReason: null });
	if (!outcome.done) throw new Error(outcome.code);
}

type Changes = {
	actor?: StaffActor;
	people?: readonly EnrolmentId[];
	staffIds?: readonly StaffId[];
	startTime?: string;
	lateBecause?: string;
};

function book(world: World, day = '2026-01-15', changes: Changes = {}) {
	const { context, sam, enrolmentId, other, missedId } = world;
	return bookCatchUp(context, changes.actor ?? sam, {
		sessionId: missedId,
		enrolmentIds: changes.people ?? [enrolmentId, other.enrolmentId],
		to: { day: calendarDay(day), startTime: clockTime(changes.startTime ?? '10:00'), lengthMinutes: 60 },
		staffIds: changes.staffIds ?? [sam.staffId],
		lateBecause: changes.lateBecause ?? null,
	});
}

function booked(world: World, ...args: [day?: string, changes?: Changes]): SessionId {
	const outcome = book(world, ...args);
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value;
}

const code = (outcome: { done: true } | { done: false; code: string }) => (outcome.done ? 'done' : outcome.code);
const statesOf = ({ context, cohortId, coordinator }: World) =>
	readCatchUps(context, context.db, coordinator, cohortId)!.people.map(
		({ name, catchUps }) => `${name}: ${catchUps.map(({ planNumber, state }) => `${planNumber} ${state}`).join(', ')}`,
	);

test('a facilitator books one catch-up for two people: a session of its own that is no part of the term', () => {
	const world = givenMissed();
	const { context, coordinator, cohortId, sam } = world;
	const before = reviewCohort(context, coordinator, cohortId)!;
	const id = booked(world);
	expect(sessionOf(context, id)).toMatchObject({
		planNumber: 1,
		kind: 'catch-up',
		enrolmentId: null,
		day: '2026-01-15',
	});
	expect(statesOf(world)).toEqual(['Ben Hale: 1 booked', 'Alex Smith: 1 booked']);
	expect(listTerm(context.db, coordinator, cohortId).map(({ id: one }) => one)).toEqual(world.sessionIds);
	expect(reviewCohort(context, coordinator, cohortId)!.summary).toEqual(before.summary);
	expect(listTeamSessions(context.db, sam).map(({ session }) => session.id)).toContain(id);
	expect(listMeetingsAhead(context.db, coordinator, context.clock.now()).map(({ day }) => day)).toContain('2026-01-15');
	expect(trailOf(context).at(-1)).toMatchObject({ action: 'catch-up-booked', outcome: 'done' });
});

test('its register makes it done and counts once, never as attendance; a correction takes it back', () => {
	const world = givenMissed();
	const { context, coordinator, cohortId, enrolmentId, other } = world;
	const id = booked(world);
	context.setNow('2026-01-15T12:00:00Z');
	const figures = () => reviewCohort(context, coordinator, cohortId)!.summary;
	const attendance = figures().attendance;
	const curve = figures().retention;
	mark(world, id, [enrolmentId], 'attended');
	mark(world, id, [other.enrolmentId], 'absent-no-contact');
	expect(statesOf(world)).toEqual(['Ben Hale: 1 needed', 'Alex Smith: 1 done']);
	const alex = figures().people.find((one) => one.enrolmentId === enrolmentId)!;
	expect(alex).toMatchObject({
		received: { received: 1, outOf: 1 },
		caughtUp: 1,
		run: { missed: 1 },
		lastAttended: null,
	});
	expect(alex.cells[0]).toBe('caught-up');
	expect(figures().attendance).toEqual(attendance);
	expect(figures().retention).toEqual(curve);
	expect(figures().delivery.held.sessions.count).toBe(1);
	mark(world, id, [enrolmentId], 'absent-no-contact', 2);
	expect(statesOf(world)).toEqual(['Ben Hale: 1 needed', 'Alex Smith: 1 needed']);
	expect(context.db.select().from(schema.catchUps).all()).toEqual([]);
	mark(world, id, [enrolmentId], 'attended', 3);
	const second = booked(world, '2026-01-16', { people: [other.enrolmentId] });
	context.setNow('2026-01-16T12:00:00Z');
	mark(world, second, [other.enrolmentId], 'attended');
	expect(context.db.select().from(schema.catchUps).all()).toHaveLength(2);
});

test('it may be entered after it was held, and what is too late only a lead lets count, with a reason', () => {
	const world = givenMissed();
	const { context, enrolmentId } = world;
	context.setNow('2026-06-01T12:00:00Z');
	const people = [enrolmentId];
	const last = calendarDay('2026-01-13');
	const { catchUps } = reviewCohort(context, world.coordinator, world.cohortId)!.programme.thresholds;
	const dayOfLast = new Date(`${last}T12:00:00Z`);
	dayOfLast.setUTCDate(dayOfLast.getUTCDate() + catchUps.withinDays);
	const inTime = dayOfLast.toISOString().slice(0, 10);
	dayOfLast.setUTCDate(dayOfLast.getUTCDate() + 1);
	const tooLate = dayOfLast.toISOString().slice(0, 10);
	expect(code(book(world, tooLate, { people }))).toBe('too-late');
	expect(code(book(world, tooLate, { people, lateBecause: 'He was in hospital' }))).toBe('too-late');
	const lead = givenStaff(context, { roles: ['lead'] });
	expect(code(book(world, tooLate, { people, actor: lead }))).toBe('too-late');
	expect(code(book(world, tooLate, { people, actor: lead, lateBecause: 'A long illness' }))).toBe('done');
	expect(code(book(world, inTime, { people: [world.other.enrolmentId] }))).toBe('done');
});

test('booking is refused for who does not need one, is booked, chose nobody, or names somebody who is not on the team', () => {
	const world = givenMissed();
	const { context, enrolmentId, coordinator } = world;
	const stranger = givenStaff(context, { name: 'Kim Stranger' });
	expect(code(book(world, '2026-01-15', { staffIds: [stranger.staffId] }))).toBe('not-on-team');
	expect(code(book(world, '2026-01-15', { staffIds: [] }))).toBe('not-on-team');
	expect(code(book(world, '2026-01-15', { people: [] }))).toBe('nobody-chosen');
	expect(code(book(world, '2026-01-12'))).toBe('before-missed');
	expect(code(book(world, '2026-01-15', { actor: stranger }))).toBe('not-found');
	expect(code(book(world, '2026-01-15', { people: ['nobody' as EnrolmentId] }))).toBe('not-found');
	booked(world, '2026-01-15', { actor: coordinator, people: [enrolmentId] });
	expect(code(book(world, '2026-01-16', { people: [enrolmentId] }))).toBe('catch-up-booked');
});

test('it clashes with the cohort’s own sessions and its other catch-ups, and they with it', () => {
	const world = givenMissed();
	const { context, coordinator, enrolmentId, other, sessionIds } = world;
	expect(code(book(world, '2026-01-20', { startTime: '19:00' }))).toBe('clashes');
	booked(world, '2026-01-21', { people: [enrolmentId] });
	expect(code(book(world, '2026-01-21', { people: [other.enrolmentId], startTime: '10:30' }))).toBe('clashes');
	expect(code(moveAs(context, coordinator, sessionIds[1]!, { day: '2026-01-21', startTime: '09:00' }))).toBe('clashes');
});

test('the group’s sessions move without it, and it does not move', () => {
	const world = givenMissed();
	const { context, coordinator, sessionIds } = world;
	const id = booked(world, '2026-01-22');
	expect(code(moveAs(context, coordinator, sessionIds[1]!, { day: '2026-01-27', scope: 'later' }))).toBe('done');
	expect(sessionOf(context, id)).toMatchObject({ day: '2026-01-22', version: 1 });
	const to = { day: calendarDay('2026-01-23'), startTime: clockTime('10:00'), lengthMinutes: 60 };
	expect(code(planSessionMove(context, context.db, coordinator, { sessionId: id, to }))).toBe('not-found');
});

test('only who is named delivers it, and it is in their calendar alone', () => {
	const world = givenMissed();
	const { context, cohortId, sam } = world;
	const kezia = givenStaff(context, { name: 'Kezia Amponsah' });
	context.db.insert(schema.teamMembers).values({ cohortId, staffId: kezia.staffId, duty: 'co-facilitator' }).run();
	const id = booked(world);
	expect(listSessionTeam(context.db, findSession(context.db, OPERATOR, id)!).map(({ name }) => name)).toEqual([
		'Sam Okafor',
	]);
	const has = (who: StaffActor) => listTeamSessions(context.db, who).some(({ session }) => session.id === id);
	expect([has(sam), has(kezia)]).toEqual([true, false]);
});

test('who is expected gets a reminder, as of any session, and nobody who was taken off', () => {
	const world = givenMissed();
	const { context, coordinator, enrolmentId, other } = world;
	givenContact(context, coordinator, world.personId);
	givenContact(context, coordinator, other.personId, { address: 'ben@example.org' });
	const id = booked(world, '2026-01-16');
	expect(
		code(cancelCatchUp(context, world.sam, { sessionId: id, enrolmentIds: [other.enrolmentId], reason: null })),
	).toBe('done');
	planReminders(context, OPERATOR);
	const of = context.db.select().from(schema.outbox).where(eq(schema.outbox.sessionId, id)).all();
	const leaving = of.filter(({ kind, state }) => kind === 'reminder' && state === 'queued');
	expect(leaving.map((message) => message.enrolmentId)).toEqual([enrolmentId]);
	const others = of.filter((message) => message.enrolmentId === other.enrolmentId);
	expect(new Set(others.map(({ state, reason }) => `${state} ${reason}`))).toEqual(
		new Set(['suppressed not-expected']),
	);
	expect(statesOf(world)).toEqual(['Ben Hale: 1 needed', 'Alex Smith: 1 booked']);
});

test('with nobody left it is cancelled with the reason, and that is taken back only while nobody has another', () => {
	const world = givenMissed();
	const { context, sam, enrolmentId, other } = world;
	const id = booked(world);
	const off = { sessionId: id, enrolmentIds: [enrolmentId, other.enrolmentId] };
	expect(code(cancelCatchUp(context, sam, { ...off, reason: null }))).toBe('reason-missing');
	expect(code(cancelCatchUp(context, sam, { ...off, reason: 'The room is not free' }))).toBe('done');
	expect(sessionOf(context, id)).toMatchObject({
		state: 'cancelled',
		stateReason: 'The room is not free',
		sequence: 1,
	});
	expect(statesOf(world)).toEqual(['Ben Hale: 1 needed', 'Alex Smith: 1 needed']);
	expect(code(undoNotHeld(context, sam, { sessionId: id }))).toBe('done');
	expect(statesOf(world)).toEqual(['Ben Hale: 1 booked', 'Alex Smith: 1 booked']);
	expect(code(cancelCatchUp(context, sam, { ...off, reason: 'The room is not free' }))).toBe('done');
	booked(world, '2026-01-16', { people: [enrolmentId] });
	expect(code(undoNotHeld(context, sam, { sessionId: id }))).toBe('scheduled-again');
});

test('what was held is not cancelled, and one that did not go ahead leaves the need', () => {
	const world = givenMissed();
	const { context, sam, enrolmentId, other } = world;
	const id = booked(world);
	context.setNow('2026-01-15T12:00:00Z');
	expect(code(recordNotHeld(context, sam, { sessionId: id, version: 1, reason: 'Nobody could come' }))).toBe('done');
	expect(statesOf(world)).toEqual(['Ben Hale: 1 needed', 'Alex Smith: 1 needed']);
	const again = booked(world, '2026-01-16');
	context.setNow('2026-01-16T12:00:00Z');
	mark(world, again, [enrolmentId], 'attended');
	const off = { sessionId: again, enrolmentIds: [other.enrolmentId], reason: null };
	expect(code(cancelCatchUp(context, sam, off))).toBe('held-already');
});

test('an exit takes the person off a catch-up to come, and cancels one that was for them alone', () => {
	const world = givenMissed();
	const { context, coordinator, enrolmentId, other } = world;
	const id = booked(world);
	const leave = (who: EnrolmentId) => {
		const { version } = findEnrolment(context.db, coordinator, who, 'write', 'exit')!;
		const exit = { on: calendarDay('2026-01-14'), kind: 'left', reason: 'work', note: null } as const;
		expect(code(recordExit(context, coordinator, { enrolmentId: who, version, ...exit }))).toBe('done');
	};
	leave(enrolmentId);
	expect(sessionOf(context, id).state).toBe('scheduled');
	expect(statesOf(world)).toEqual(['Ben Hale: 1 booked', 'Alex Smith: ']);
	leave(other.enrolmentId);
	expect(sessionOf(context, id)).toMatchObject({ state: 'cancelled', stateReason: 'Nobody is left to come' });
});

test('two who may not meet are not put into one catch-up, whatever was decided of their cohort; each alone may come', () => {
	const world = givenMissed();
	const { context, personId, other, enrolmentId } = world;
	const pair = { ...inPairOrder(personId, other.personId), reason: 'Quarrelled', setBy: world.sam.staffId };
	context.db
		.insert(schema.nonAssociations)
		.values({ id: 'apart' as never, ...pair, setAt: context.clock.now() })
		.run();
	expect(code(book(world))).not.toBe('done');
	expect(code(book(world, '2026-01-15', { people: [enrolmentId] }))).toBe('done');
});

test('taking back that a catch-up did not go ahead is refused when the ones that the programme allows were booked meanwhile', () => {
	const world = givenMissed('2026-02-04T12:00:00Z');
	const { context, sam, enrolmentId, sessionIds } = world;
	const people = [enrolmentId];
	for (const id of sessionIds.slice(1, 4)) mark(world, id, people, 'absent-no-contact');
	const { catchUps } = reviewCohort(context, world.coordinator, world.cohortId)!.programme.thresholds;
	expect(catchUps.allowed).toBe(3);
	const lead = { people, actor: givenStaff(context, { roles: ['lead'] }), lateBecause: 'He was in hospital' };
	const bookOf = (plan: number, day: string) => booked({ ...world, missedId: sessionIds[plan - 1]! }, day, lead);
	const first = bookOf(1, '2026-02-04');
	bookOf(2, '2026-02-05');
	bookOf(3, '2026-02-06');
	context.setNow('2026-02-04T14:00:00Z');
	expect(code(recordNotHeld(context, sam, { sessionId: first, version: 1, reason: 'The heating is out' }))).toBe(
		'done',
	);
	const last = bookOf(4, '2026-02-07');
	expect(code(undoNotHeld(context, sam, { sessionId: first }))).toBe('none-left');
	const off = { sessionId: last, enrolmentIds: people, reason: 'Booked by mistake' };
	expect(code(cancelCatchUp(context, sam, off))).toBe('done');
	expect(code(undoNotHeld(context, sam, { sessionId: first }))).toBe('done');
});

test('an apology for a catch-up to come frees nothing that it could take again, until it begins', () => {
	const world = givenMissed();
	const { context, sam, enrolmentId } = world;
	const people = [enrolmentId];
	const id = booked(world, '2026-01-15', { people });
	const apology = { mark: 'absent-notified', minutes: null, reason: 'illness', note: null } as const;
	const choices = [{ enrolmentId, openedVersion: 1, entry: apology }];
	expect(
		code(recordRegister(context, sam, { sessionId: id, choices, restAttended: false, correctionReason: null })),
	).toBe('done');
	expect(code(book(world, '2026-01-16', { people }))).toBe('catch-up-booked');
	expect(statesOf(world)).toEqual(['Ben Hale: 1 needed', 'Alex Smith: 1 booked']);
	context.setNow('2026-01-15T12:00:00Z');
	expect(code(book(world, '2026-01-16', { people }))).toBe('done');
});

test('who was at one of two catch-ups keeps it, in whichever order their registers are corrected', () => {
	const world = givenMissed();
	const { context, enrolmentId } = world;
	const people = [enrolmentId];
	const first = booked(world, '2026-01-15', { people });
	context.setNow('2026-01-15T12:00:00Z');
	mark(world, first, people, 'absent-no-contact');
	const second = booked(world, '2026-01-16', { people });
	context.setNow('2026-01-16T12:00:00Z');
	mark(world, second, people, 'attended');
	// They were at the first and not at the second.
	mark(world, first, people, 'attended', 2);
	mark(world, second, people, 'absent-no-contact', 2);
	expect(context.db.select().from(schema.catchUps).all()).toMatchObject([
		{ enrolmentId, sessionId: first, doneOn: '2026-01-15' },
	]);
	mark(world, first, people, 'absent-no-contact', 3);
	expect(context.db.select().from(schema.catchUps).all()).toEqual([]);
});

test('nobody leaves the team and a catch-up without the one who was named for it', () => {
	const world = givenMissed();
	const { context, cohortId, coordinator, sam } = world;
	const kezia = givenStaff(context, { name: 'Kezia Amponsah' });
	context.db.insert(schema.teamMembers).values({ cohortId, staffId: kezia.staffId, duty: 'co-facilitator' }).run();
	const id = booked(world, '2026-01-15', { staffIds: [kezia.staffId] });
	const leave = () => {
		const shown = teamMark(listTeams(context.db, [cohortId]));
		const team = [{ staffId: sam.staffId, duty: 'lead-facilitator' as const }];
		return changeTeam(context, coordinator, { cohortId, from: calendarDay('2026-01-14'), team, shown, covers: null });
	};
	expect(leave()).toMatchObject({ code: 'nobody-accredited', details: { day: '2026-01-15', isCatchUp: true } });
	const off = { sessionId: id, enrolmentIds: [world.enrolmentId, world.other.enrolmentId], reason: 'Kezia leaves' };
	expect(code(cancelCatchUp(context, sam, off))).toBe('done');
	expect(code(leave())).toBe('done');
});
