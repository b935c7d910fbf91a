import { expect, test } from 'vitest';
import { CLASH_WEIGHTS, type CohortPlan, findClashes, type OtherCohortPlan } from '#app/domain/scheduling/clashes.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type CohortId, type RoomId, type StaffId, type VenueId } from '#app/domain/shared/ids.ts';

const hub = asId<VenueId>('hub');
const library = asId<VenueId>('library');
const hall = asId<RoomId>('hall');
const studio = asId<RoomId>('studio');
const [ann, bob, cat] = ['ann', 'bob', 'cat'].map((id) => asId<StaffId>(id)) as [StaffId, StaffId, StaffId];

function session(planNumber: number, day: string, time: string, minutes = 120) {
	return { planNumber, time: sessionTimeAt(calendarDay(day), clockTime(time), minutes) };
}

function cohort(changes: Partial<CohortPlan> = {}): CohortPlan {
	return {
		side: 'perpetrator',
		venueId: hub,
		roomId: hall,
		team: [ann],
		sessions: [session(1, '2027-01-12', '18:30')],
		...changes,
	};
}

function other(changes: Partial<CohortPlan> = {}): OtherCohortPlan {
	return { ...cohort({ team: [bob], roomId: studio, ...changes }), cohortId: asId<CohortId>('other') };
}

const kinds = (planned: CohortPlan, ...others: OtherCohortPlan[]) =>
	findClashes(planned, others).map((clash) => clash.kind);

test('cohorts of one side with other people in another room do not clash', () => {
	expect(findClashes(cohort(), [other()])).toEqual([]);
});

test('a facilitator cannot hold two sessions at once, wherever they are', () => {
	expect(findClashes(cohort({ team: [ann, cat] }), [other({ team: [bob, ann], venueId: library })])).toEqual([
		{
			kind: 'facilitator-double-booked',
			planNumber: 1,
			day: '2027-01-12',
			otherCohortId: 'other',
			otherPlanNumber: 1,
			staffId: 'ann',
		},
	]);
});

test('a facilitator online is as busy as one in a room', () => {
	const online = { venueId: null, roomId: null };
	expect(kinds(cohort(online), other({ ...online, team: [ann] }))).toEqual(['facilitator-double-booked']);
});

test('one room cannot hold two sessions at once', () => {
	expect(findClashes(cohort(), [other({ roomId: hall })])).toMatchObject([
		{ kind: 'room-double-booked', roomId: 'hall', day: '2027-01-12' },
	]);
});

test('sessions that touch do not overlap, and one minute more does', () => {
	const next = other({ roomId: hall, sessions: [session(4, '2027-01-12', '20:30')] });
	expect(kinds(cohort(), next)).toEqual([]);
	expect(kinds(cohort(), other({ roomId: hall, sessions: [session(4, '2027-01-12', '16:30')] }))).toEqual([]);
	expect(kinds(cohort({ sessions: [session(1, '2027-01-12', '18:30', 121)] }), next)).toEqual(['room-double-booked']);
});

test('the two sides never meet at one venue on one day, whatever the room and the hour', () => {
	const morning = other({ side: 'survivor', sessions: [session(7, '2027-01-12', '09:30')] });
	expect(findClashes(cohort(), [morning])).toEqual([
		{
			kind: 'both-sides-one-venue-one-day',
			planNumber: 1,
			day: '2027-01-12',
			otherCohortId: 'other',
			otherPlanNumber: 7,
			venueId: 'hub',
		},
	]);
	expect(kinds(cohort({ side: 'survivor' }), other())).toEqual(['both-sides-one-venue-one-day']);
});

test('two sessions of the other side on that day are one clash', () => {
	const twice = [session(7, '2027-01-12', '09:30'), session(8, '2027-01-12', '13:30')];
	expect(kinds(cohort(), other({ side: 'survivor', sessions: twice }))).toEqual(['both-sides-one-venue-one-day']);
});

test('both sides on different days, at different venues or online are apart', () => {
	const survivors = other({ side: 'survivor' });
	expect(kinds(cohort(), { ...survivors, sessions: [session(1, '2027-01-13', '18:30')] })).toEqual([]);
	expect(kinds(cohort(), { ...survivors, venueId: library })).toEqual([]);
	expect(kinds(cohort({ venueId: null, roomId: null }), { ...survivors, venueId: null, roomId: null })).toEqual([]);
});

test('a training course for professionals may share a venue with either side', () => {
	expect(kinds(cohort(), other({ side: 'professional' }))).toEqual([]);
	expect(kinds(cohort({ side: 'professional' }), other({ side: 'survivor' }))).toEqual([]);
});

test('a cancelled session and a placeholder clash with nothing', () => {
	const cancelled = { ...session(1, '2027-01-12', '18:30'), state: 'cancelled' } as const;
	const placeholder = { planNumber: 2, time: null };
	const opposed = other({ side: 'survivor', team: [ann], roomId: hall });
	expect(kinds(cohort({ sessions: [cancelled, placeholder] }), opposed)).toEqual([]);
	expect(kinds(cohort(), { ...opposed, sessions: [cancelled, placeholder] })).toEqual([]);
});

test('a session that runs past midnight still overlaps the one after midnight', () => {
	const late = cohort({ sessions: [session(1, '2027-01-12', '23:00')] });
	expect(kinds(late, other({ roomId: hall, sessions: [session(1, '2027-01-13', '00:30')] }))).toEqual([
		'room-double-booked',
	]);
});

test('every clash of every session is listed, in the order of the plan', () => {
	const weeks = [session(1, '2027-01-12', '18:30'), session(2, '2027-01-19', '18:30')];
	const busy = other({ side: 'survivor', team: [ann], roomId: hall, sessions: weeks });
	expect(findClashes(cohort({ sessions: weeks }), [busy]).map(({ planNumber, kind }) => [planNumber, kind])).toEqual([
		[1, 'facilitator-double-booked'],
		[1, 'room-double-booked'],
		[1, 'both-sides-one-venue-one-day'],
		[2, 'facilitator-double-booked'],
		[2, 'room-double-booked'],
		[2, 'both-sides-one-venue-one-day'],
	]);
});

test('the two sides in one place is a matter of safety, the double bookings are hard', () => {
	expect(CLASH_WEIGHTS).toEqual({
		'facilitator-double-booked': 'hard',
		'room-double-booked': 'hard',
		'both-sides-one-venue-one-day': 'safety',
	});
});
