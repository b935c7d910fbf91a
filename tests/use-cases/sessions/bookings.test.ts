import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OPERATOR, type StaffActor } from '#app/domain/access/actor.ts';
import { calendarDay, weekdayOf } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { CoverId, EnrolmentId, LeaveId } from '#app/domain/shared/ids.ts';
import { reviewCohort } from '#app/use-cases/cohorts/review-cohort.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import { undoExit } from '#app/use-cases/people/undo-exit.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { bookIndividual } from '#app/use-cases/sessions/book-individual.ts';
import { readBookings, suggestTime } from '#app/use-cases/sessions/plan-booking.ts';
import { recordNotHeld } from '#app/use-cases/sessions/record-not-held.ts';
import { undoNotHeld } from '#app/use-cases/sessions/undo-not-held.ts';
import { findSlotRefusals } from '#db/queries/access/slot-refusals.ts';
import { listTeamSessions } from '#db/queries/calendar/calendar-feeds.ts';
import { findEnrolment } from '#db/queries/enrolments.ts';
import { listTerm } from '#db/queries/session-day.ts';
import * as schema from '#db/schema/index.ts';
import { lastEntry, trailOf } from '#tests/support/audit.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { givenContact } from '../reminders/given.ts';
import { ASKED, givenTerm, lookAt, moveAs, sessionOf } from './given.ts';

/** Plan 4 is an individual session that nobody has booked, and there are two members. */
function givenPlaceholder() {
	const term = givenTerm();
	const { context, cohortId, sessionIds } = term;
	const placeholderId = sessionIds[3]!;
	const unbooked = {
		kind: 'individual',
		day: null,
		startTime: null,
		startsAt: null,
		endsAt: null,
		lengthMinutes: 60,
	} as const;
	context.db.update(schema.sessions).set(unbooked).where(eq(schema.sessions.id, placeholderId)).run();
	const other = givenMember(context, { cohortId, sessionIds }, { givenName: 'Ben', familyName: 'Hale' });
	return { ...term, placeholderId, other };
}
type World = ReturnType<typeof givenPlaceholder>;

const to = (day: string, startTime = '10:00', lengthMinutes = 60) => ({
	day: calendarDay(day),
	startTime: clockTime(startTime),
	lengthMinutes,
});

function book(
	world: World,
	day = '2026-02-04',
	changes: { actor?: StaffActor; enrolmentId?: EnrolmentId; startTime?: string } = {},
) {
	const { context, coordinator, placeholderId } = world;
	const { actor = coordinator, enrolmentId = world.enrolmentId, startTime } = changes;
	return bookIndividual(context, actor, {
		sessionId: placeholderId,
		enrolmentId,
		to: to(day, startTime),
		asked: ASKED,
	});
}

function booked(world: World, ...args: [day?: string, changes?: { enrolmentId?: EnrolmentId }]) {
	const outcome = book(world, ...args);
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value;
}

const code = (outcome: { done: true } | { done: false; code: string }) => (outcome.done ? 'done' : outcome.code);
const cellsOf = ({ context, coordinator, cohortId, enrolmentId }: World) =>
	reviewCohort(context, coordinator, cohortId)!.summary.people.find((one) => one.enrolmentId === enrolmentId)!.cells;

test('an individual session is booked for one person: it is theirs alone, and the others stay at the placeholder', () => {
	const world = givenPlaceholder();
	const { context, coordinator, cohortId, placeholderId, enrolmentId, other } = world;
	const id = booked(world);
	expect(sessionOf(context, id)).toMatchObject({ planNumber: 4, kind: 'individual', enrolmentId, day: '2026-02-04' });
	const rows = context.db.select().from(schema.registerRows).where(eq(schema.registerRows.expected, true)).all();
	const at = (sessionId: string) => rows.filter((row) => row.sessionId === sessionId).map((row) => row.enrolmentId);
	expect(at(id)).toEqual([enrolmentId]);
	expect(at(placeholderId)).toEqual([other.enrolmentId]);
	expect(listTerm(context.db, coordinator, cohortId).map(({ id: one }) => one)).not.toContain(id);
	expect(readBookings(context, context.db, coordinator, placeholderId)!.people).toMatchObject([
		{ enrolmentId: other.enrolmentId, bookedId: null },
		{ enrolmentId, bookedId: id, bookedDay: '2026-02-04' },
	]);
});

