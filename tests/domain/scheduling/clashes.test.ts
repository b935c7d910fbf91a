import { expect, test } from 'vitest';
import {
	CLASH_WEIGHTS,
	type CohortPlan,
	findClashes,
	type OtherCohortPlan,
	occupiedDays,
} from '#app/domain/scheduling/clashes.ts';
import { type KeptApart, NOBODY_APART } from '#app/domain/scheduling/clashing/kept-apart.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type CohortId, type PersonId, type RoomId, type StaffId, type VenueId } from '#app/domain/shared/ids.ts';

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

test('double bookings and a team without accreditation are hard, who is kept apart is safety, a weak team takes a tick', () => {
	expect(
		Object.groupBy(Object.keys(CLASH_WEIGHTS), (kind) => CLASH_WEIGHTS[kind as keyof typeof CLASH_WEIGHTS]),
	).toEqual({
		hard: [
			'facilitator-double-booked',
			'room-double-booked',
			'online-room-double-booked',
			'participant-double-booked',
			'nobody-accredited',
		],
		safety: [
			'venue-day-not-theirs',
			'both-sides-one-venue-one-day',
			'family-too-close',
			'facilitator-of-both-sides',
			'may-not-meet-nearby',
			'may-not-meet-in-cohort',
		],
		soft: ['too-few-facilitators', 'mixed-pair-lost'],
	});
});

const [dad, mum, rob] = ['dad', 'mum', 'rob'].map((id) => asId<PersonId>(id)) as [PersonId, PersonId, PersonId];
const apart = (changes: Partial<KeptApart> = {}): KeptApart => ({ ...NOBODY_APART, ...changes });
const family = apart({ opposed: [[mum, dad]] });
const apartKinds = (kept: KeptApart, planned: CohortPlan, ...others: OtherCohortPlan[]) =>
	findClashes(planned, others, kept).map((clash) => clash.kind);

test('somebody with a place in both cannot be in both at once, and may be in one after the other', () => {
	const mine = cohort({ people: [dad, rob] });
	expect(findClashes(mine, [other({ people: [rob] })])).toMatchObject([
		{ kind: 'participant-double-booked', personId: 'rob', otherCohortId: 'other', otherPlanNumber: 1 },
	]);
	expect(kinds(mine, other({ people: [rob], sessions: [session(1, '2027-01-12', '20:30')] }))).toEqual([]);
});

test('a catch-up is only for those who are expected at it, and only its own facilitators are busy', () => {
	const catchUp = { ...session(1, '2027-01-12', '18:30'), team: [cat], people: [dad] };
	const mine = cohort({ people: [dad, rob], sessions: [catchUp] });
	expect(kinds(mine, other({ people: [rob], team: [ann] }))).toEqual([]);
	expect(kinds(mine, other({ people: [dad], team: [cat] }))).toEqual([
		'facilitator-double-booked',
		'participant-double-booked',
	]);
	const covered = other({ team: [bob], sessions: [{ ...session(1, '2027-01-12', '18:30'), team: [ann] }] });
	expect(kinds(cohort(), covered)).toEqual(['facilitator-double-booked']);
});

test('one room on the web cannot hold two sessions at once; cohorts that name none are anywhere', () => {
	const online = { venueId: null, roomId: null };
	const named = { ...online, onlineRoom: 'Hub  room 1 ' };
	expect(findClashes(cohort(named), [other({ ...online, onlineRoom: 'hub room 1' })])).toMatchObject([
		{ kind: 'online-room-double-booked', onlineRoom: 'Hub  room 1 ' },
	]);
	expect(kinds(cohort(named), other(online))).toEqual([]);
	expect(kinds(cohort({ onlineRoom: 'x' }), other({ onlineRoom: 'x' }))).toEqual([]);
});

