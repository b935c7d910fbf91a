import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	type Clash,
	type CohortPlan,
	findClashes,
	type OtherCohortPlan,
	occupiedDays,
} from '#app/domain/scheduling/clashes.ts';
import type { KeptApart } from '#app/domain/scheduling/clashing/kept-apart.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay, plusDays, WEEKDAYS, weekdayOf } from '#app/domain/shared/calendar-day.ts';
import { clockTimeAt } from '#app/domain/shared/clock-time.ts';
import { asId, type CohortId, type PersonId, type RoomId, type StaffId, type VenueId } from '#app/domain/shared/ids.ts';
import { minutesBetween } from '#app/domain/shared/instant.ts';

/** A small world, so that everything meets everything often. */
const few = <AnyId>(...words: string[]) => fc.constantFrom(...words.map((word) => word as AnyId));
const staff = fc.uniqueArray(few<StaffId>('ann', 'bob', 'cat', 'dot'), { maxLength: 3 });
const people = fc.uniqueArray(few<PersonId>('p1', 'p2', 'p3', 'p4', 'p5'), { maxLength: 3 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const session = fc
	.record({
		ahead: fc.integer({ min: 0, max: 3 }),
		half: fc.integer({ min: 0, max: 47 }),
		minutes: fc.constantFrom(30, 90, 120, 600),
		isBooked: fc.constantFrom(true, true, true, false),
		state: fc.constantFrom('scheduled', 'scheduled', 'held', 'cancelled'),
		team: maybe(staff),
		people: maybe(people),
	})
	.map(({ ahead, half, minutes, isBooked, ...rest }) => ({
		...rest,
		time: isBooked ? sessionTimeAt(plusDays(calendarDay('2027-01-11'), ahead), clockTimeAt(half * 30), minutes) : null,
	}));
const sessions = fc
	.array(session, { maxLength: 4 })
	.map((all) => all.map((one, index) => ({ ...one, planNumber: index + 1 })));
const day = fc.integer({ min: 0, max: 3 }).map((ahead) => plusDays(calendarDay('2027-01-11'), ahead));
const facilitator = fc.record({
	gender: fc.constantFrom('woman', 'man', null),
	accredited: fc.array(fc.record({ from: day, until: fc.option(day) }), { maxLength: 2 }),
});
const plan: fc.Arbitrary<CohortPlan> = fc
	.record({
		side: fc.constantFrom('perpetrator', 'survivor', 'professional'),
		place: fc.constantFrom(['hub', 'hall'], ['hub', 'studio'], ['hub', null], ['library', null], [null, null]),
		onlineRoom: maybe(fc.constantFrom('web', 'Web ', '')),
		travelPoint: maybe(fc.constantFrom('bus', ' BUS', '')),
		venueDays: maybe(fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { maxLength: 7 })),
		wanted: maybe(fc.record({ facilitators: fc.integer({ min: 1, max: 3 }), mixedPair: fc.boolean() })),
		facilitators: maybe(fc.tuple(facilitator, facilitator, facilitator)),
		team: staff,
		people: maybe(people),
		sessions,
	})
	.map(({ place, facilitators, ...rest }) => ({
		...rest,
		venueId: place[0] as VenueId | null,
		roomId: place[1] as RoomId | null,
		facilitators: facilitators?.map((one, index) => ({
			...one,
			staffId: asId<StaffId>(['ann', 'bob', 'cat'][index]!),
		})),
	})) as fc.Arbitrary<CohortPlan>;
const others = fc
	.array(plan, { maxLength: 4 })
	.map((plans) => plans.map((one, index) => ({ ...one, cohortId: asId<CohortId>(`other${index}`) })));
const pair = fc
	.uniqueArray(few<PersonId>('p1', 'p2', 'p3', 'p4', 'p5'), { minLength: 2, maxLength: 2 })
	.map(([one, other]) => [one!, other!] as const);
const unordered = ([one, other]: readonly [PersonId, PersonId]) => [one, other].toSorted().join();
const pairs = fc.uniqueArray(pair, { maxLength: 4, selector: unordered });
const kept: fc.Arbitrary<KeptApart> = fc.record({
	bufferMinutes: fc.constantFrom(0, 30, 90, 600),
	opposed: pairs,
	mayNotMeet: pairs,
});

/** A mutation run asks this of each of some thousand mutants; not every kind of clash comes up then. */
const WORLDS = process.env.MUTANTS ? 250 : 3000;

test('the engine finds what a definition pair by pair says, in any world', () => {
	const seen = new Set<string>();
	fc.assert(
		fc.property(plan, others, kept, (planned, cohorts, apart) => {
			const found = findClashes(planned, cohorts, apart);
			for (const { kind } of found) seen.add(kind);
			const expected = byDefinition(planned, cohorts, apart);
			expect(found.map(asText).toSorted()).toEqual(expected.map(asText).toSorted());
			expect(findClashes(planned, occupiedDays(cohorts), apart)).toEqual(found);
			expect(found.map(({ planNumber }) => planNumber)).toEqual(
				found.map(({ planNumber }) => planNumber).toSorted((one, other) => one - other),
			);
		}),
		{ numRuns: WORLDS, seed: 20270112 },
	);
	if (WORLDS === 3000) expect(seen.size).toBe(13);
});

const asText = (clash: Clash) =>
	JSON.stringify(Object.entries(clash).toSorted(([one], [other]) => (one < other ? -1 : 1)));

type Session = CohortPlan['sessions'][number];
const stands = ({ time, state }: Session) => time !== null && state !== 'cancelled';
const team = (of: CohortPlan, at: Session) => at.team ?? of.team;
const expected = (of: CohortPlan, at: Session) => at.people ?? of.people ?? [];
const name = (text: string | null | undefined) => (text ?? '').trim().toLowerCase();
/** How many minutes lie between two sessions; negative while both are under way. */
function between(one: Session, other: Session): number {
	const [a, b] = [one.time!, other.time!];
	return Math.max(minutesBetween(a.endsAt, b.startsAt), minutesBetween(b.endsAt, a.startsAt));
}

/** Every pair of sessions and of people, one after the other, without an index: the rules of §2.9 as they are written. */
function byDefinition(planned: CohortPlan, cohorts: readonly OtherCohortPlan[], apart: KeptApart): Clash[] {
	const found: Clash[] = [];
	const isPair = (list: KeptApart['opposed'], one: PersonId, other: PersonId) =>
		list.some((two) => two.includes(one) && two.includes(other) && one !== other);
	for (const own of planned.sessions.filter(stands)) {
		const at = { planNumber: own.planNumber, day: own.time!.day };
		found.push(...alone(planned, own, at));
		const mine = expected(planned, own);
		mine.forEach((one, index) => {
			for (const other of mine.slice(index + 1)) {
				if (isPair(apart.mayNotMeet, one, other))
					found.push({ ...at, kind: 'may-not-meet-in-cohort', people: [one, other] });
			}
		});
		for (const cohort of cohorts) {
			const by = { ...at, otherCohortId: cohort.cohortId };
			const standing = cohort.sessions.filter(stands);
			const isOpposed = [planned.side, cohort.side].toSorted().join() === 'perpetrator,survivor';
			const sameVenue = planned.venueId !== null && planned.venueId === cohort.venueId;
			const first = standing.find(({ time }) => time!.day === at.day);
			if (isOpposed && sameVenue && first) {
				const otherPlanNumber = first.planNumber;
				found.push({ ...by, otherPlanNumber, kind: 'both-sides-one-venue-one-day', venueId: planned.venueId! });
			}
			found.push(
				...sharedStaff(planned, own, cohort, (one, other) => isPair(apart.opposed, one, other)).map(
					(staffId) => ({ ...by, kind: 'facilitator-of-both-sides', staffId }) as const,
				),
			);
			const web = planned.venueId === null && cohort.venueId === null ? name(planned.onlineRoom) : '';
			const sameWeb = web !== '' && web === name(cohort.onlineRoom);
			const stop = planned.venueId !== null && cohort.venueId !== null ? name(planned.travelPoint) : '';
			const samePlace = sameVenue || sameWeb || (stop !== '' && stop === name(cohort.travelPoint));
			for (const theirs of standing) {
				const here = { ...by, otherPlanNumber: theirs.planNumber };
				if (between(own, theirs) < 0) {
					for (const staffId of team(planned, own)) {
						if (team(cohort, theirs).includes(staffId))
							found.push({ ...here, kind: 'facilitator-double-booked', staffId });
					}
					for (const personId of mine) {
						if (expected(cohort, theirs).includes(personId))
							found.push({ ...here, kind: 'participant-double-booked', personId });
					}
					if (planned.roomId !== null && planned.roomId === cohort.roomId) {
						found.push({ ...here, kind: 'room-double-booked', roomId: planned.roomId });
					}
					if (sameWeb) found.push({ ...here, kind: 'online-room-double-booked', onlineRoom: planned.onlineRoom! });
				}
				if (!samePlace || between(own, theirs) >= apart.bufferMinutes) continue;
				for (const one of mine) {
					for (const other of expected(cohort, theirs)) {
						if (isPair(apart.opposed, one, other))
							found.push({ ...here, kind: 'family-too-close', people: [one, other] });
						if (isPair(apart.mayNotMeet, one, other))
							found.push({ ...here, kind: 'may-not-meet-nearby', people: [one, other] });
					}
				}
			}
		}
	}
	return found;
}

function sharedStaff(
	planned: CohortPlan,
	own: Session,
	cohort: CohortPlan,
	areOpposed: (one: PersonId, other: PersonId) => boolean,
) {
	const all = (of: CohortPlan) => [...(of.people ?? []), ...of.sessions.flatMap((at) => expected(of, at))];
	const isFamily = all(planned).some((one) => all(cohort).some((other) => areOpposed(one, other)));
	const theirs = [...cohort.team, ...cohort.sessions.flatMap((at) => at.team ?? [])];
	return isFamily ? team(planned, own).filter((staffId) => theirs.includes(staffId)) : [];
}

function alone(
	planned: CohortPlan,
	own: Session,
	at: { planNumber: number; day: NonNullable<Session['time']>['day'] },
): Clash[] {
	const { venueId, venueDays, side, wanted, facilitators } = planned;
	const found: Clash[] = [];
	const weekday = weekdayOf(at.day);
	if (venueId && venueDays && side !== 'professional' && !venueDays.includes(weekday)) {
		found.push({ ...at, kind: 'venue-day-not-theirs', venueId, weekday });
	}
	const there = team(planned, own).length;
	if (wanted && there < wanted.facilitators) {
		found.push({ ...at, kind: 'too-few-facilitators', wanted: wanted.facilitators, there });
	}
	if (!facilitators) return found;
	const present = team(planned, own).map((staffId) => facilitators.find((one) => one.staffId === staffId));
	const isAccredited = present.some((one) =>
		one?.accredited.some(({ from, until }) => from <= at.day && at.day <= (until ?? '9999-12-31')),
	);
	if (!isAccredited) found.push({ ...at, kind: 'nobody-accredited' });
	const genders = present.map((one) => one?.gender ?? 'not known');
	const mayBeMixed = genders.includes('not known') || (genders.includes('woman') && genders.includes('man'));
	if (wanted?.mixedPair && !mayBeMixed) found.push({ ...at, kind: 'mixed-pair-lost' });
	return found;
}