test('it has its own reminder, its own calendar entry and its own register, which the cohort’s page shows', () => {
	const world = givenPlaceholder();
	const { context, sam, personId, enrolmentId } = world;
	givenContact(context, sam, personId, { reviewBy: calendarDay('2026-06-01') });
	const id = booked(world, '2026-01-14');
	planReminders(context, OPERATOR);
	const messages = context.db.select().from(schema.outbox).where(eq(schema.outbox.sessionId, id)).all();
	expect(messages).toMatchObject([{ enrolmentId, state: 'queued', kind: 'reminder' }]);
	expect(listTeamSessions(context.db, sam).map(({ session }) => session.id)).toContain(id);
	expect(cellsOf(world)[3]).toBe('to-come');
	context.setNow('2026-01-14T12:00:00Z');
	expect(cellsOf(world)[3]).toBe('not-recorded');
	const entry = { mark: 'attended', minutes: null, reason: null, note: null } as const;
	const choices = [{ enrolmentId, openedVersion: 1, entry }];
	expect(
		recordRegister(context, sam, { sessionId: id, choices, restAttended: false, correctionReason: null }).done,
	).toBe(true);
	expect(cellsOf(world)[3]).toBe('attended');
});

test('a booked individual session does not move with the group, and moves alone wherever it is free', () => {
	const world = givenPlaceholder();
	const { context, coordinator, sessionIds } = world;
	const id = booked(world);
	expect(moveAs(context, coordinator, sessionIds[1]!, { day: '2026-01-28', scope: 'later' }).done).toBe(true);
	expect(sessionOf(context, id)).toMatchObject({ day: '2026-02-04', timeVersion: 1 });
	expect(moveAs(context, coordinator, id, { day: '2026-01-15', startTime: '10:00', lengthMinutes: 60 }).done).toBe(
		true,
	);
	expect(sessionOf(context, id)).toMatchObject({ day: '2026-01-15', timeVersion: 2, sequence: 1 });
	const taken = moveAs(context, coordinator, id, { day: '2026-01-28', startTime: '20:00', lengthMinutes: 60 });
	expect(code(taken)).toBe('clashes');
});

test('the group is not moved onto a booked individual session of its own facilitators', () => {
	const world = givenPlaceholder();
	const { context, coordinator, sessionIds } = world;
	booked(world, '2026-01-22');
	const onto = moveAs(context, coordinator, sessionIds[1]!, { day: '2026-01-22', startTime: '09:30' });
	expect(code(onto)).toBe('clashes');
});

function bookTwice(world: World) {
	booked(world);
	return book(world);
}

test.each([
	['twice', bookTwice, 'booked-already'],
	['while the group meets', (world: World) => book(world, '2026-01-27', { startTime: '19:00' }), 'clashes'],
	['before they joined', (world: World) => book(world, '2026-01-05'), 'before-enrolment'],
	['by a facilitator', (world: World) => book(world, '2026-02-04', { actor: world.sam }), 'not-found'],
	[
		'for somebody of another cohort',
		(world: World) => book(world, '2026-02-04', { enrolmentId: 'nobody' as EnrolmentId }),
		'not-found',
	],
	['for a day that has been', (world: World) => book(world, '2026-01-08'), 'done'],
])('booked %s', (_, act, expected) => {
	expect(code(act(givenPlaceholder()))).toBe(expected);
});

test('a group session is nobody’s to book', () => {
	const world = givenPlaceholder();
	const { context, coordinator, sessionIds, enrolmentId } = world;
	const booking = { sessionId: sessionIds[0]!, enrolmentId, to: to('2026-02-04'), asked: ASKED };
	expect(code(bookIndividual(context, coordinator, booking))).toBe('not-found');
});

test('one that did not go ahead is to be booked anew; until then the person is expected at the placeholder', () => {
	const world = givenPlaceholder();
	const { context, sam, placeholderId, enrolmentId } = world;
	const id = booked(world, '2026-01-12');
	const expectedAt = () =>
		context.db
			.select()
			.from(schema.registerRows)
			.where(eq(schema.registerRows.enrolmentId, enrolmentId))
			.all()
			.find(({ sessionId }) => sessionId === placeholderId)!.expected;
	expect(expectedAt()).toBe(false);
	expect(recordNotHeld(context, sam, { sessionId: id, version: 1, reason: 'Ill' }).done).toBe(true);
	expect(expectedAt()).toBe(true);
	expect(cellsOf(world)[3]).toBe('to-come');
	expect(undoNotHeld(context, sam, { sessionId: id }).done).toBe(true);
	expect(expectedAt()).toBe(false);
	recordNotHeld(context, sam, { sessionId: id, version: 3, reason: 'Ill' });
	booked(world, '2026-02-04');
	expect(code(undoNotHeld(context, sam, { sessionId: id }))).toBe('scheduled-again');
});

function leaves({ context, coordinator, enrolmentId }: World, on: string) {
	const version = findEnrolment(context.db, coordinator, enrolmentId, 'write', 'exit')!.version;
	const exit = { on: calendarDay(on), kind: 'left', reason: 'work', note: null } as const;
	return recordExit(context, coordinator, { enrolmentId, version, ...exit });
}