test.each<[string, Partial<CohortPlan>, Partial<CohortPlan>]>([
	['one venue', { venueId: hub }, { venueId: hub }],
	[
		'one online room',
		{ venueId: null, roomId: null, onlineRoom: 'a' },
		{ venueId: null, roomId: null, onlineRoom: 'A' },
	],
	['one travel point', { travelPoint: 'Bus station' }, { venueId: library, travelPoint: 'bus  station' }],
])('the two sides of a family are not within the buffer at %s', (_where, own, theirs) => {
	const mine = cohort({ ...own, people: [dad] });
	const hers = (time: string) =>
		other({ ...theirs, side: 'professional', people: [mum], sessions: [session(3, '2027-01-12', time)] });
	// He is there from 18:30 to 20:30: 90 minutes after or before is far enough, one less is not.
	expect(apartKinds(family, mine, hers('22:00'))).toEqual([]);
	expect(apartKinds(family, mine, hers('21:59'))).toEqual(['family-too-close']);
	expect(apartKinds(family, mine, hers('15:00'))).toEqual([]);
	expect(findClashes(mine, [hers('15:01')], family)).toEqual([
		{
			kind: 'family-too-close',
			planNumber: 1,
			day: '2027-01-12',
			otherCohortId: 'other',
			otherPlanNumber: 3,
			people: ['dad', 'mum'],
		},
	]);
	expect(apartKinds({ ...family, bufferMinutes: 120 }, mine, hers('22:00'))).toEqual(['family-too-close']);
	expect(apartKinds(apart(), mine, hers('21:59'))).toEqual([]);
});

test('at places that have nothing in common a family may meet at one time', () => {
	const hers = other({ venueId: library, side: 'professional', people: [mum] });
	expect(apartKinds(family, cohort({ people: [dad] }), hers)).toEqual([]);
	expect(apartKinds(family, cohort({ people: [dad], travelPoint: '' }), { ...hers, travelPoint: ' ' })).toEqual([]);
	const online = { venueId: null, roomId: null, travelPoint: 'Bus station' };
	expect(apartKinds(family, cohort({ ...online, people: [dad] }), { ...hers, travelPoint: 'Bus station' })).toEqual([]);
});

test('the buffer reaches over midnight', () => {
	const late = cohort({ people: [dad], sessions: [session(1, '2027-01-12', '21:00')] });
	const early = (time: string) =>
		other({ side: 'professional', people: [mum], sessions: [session(1, '2027-01-13', time)] });
	expect(apartKinds(family, late, early('00:29'))).toEqual(['family-too-close']);
	expect(apartKinds(family, late, early('00:30'))).toEqual([]);
});

test('nobody delivers to both sides of a family, whenever and wherever that is', () => {
	const hers = other({
		venueId: library,
		side: 'survivor',
		people: [mum],
		team: [ann, bob],
		sessions: [session(1, '2027-06-01', '10:00')],
	});
	expect(findClashes(cohort({ people: [dad] }), [hers], family)).toEqual([
		{ kind: 'facilitator-of-both-sides', planNumber: 1, day: '2027-01-12', otherCohortId: 'other', staffId: 'ann' },
	]);
	const covering = { ...hers, team: [bob], sessions: [{ ...session(1, '2027-06-01', '10:00'), team: [ann] }] };
	expect(apartKinds(family, cohort({ people: [dad] }), covering)).toEqual(['facilitator-of-both-sides']);
	expect(apartKinds(family, cohort({ people: [rob] }), hers)).toEqual([]);
	expect(apartKinds(apart({ mayNotMeet: [[mum, dad]] }), cohort({ people: [dad] }), hers)).toEqual([]);
});

test('two who may not meet are neither within the buffer at one place nor in one cohort', () => {
	const kept = apart({ mayNotMeet: [[rob, dad]] });
	const near = other({ people: [rob], sessions: [session(1, '2027-01-12', '21:00')] });
	expect(findClashes(cohort({ people: [dad] }), [near], kept)).toMatchObject([
		{ kind: 'may-not-meet-nearby', people: ['dad', 'rob'] },
	]);
	expect(apartKinds(kept, cohort({ people: [dad] }), { ...near, venueId: library })).toEqual([]);
	const weeks = [session(1, '2027-01-12', '18:30'), session(2, '2027-01-19', '18:30')];
	expect(findClashes(cohort({ people: [dad, mum, rob], sessions: weeks }), [], kept)).toEqual([
		{ kind: 'may-not-meet-in-cohort', planNumber: 1, day: '2027-01-12', people: ['dad', 'rob'] },
		{ kind: 'may-not-meet-in-cohort', planNumber: 2, day: '2027-01-19', people: ['dad', 'rob'] },
	]);
});

