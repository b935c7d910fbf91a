import { expect, test } from 'vitest';
import { isOfItsTime } from '#app/domain/scheduling/clashing/clash-kinds.ts';
import { NOBODY_APART } from '#app/domain/scheduling/clashing/kept-apart.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { type CohortInWeek, clashesInWeek, weekOf } from '#app/domain/scheduling/week.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type CohortId, type PersonId, type StaffId, type VenueId } from '#app/domain/shared/ids.ts';

const week = weekOf(calendarDay('2027-01-14'));
const [ann, bob] = [asId<StaffId>('ann'), asId<StaffId>('bob')];

function cohort(id: string, day: string, changes: Partial<CohortInWeek> = {}): CohortInWeek {
	return {
		cohortId: asId<CohortId>(id),
		isDraft: false,
		side: 'perpetrator',
		venueId: asId<VenueId>(id),
		roomId: null,
		team: [ann],
		sessions: [{ planNumber: 1, time: sessionTimeAt(calendarDay(day), clockTime('18:30'), 120) }],
		...changes,
	};
}
const found = (cohorts: readonly CohortInWeek[], ...apart: Parameters<typeof clashesInWeek>[2][]) =>
	Object.fromEntries(
		[...clashesInWeek(cohorts, week, ...apart)].map(([id, clashes]) => [id, clashes.map(({ kind }) => kind)]),
	);

test('a week goes from Monday to Sunday, whichever of its days is asked for', () => {
	expect(week[0]).toBe('2027-01-11');
	expect(week).toHaveLength(7);
	expect(week[6]).toBe('2027-01-17');
	expect(weekOf(calendarDay('2027-01-17'))).toEqual(week);
	expect(weekOf(calendarDay('2027-01-11'))).toEqual(week);
});

test('a clash is found from both of its ends, and nobody clashes with themselves', () => {
	expect(found([cohort('one', '2027-01-12'), cohort('two', '2027-01-12')])).toEqual({
		one: ['facilitator-double-booked'],
		two: ['facilitator-double-booked'],
	});
	expect(found([cohort('one', '2027-01-12'), cohort('two', '2027-01-13')])).toEqual({ one: [], two: [] });
	expect(found([cohort('one', '2027-01-12')])).toEqual({ one: [] });
});

test('a draft stands in nobody’s way, and others stand in its own', () => {
	expect(found([cohort('one', '2027-01-12'), cohort('draft', '2027-01-12', { isDraft: true })])).toEqual({
		one: [],
		draft: ['facilitator-double-booked'],
	});
});

test('only sessions of the week are asked about, and those without a time not at all', () => {
	const later = cohort('later', '2027-01-19');
	expect(found([cohort('one', '2027-01-19'), later])).toEqual({ one: [], later: [] });
	const unbooked = cohort('one', '2027-01-12', { sessions: [{ planNumber: 1, time: null }] });
	expect(found([unbooked, cohort('two', '2027-01-12')])).toEqual({ one: [], two: [] });
});

test('what a team lacks shows with its own cohort, and who is kept apart only where that is given', () => {
	const wanted = { facilitators: 2, mixedPair: false };
	expect(found([cohort('one', '2027-01-12', { wanted })])).toEqual({ one: ['too-few-facilitators'] });
	const [al, cy] = [asId<PersonId>('al'), asId<PersonId>('cy')];
	const together = cohort('one', '2027-01-12', { team: [ann, bob], people: [al, cy] });
	expect(found([together])).toEqual({ one: [] });
	const apart = { ...NOBODY_APART, mayNotMeet: [[al, cy] as const] };
	expect(found([together], apart)).toEqual({ one: ['may-not-meet-in-cohort'] });
});

test('what is wrong with a team or with who has a place stays at every time; the rest another time may mend', () => {
	const always = ['too-few-facilitators', 'mixed-pair-lost', 'facilitator-of-both-sides', 'may-not-meet-in-cohort'];
	for (const kind of always as ['mixed-pair-lost']) expect(isOfItsTime({ kind })).toBe(false);
	const byTime = ['facilitator-double-booked', 'room-double-booked', 'nobody-accredited', 'family-too-close'];
	for (const kind of byTime as ['nobody-accredited']) expect(isOfItsTime({ kind })).toBe(true);
});