function comesBack({ context, coordinator, enrolmentId }: World) {
	const version = findEnrolment(context.db, coordinator, enrolmentId, 'write', 'exit')!.version;
	return undoExit(context, coordinator, { enrolmentId, version });
}

test('what is booked for somebody who leaves is given back, with its reminder, its calendar entry and its time', () => {
	const world = givenPlaceholder();
	const { context, sam, personId, other } = world;
	givenContact(context, sam, personId, { reviewBy: calendarDay('2026-06-01') });
	const id = booked(world, '2026-01-14');
	planReminders(context, OPERATOR);
	const before = lastEntry(context);
	expect(leaves(world, '2026-01-12').done).toBe(true);
	expect(sessionOf(context, id)).toMatchObject({
		...{ state: 'cancelled', stateReason: 'Given back, because the place has ended' },
		...{ sequence: 1, changedAt: '2026-01-12T12:00:00Z' },
	});
	expect(trailOf(context, before)).toMatchObject([{ action: 'exit-recorded', details: { givenBack: 1 } }]);
	planReminders(context, OPERATOR);
	const messages = context.db.select().from(schema.outbox).where(eq(schema.outbox.sessionId, id)).all();
	expect(messages.map(({ state }) => state)).toEqual(['suppressed']);
	const entry = listTeamSessions(context.db, sam).find(({ session }) => session.id === id);
	expect(entry?.session).toMatchObject({ state: 'cancelled', sequence: 1 });
	expect(code(book(world, '2026-01-15'))).toBe('place-ended');
	// The time is free for somebody else.
	expect(code(book(world, '2026-01-14', { enrolmentId: other.enrolmentId }))).toBe('done');
});

test('what has begun or was held stays, and so does what is booked for others', () => {
	const world = givenPlaceholder();
	const { context, sam, enrolmentId, other } = world;
	const id = booked(world, '2026-01-14');
	const othersId = booked(world, '2026-01-16', { enrolmentId: other.enrolmentId });
	context.setNow('2026-01-14T10:00:00Z');
	expect(leaves(world, '2026-01-14').done).toBe(true);
	expect([sessionOf(context, id).state, sessionOf(context, othersId).state]).toEqual(['scheduled', 'scheduled']);
	comesBack(world);
	const entry = { mark: 'attended', minutes: null, reason: null, note: null } as const;
	const choices = [{ enrolmentId, openedVersion: 1, entry }];
	recordRegister(context, sam, { sessionId: id, choices, restAttended: false, correctionReason: null });
	expect(leaves(world, '2026-01-14').done).toBe(true);
	expect(sessionOf(context, id).state).toBe('held');
});

test('an exit that is undone books nothing again: the person is expected at the placeholder, and is booked anew', () => {
	const world = givenPlaceholder();
	const { context, sam, enrolmentId, placeholderId } = world;
	const id = booked(world);
	leaves(world, '2026-01-12');
	expect(code(undoNotHeld(context, sam, { sessionId: id }))).toBe('given-back');
	expect(comesBack(world).done).toBe(true);
	expect(code(undoNotHeld(context, sam, { sessionId: id }))).toBe('given-back');
	expect(sessionOf(context, id).state).toBe('cancelled');
	const expected = context.db
		.select()
		.from(schema.registerRows)
		.where(eq(schema.registerRows.enrolmentId, enrolmentId))
		.all()
		.find(({ sessionId }) => sessionId === placeholderId)!.expected;
	expect(expected).toBe(true);
	expect(code(book(world))).toBe('done');
});

test('the suggestion goes around what the team, the room and the cohort have already', () => {
	const world = givenPlaceholder();
	const { context, coordinator, places, placeholderId, sam } = world;
	const suggested = () => {
		const read = readBookings(context, context.db, coordinator, placeholderId)!;
		const time = suggestTime(context, context.db, coordinator, read);
		return time && `${time.day} ${time.startTime} ${time.lengthMinutes}`;
	};
	const first = suggested()!;
	const day = first.slice(0, 10);
	givenCohort(context, { areaId: places.areaId, team: [sam], name: 'Other group', firstDay: day, sessionCount: 1 });
	expect(suggested()! > first).toBe(true);
	const next = suggested()!;
	expect(code(book(world, next.slice(0, 10), { startTime: next.slice(11, 16) }))).toBe('done');
	expect(suggested()! > next).toBe(true);
	expect(code(book(world, day, { enrolmentId: world.other.enrolmentId, startTime: '18:30' }))).toBe('clashes');
});

test('for a facilitator and for a coordinator of elsewhere there is nothing to book', () => {
	const { context, sam, placeholderId } = givenPlaceholder();
	const elsewhere = givenStaff(context, { roles: ['coordinator'] });
	expect(readBookings(context, context.db, sam, placeholderId)).toBeNull();
	expect(readBookings(context, context.db, elsewhere, placeholderId)).toBeNull();
});