test('a venue is a side’s on the weekdays that are given to it, whatever is booked', () => {
	const tuesday = cohort({ venueDays: ['monday', 'wednesday'] });
	expect(findClashes(tuesday, [])).toEqual([
		{ kind: 'venue-day-not-theirs', planNumber: 1, day: '2027-01-12', venueId: 'hub', weekday: 'tuesday' },
	]);
	expect(kinds({ ...tuesday, venueDays: [] })).toEqual(['venue-day-not-theirs']);
	expect(kinds({ ...tuesday, venueDays: ['tuesday'] })).toEqual([]);
	expect(kinds({ ...tuesday, side: 'survivor' })).toEqual(['venue-day-not-theirs']);
	expect(kinds({ ...tuesday, side: 'professional' })).toEqual([]);
	expect(kinds({ ...tuesday, venueId: null, roomId: null })).toEqual([]);
});

const facilitator = (staffId: StaffId, gender: string | null, ...accredited: (readonly [string, string | null])[]) => ({
	staffId,
	gender,
	accredited: accredited.map(([from, until]) => ({
		from: calendarDay(from),
		until: until ? calendarDay(until) : null,
	})),
});

test('somebody on the team has to be accredited on the day, its first and its last included', () => {
	const accreditedOn = (...accredited: (readonly [string, string | null])[]) =>
		kinds(
			cohort({ facilitators: [facilitator(ann, null, ...accredited), facilitator(bob, null, ['2020-01-01', null])] }),
		);
	expect(accreditedOn()).toEqual(['nobody-accredited']);
	expect(accreditedOn(['2027-01-12', '2027-01-12'])).toEqual([]);
	expect(accreditedOn(['2027-01-13', null])).toEqual(['nobody-accredited']);
	expect(accreditedOn(['2025-01-01', '2027-01-11'])).toEqual(['nobody-accredited']);
	expect(accreditedOn(['2025-01-01', '2026-01-01'], ['2026-06-01', null])).toEqual([]);
});

test('fewer facilitators than wanted and a mixed pair lost are said of the team that delivers', () => {
	const wanted = { facilitators: 2, mixedPair: true };
	const known = (...facts: ReturnType<typeof facilitator>[]) =>
		cohort({
			wanted,
			team: [ann, bob],
			facilitators: facts.map((one) => ({ ...one, accredited: [{ from: calendarDay('2020-01-01'), until: null }] })),
		});
	expect(findClashes({ ...cohort(), wanted }, [])).toEqual([
		{ kind: 'too-few-facilitators', planNumber: 1, day: '2027-01-12', wanted: 2, there: 1 },
	]);
	expect(kinds(known(facilitator(ann, 'woman'), facilitator(bob, 'man')))).toEqual([]);
	expect(kinds(known(facilitator(ann, 'woman'), facilitator(bob, 'woman')))).toEqual(['mixed-pair-lost']);
	expect(kinds(known(facilitator(ann, 'woman'), facilitator(bob, null)))).toEqual([]);
	expect(kinds(known(facilitator(ann, 'woman')))).toEqual([]);
	const alone = { ...known(facilitator(ann, 'woman'), facilitator(bob, 'man')), team: [ann, ann] };
	expect(kinds(alone)).toEqual(['too-few-facilitators', 'mixed-pair-lost']);
	expect(kinds({ ...alone, wanted: { facilitators: 1, mixedPair: false } })).toEqual([]);
});

test('an index of the days that was made before answers as the cohorts themselves', () => {
	const busy = other({ side: 'survivor', team: [ann], roomId: hall });
	expect(findClashes(cohort(), occupiedDays([busy]))).toEqual(findClashes(cohort(), [busy]));
	expect(findClashes(cohort(), occupiedDays([busy]))).toHaveLength(3);
});
