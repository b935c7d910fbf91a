import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { sentenceForClash } from '#app/domain/scheduling/shown-clashes.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { EnrolmentId, PersonId } from '#app/domain/shared/ids.ts';
import { changePattern } from '#app/use-cases/cohorts/change-pattern.ts';
import { planPattern } from '#app/use-cases/cohorts/plan-pattern.ts';
import { bookIndividual } from '#app/use-cases/sessions/book-individual.ts';
import { readBookings, suggestTime } from '#app/use-cases/sessions/plan-booking.ts';
import * as schema from '#db/schema/index.ts';
import { givenFamily } from '#tests/support/families.ts';
import { givenCohort, givenDays, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { ASKED, givenTerm, lookAt, moveAs, type Term } from '../sessions/given.ts';

const THURSDAY = { day: '2026-01-22' };

/** What stands in the way of session 2 on that Thursday, as somebody reads it. */
function inTheWay({ context, sessionIds, coordinator }: Term, as: StaffActor = coordinator): readonly string[] {
	const looked = lookAt(context, as, sessionIds[1]!, THURSDAY);
	if (!looked.done || !looked.value.ways.one.done) throw new Error('no such move');
	return looked.value.ways.one.value.clashes.map((clash) => sentenceForClash(clash, 'Sam'));
}

/** This person has a place in a cohort that meets on that Thursday elsewhere; of the other side if it is asked for. */
function elsewhere({ context, places }: Term, personId: PersonId | null, startTime = '19:00', side = 'perpetrator') {
	const venue = { ...givenPlaces(context, 'Library', { daysOf: side as 'survivor' }), areaId: places.areaId };
	const cohort = givenCohort(context, {
		...{ ...venue, name: 'Thursday group', side: side as 'survivor', programmeSlug: 'any-other' },
		...{ firstDay: THURSDAY.day, sessionCount: 1, startTime, team: [givenStaff(context, { name: 'Noor' })] },
	});
	const member = givenMember(context, cohort, { programmeSlug: 'any-other' });
	const isTheirs = eq(schema.enrolments.id, member.enrolmentId);
	if (personId) context.db.update(schema.enrolments).set({ personId }).where(isTheirs).run();
	return { ...cohort, ...member };
}

/** The other side of his family meets at the same stop a quarter of an hour after the session on that Thursday. */
function familyCloseBy(term: Term) {
	const hers = elsewhere(term, null, '20:45', 'survivor');
	const members = [
		[term.personId, 'father'],
		[hers.personId, 'mother'],
	] as const;
	const lead = givenStaff(term.context, { roles: ['lead'] });
	givenFamily(term.context, { areaId: term.places.areaId, by: lead, members });
	term.context.db.update(schema.venues).set({ travelPoint: 'Bus station' }).run();
	return { lead, hers };
}

test('a session is not moved to where a participant is in another group, nor to a weekday of the other side', () => {
	const term = givenTerm();
	expect(inTheWay(term)).toEqual([]);
	elsewhere(term, term.personId);
	expect(inTheWay(term)).toEqual(['Thursday group meets at that time, and a participant has a place in it too']);
	expect(moveAs(term.context, term.coordinator, term.sessionIds[1]!, THURSDAY)).toMatchObject({ code: 'clashes' });
	const other = givenTerm();
	givenDays(other.context.db, other.places.venueId, 'survivor', ['thursday']);
	expect(inTheWay(other)).toEqual(['Thursday is not one of this side’s days at the venue']);
	expect(moveAs(other.context, other.coordinator, other.sessionIds[1]!, THURSDAY)).toMatchObject({ code: 'clashes' });
});

test('near the other side of a family nothing is moved: the coordinator reads no cause, and only so often', () => {
	const term = givenTerm();
	const { lead } = familyCloseBy(term);
	expect(inTheWay(term)).toEqual(['This slot is not available']);
	const { context, sessionIds } = term;
	const sees = givenStaff(context, {
		roles: ['lead'],
		areaIds: [term.places.areaId],
		sides: ['perpetrator', 'survivor'],
	});
	expect(inTheWay(term, sees)).toEqual([
		'Thursday group is close by at about that time, with the other side of a family',
	]);
	expect(lookAt(context, lead, sessionIds[1]!, { day: '2026-01-21' }).done).toBe(true);
});

test('what is wrong with a team or with who has a place is no reason against another time', () => {
	const term = givenTerm();
	const { hers } = familyCloseBy(term);
	const { context, coordinator, sam, sessionIds } = term;
	context.db
		.insert(schema.teamMembers)
		.values({ cohortId: hers.cohortId, staffId: sam.staffId, duty: 'co-facilitator' })
		.run();
	expect(moveAs(context, coordinator, sessionIds[1]!, { day: '2026-01-21' })).toMatchObject({ done: true });
});

test('a pattern is not changed onto a weekday of the other side', () => {
	const { context, coordinator, cohortId, places } = givenTerm();
	givenDays(context.db, places.venueId, 'survivor', ['thursday']);
	const slots = [{ weekday: 'thursday', startTime: clockTime('18:30') } as const];
	const draft = {
		slots,
		skippedWeeks: [],
		runsOnBankHoliday: false,
		skipsSchoolHolidays: false,
		from: calendarDay('2026-01-13'),
	};
	const planned = planPattern(context, context.db, coordinator, { cohortId, draft });
	if (!planned.done) throw new Error(planned.code);
	expect(new Set(planned.value.change.clashes.map(({ kind }) => kind))).toEqual(new Set(['venue-day-not-theirs']));
	const { fingerprint } = planned.value;
	expect(changePattern(context, coordinator, { cohortId, draft, asked: ASKED, fingerprint })).toMatchObject({
		code: 'clashes',
	});
});

/** Session 4 is an individual one that is booked for each person; there are two. */
function givenIndividual() {
	const term = givenTerm();
	const { context, coordinator, sessionIds } = term;
	const placeholderId = sessionIds[3]!;
	const unbooked = { kind: 'individual', day: null, startTime: null, startsAt: null, endsAt: null } as const;
	context.db.update(schema.sessions).set(unbooked).where(eq(schema.sessions.id, placeholderId)).run();
	const other = givenMember(context, term, { givenName: 'Ben' });
	const book = (enrolmentId: EnrolmentId, startTime = '19:00') =>
		bookIndividual(context, coordinator, {
			...{ sessionId: placeholderId, enrolmentId, asked: ASKED },
			to: { day: calendarDay(THURSDAY.day), startTime: clockTime(startTime), lengthMinutes: 60 },
		});
	return { ...term, placeholderId, other, book };
}

test('an individual session is booked past what only others of the cohort have, but not past what its person has', () => {
	const term = givenIndividual();
	const { other, enrolmentId, personId, book } = term;
	elsewhere(term, personId);
	expect(book(enrolmentId)).toMatchObject({ code: 'clashes' });
	expect(book(other.enrolmentId)).toMatchObject({ done: true });
});

test('where another person of the cohort has their individual session, the group is theirs to come to as well', () => {
	const term = givenIndividual();
	const { other, book, sessionIds } = term;
	expect(book(other.enrolmentId)).toMatchObject({ done: true });
	expect(inTheWay(term)).toEqual([
		'Sam is with Tuesday group at that time',
		'Tuesday group is in the room at that time',
		'Tuesday group meets at that time, and a participant has a place in it too',
	]);
	expect(sessionIds).toHaveLength(6);
});

test('a suggested time tells nothing of where anybody is', () => {
	const term = givenIndividual();
	const { context, coordinator, placeholderId } = term;
	const suggested = () =>
		suggestTime(context, context.db, coordinator, readBookings(context, context.db, coordinator, placeholderId)!);
	const before = suggested();
	expect(before).not.toBeNull();
	for (const session of context.db.select().from(schema.sessions).all()) expect(session.day).not.toBe(before!.day);
	const { hers } = familyCloseBy(term);
	const { day, startTime, lengthMinutes, startsAt, endsAt } = before!;
	const then = { day, startTime, lengthMinutes, startsAt, endsAt };
	context.db.update(schema.sessions).set(then).where(eq(schema.sessions.cohortId, hers.cohortId)).run();
	expect(suggested()).toEqual(before);
});

test('bookings that are refused without a reason are counted, and whoever asks on has to wait', () => {
	const term = givenIndividual();
	const { context, coordinator, enrolmentId, book } = term;
	familyCloseBy(term);
	for (let times = 0; times < 10; times += 1) {
		expect(book(enrolmentId)).toMatchObject({
			code: 'clashes',
			details: { clashes: [{ kind: 'not-available', planNumber: 4, day: THURSDAY.day }] },
		});
	}
	expect(book(enrolmentId)).toMatchObject({ code: 'too-many-slots' });
	expect(book(enrolmentId, '10:00')).toMatchObject({ code: 'too-many-slots' });
	expect(lookAt(context, coordinator, term.sessionIds[1]!, { day: '2026-01-21' })).toMatchObject({
		code: 'too-many-slots',
	});
	expect(context.db.select().from(schema.slotRefusals).all()).toMatchObject([{ staffId: coordinator.staffId }]);
});