test('the suggestion keeps to the hours of everybody on the team and goes around their leave, whoever reads it', () => {
	const world = givenPlaceholder();
	const { context, coordinator, placeholderId } = world;
	const lead = givenStaff(context, { roles: ['lead'] });
	const suggested = (actor: StaffActor = lead) => {
		const read = readBookings(context, context.db, actor, placeholderId)!;
		return suggestTime(context, context.db, actor, read)?.day ?? null;
	};
	const [member] = context.db.select().from(schema.teamMembers).all();
	const { staffId } = member!;
	const first = suggested()!;
	context.db
		.insert(schema.staffLeave)
		.values({ id: context.ids.next<LeaveId>(), staffId, fromDay: first, toDay: first })
		.run();
	const second = suggested()!;
	expect(second > first).toBe(true);
	const hours = { staffId, weekday: 'friday', fromTime: clockTime('09:00'), toTime: clockTime('23:00') } as const;
	context.db.insert(schema.staffAvailability).values(hours).run();
	expect(weekdayOf(suggested()!)).toBe('friday');
	context.db
		.update(schema.staffAvailability)
		.set({ toTime: clockTime('10:00') })
		.run();
	expect(suggested()).toBeNull();
	// A coordinator reads nobody’s leave or hours; that a time will not do they learn without a reason.
	expect(suggested(coordinator)).toBeNull();
});

test('the suggestion goes around no session that its reader may not know of; booking refuses it, and counts that', () => {
	const world = givenPlaceholder();
	const { context, coordinator, placeholderId, sam } = world;
	const suggested = () => {
		const read = readBookings(context, context.db, coordinator, placeholderId)!;
		return suggestTime(context, context.db, coordinator, read)!;
	};
	const first = suggested();
	const elsewhere = givenPlaces(context, 'Southfield');
	const { areaId } = elsewhere;
	givenCohort(context, { areaId, team: [sam], name: 'Elsewhere', firstDay: first.day, sessionCount: 1 });
	expect(suggested()).toEqual(first);
	expect(findSlotRefusals(context.db, coordinator.staffId)).toBeNull();
	const outcome = book(world, first.day, { startTime: first.startTime });
	expect(outcome).toMatchObject({ code: 'clashes', details: { clashes: [{ kind: 'not-available' }] } });
	expect(findSlotRefusals(context.db, coordinator.staffId)).toMatchObject({ failures: 1 });
	expect(suggested()).toEqual(first);
});

test('a booked session that somebody stands in at is moved around what they have, and not what the absent has', () => {
	const world = givenPlaceholder();
	const { context, coordinator, places, sam } = world;
	const kim = givenStaff(context, { name: 'Kim Diaz' });
	const sessionId = booked(world, '2026-02-04');
	const now = context.clock.now();
	const who = { absentId: sam.staffId, coveringId: kim.staffId, askedBy: coordinator.staffId };
	context.db
		.insert(schema.sessionCovers)
		.values({ id: context.ids.next<CoverId>(), sessionId, ...who, state: 'accepted', askedAt: now, settledAt: now })
		.run();
	const elsewhere = { areaId: places.areaId, startTime: '10:00', sessionCount: 1 };
	givenCohort(context, { ...elsewhere, team: [kim], name: 'Of Kim', firstDay: '2026-02-05' });
	givenCohort(context, { ...elsewhere, team: [sam], name: 'Of Sam', firstDay: '2026-02-06' });
	const clashesOn = (day: string) => {
		const planned = lookAt(context, coordinator, sessionId, { day, startTime: '10:00', lengthMinutes: 60 });
		return planned.done && planned.value.ways.one.done ? planned.value.ways.one.value.clashes : null;
	};
	expect(clashesOn('2026-02-05')).toMatchObject([{ kind: 'facilitator-double-booked', staffId: kim.staffId }]);
	expect(clashesOn('2026-02-06')).toEqual([]);
	// Undoing that it did not go ahead asks of whoever delivers it, too.
	context.setNow('2026-02-04T09:00:00Z');
	expect(recordNotHeld(context, coordinator, { sessionId, version: 1, reason: 'Snow' }).done).toBe(true);
	givenCohort(context, { ...elsewhere, team: [sam], name: 'Of Sam too', firstDay: '2026-02-04' });
	expect(code(undoNotHeld(context, coordinator, { sessionId }))).toBe('done');
	recordNotHeld(context, coordinator, { sessionId, version: 3, reason: 'Snow' });
	givenCohort(context, { ...elsewhere, team: [kim], name: 'Of Kim too', firstDay: '2026-02-04' });
	expect(code(undoNotHeld(context, coordinator, { sessionId }))).toBe('slot-not-available');
});
