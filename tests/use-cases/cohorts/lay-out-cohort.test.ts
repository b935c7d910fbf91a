import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type CohortId, type StaffId, type VenueId } from '#app/domain/shared/ids.ts';
import { layOutCohort } from '#app/use-cases/cohorts/lay-out-cohort.ts';
import { type CohortDraft, type CohortPlanned, planCohort } from '#app/use-cases/cohorts/plan-cohort.ts';
import { addClosure } from '#app/use-cases/places/add-closure.ts';
import { seedBankHolidays } from '#app/use-cases/places/seed-bank-holidays.ts';
import { findCohort, findMeetingPattern, listTeams } from '#db/queries/cohorts.ts';
import { listSessions } from '#db/queries/sessions.ts';
import { sessionTimes } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

function office({ sides = ['perpetrator'] }: { sides?: StaffActor['sides'] } = {}) {
	const context = testContext({ now: '2026-01-02T09:00:00Z' });
	seedBankHolidays(context);
	const places = givenPlaces(context);
	const coordinator = givenStaff(context, {
		name: 'Cora Dale',
		roles: ['coordinator'],
		areaIds: [places.areaId],
		sides,
	});
	const [sam, kim] = [givenStaff(context), givenStaff(context, { name: 'Kim Mensah' })];
	const draft: CohortDraft = {
		name: 'Tuesday group',
		programme: { slug: 'caring-dads', version: '1', variant: null },
		areaId: places.areaId,
		nation: null,
		place: { venueId: places.venueId, roomId: places.roomId },
		leadId: sam.staffId,
		coFacilitatorIds: [kim.staffId],
		slots: [{ weekday: 'tuesday', startTime: clockTime('18:30') }],
		earliestStart: calendarDay('2026-01-13'),
		skippedWeeks: [],
		runsOnBankHoliday: false,
		places: 12,
	};
	const plan = (change: Partial<CohortDraft> = {}, as: StaffActor = coordinator) =>
		planCohort(context, context.db, as, { ...draft, ...change });
	const save = (change: Partial<CohortDraft> = {}, confirm: object = {}) => {
		const planned = plan(change);
		const fingerprint = planned.done ? planned.value.fingerprint : '';
		const confirmation = { fingerprint, accepted: false, cohortId: context.ids.next<CohortId>(), ...confirm };
		return layOutCohort(context, coordinator, { ...draft, ...change }, confirmation);
	};
	return { context, ...places, coordinator, sam, kim, draft, plan, save };
}

const planned = (outcome: ReturnType<ReturnType<typeof office>['plan']>): CohortPlanned => {
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value;
};

test('a plan shows every date and saves nothing', () => {
	const { context, coordinator, plan } = office();
	const { laidOut, clashes, warnings } = planned(plan());
	expect(laidOut.sessions).toHaveLength(17);
	expect(laidOut).toMatchObject({ firstDay: '2026-01-13', lastDay: '2026-05-05' });
	expect([clashes, warnings]).toEqual([[], []]);
	expect(listSessions(context.db, coordinator, [])).toEqual([]);
});

test('bank holidays of the nation, closures and skipped weeks are kept clear, each with its reason', () => {
	const { context, venueId, plan } = office();
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const closure = { from: calendarDay('2026-02-09'), to: calendarDay('2026-02-13'), label: 'Boiler', venueId };
	addClosure(context, administrator, closure);
	const week = { from: calendarDay('2026-02-16'), to: calendarDay('2026-02-22'), label: 'Half term' };
	const monday = { slots: [{ weekday: 'monday', startTime: clockTime('10:00') }], skippedWeeks: [week] } as const;
	expect(planned(plan(monday)).laidOut.skipped.map(({ date, reasons }) => [date, reasons[0]?.label])).toEqual([
		['2026-02-09', 'Boiler'],
		['2026-02-16', 'Half term'],
		['2026-04-06', 'Easter Monday'],
		['2026-05-04', 'Early May bank holiday'],
		['2026-05-25', 'Spring bank holiday'],
	]);
	expect(planned(plan({ ...monday, nation: 'scotland' })).laidOut.skipped.map(({ date }) => date)).not.toContain(
		'2026-04-06',
	);
	expect(planned(plan({ ...monday, runsOnBankHoliday: true })).laidOut.skipped).toHaveLength(2);
});

test('saving keeps the cohort, its pattern, its team, its sessions and the first entry of their history', () => {
	const { context, coordinator, sam, kim, save } = office();
	const week = { from: calendarDay('2026-02-16'), to: calendarDay('2026-02-22'), label: 'Half term' };
	const saved = save({ skippedWeeks: [week] });
	if (!saved.done) throw new Error(saved.code);
	const { db } = context;
	expect(findCohort(db, coordinator, saved.value)).toMatchObject({
		name: 'Tuesday group',
		side: 'perpetrator',
		nation: 'england-and-wales',
		room: 'Room 1',
		state: 'recruiting',
		places: 12,
	});
	expect(findMeetingPattern(db, saved.value)).toMatchObject({ slots: [{ weekday: 'tuesday' }], skippedWeeks: [week] });
	expect(listTeams(db, [saved.value])).toMatchObject([
		{ staffId: sam.staffId, duty: 'lead-facilitator' },
		{ staffId: kim.staffId, duty: 'co-facilitator' },
	]);
	const sessions = listSessions(db, coordinator, [saved.value]);
	expect(sessions.map(({ planNumber }) => planNumber)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
	expect(sessions[11]).toMatchObject({
		time: { day: '2026-04-07', startTime: '18:30', startsAt: '2026-04-07T17:30:00Z' },
	});
	expect(db.select().from(sessionTimes).all()).toHaveLength(17);
});

test('the individual sessions of a variant are placeholders until they are booked', () => {
	const { context, coordinator, save } = office();
	const saved = save({ programme: { slug: 'caring-dads', version: '1', variant: '15-plus-2' } });
	const sessions = saved.done ? listSessions(context.db, coordinator, [saved.value]) : [];
	expect(sessions.filter(({ time }) => time === null).map(({ planNumber }) => planNumber)).toEqual([9, 15]);
});

test('a cohort brought in from paper is running, and one whose dates are all past is finished', () => {
	const { context, coordinator, save } = office();
	const running = save({ earliestStart: calendarDay('2025-11-04') });
	const past = {
		earliestStart: calendarDay('2025-01-14'),
		slots: [{ weekday: 'friday', startTime: clockTime('10:00') }],
	} as const;
	const finished = save(past);
	const stateOf = (saved: typeof running) => saved.done && findCohort(context.db, coordinator, saved.value)?.state;
	expect([stateOf(running), stateOf(finished)]).toEqual(['running', 'finished']);
});

test('pressing save twice makes one cohort', () => {
	const { context, coordinator, draft, plan } = office();
	const { fingerprint } = planned(plan());
	const confirmation = { fingerprint, accepted: false, cohortId: context.ids.next<CohortId>() };
	const first = layOutCohort(context, coordinator, draft, confirmation);
	expect(layOutCohort(context, coordinator, draft, confirmation)).toEqual(first);
	expect(first).toEqual({ done: true, value: confirmation.cohortId });
});

test('a plan that changed since it was looked at is refused, with the one that stands now', () => {
	const { context, coordinator, draft, plan } = office();
	const { fingerprint } = planned(plan());
	const closure = { from: calendarDay('2026-01-12'), to: calendarDay('2026-01-16'), label: 'Snow', venueId: null };
	addClosure(context, givenStaff(context, { roles: ['administrator'] }), closure);
	const cohortId = context.ids.next<CohortId>();
	const saved = layOutCohort(context, coordinator, draft, { fingerprint, accepted: false, cohortId });
	expect(saved).toMatchObject({ code: 'plan-changed', details: { planned: { laidOut: { firstDay: '2026-01-20' } } } });
	expect(findCohort(context.db, coordinator, cohortId)).toBeNull();
});

test('a facilitator or a room cannot be in two cohorts at once, and the refusal names the cohort and the sessions', () => {
	const { context, areaId, venueId, roomId, sam, save } = office();
	givenCohort(context, {
		areaId,
		venueId,
		roomId,
		name: 'Early group',
		team: [sam],
		firstDay: '2026-01-13',
		sessionCount: 2,
	});
	expect(save()).toMatchObject({
		code: 'clashes',
		details: {
			planned: {
				clashes: [
					{ planNumber: 1, kind: 'facilitator-double-booked', with: 'Early group' },
					{ planNumber: 1, kind: 'room-double-booked', with: 'Early group' },
					{ planNumber: 2, kind: 'facilitator-double-booked' },
					{ planNumber: 2, kind: 'room-double-booked' },
				],
			},
		},
	});
});

test('a session that runs past midnight clashes with one of the next day, at the first of the plan too', () => {
	const { context, areaId, venueId, roomId, plan } = office();
	const night = { areaId, venueId, roomId, name: 'Night group', startTime: '23:00', sessionCount: 1 };
	givenCohort(context, { ...night, firstDay: '2026-01-12' });
	const early = plan({ slots: [{ weekday: 'tuesday', startTime: clockTime('00:30') }] });
	expect(planned(early).clashes).toMatchObject([{ planNumber: 1, kind: 'room-double-booked', with: 'Night group' }]);
});

test('the two sides never share a venue on one day, and a coordinator of both sides reads why', () => {
	const { context, areaId, venueId, save } = office({ sides: ['perpetrator', 'survivor'] });
	givenCohort(context, {
		areaId,
		venueId,
		name: 'Morning group',
		side: 'survivor',
		startTime: '10:00',
		sessionCount: 1,
	});
	expect(save()).toMatchObject({
		code: 'clashes',
		details: { planned: { clashes: [{ planNumber: 1, kind: 'both-sides-one-venue-one-day', with: 'Morning group' }] } },
	});
});

test('every cause that the coordinator may not know of reads the same', () => {
	const causes = [
		{ side: 'survivor', startTime: '10:00' },
		{ side: 'survivor', startTime: '18:30' },
		{ side: 'perpetrator', startTime: '18:30' },
	] as const;
	const answers = causes.map(({ side, startTime }) => {
		const { context, areaId, venueId, roomId, sam, plan } = office();
		const elsewhere = givenPlaces(context, 'Southfield');
		const hiddenArea = side === 'survivor' ? areaId : elsewhere.areaId;
		givenCohort(context, { areaId: hiddenArea, venueId, roomId, side, startTime, team: [sam], sessionCount: 1 });
		return planned(plan()).clashes;
	});
	expect(answers).toEqual(causes.map(() => [{ planNumber: 1, day: '2026-01-13', kind: 'not-available' }]));
});

test('fewer facilitators than the programme wants takes a tick', () => {
	const { save, plan } = office();
	const alone = { coFacilitatorIds: [] };
	expect(planned(plan(alone)).warnings).toEqual(['The programme wants 2 facilitators and this team has 1']);
	expect(save(alone)).toMatchObject({ code: 'warning-not-accepted' });
	expect(save(alone, { accepted: true })).toMatchObject({ done: true });
});

test('a plan is refused for a team, a place or a programme that is not there, and for one person twice', () => {
	const { context, sam, plan } = office();
	const closed = givenStaff(context, { roles: ['coordinator'] });
	expect(plan({ leadId: closed.staffId })).toMatchObject({ code: 'unknown-facilitator' });
	expect(plan({ leadId: asId<StaffId>('forged') })).toMatchObject({ code: 'unknown-facilitator' });
	expect(plan({ coFacilitatorIds: [sam.staffId] })).toMatchObject({ code: 'facilitator-twice' });
	expect(plan({ place: { venueId: asId<VenueId>('forged'), roomId: null } })).toMatchObject({ code: 'unknown-place' });
	expect(plan({ programme: { slug: 'unknown', version: '1', variant: null } })).toMatchObject({ code: 'not-found' });
});

test('a slot twice and a start in the hour that the clocks skip are refused', () => {
	const { plan } = office();
	const tuesday = { weekday: 'tuesday', startTime: clockTime('18:30') } as const;
	expect(plan({ slots: [tuesday, tuesday] })).toMatchObject({ code: 'slot-twice' });
	const skipped = { slots: [{ weekday: 'sunday', startTime: clockTime('01:30') }] } as const;
	expect(plan(skipped)).toMatchObject({ code: 'start-in-clock-change-gap', details: { day: '2026-03-29' } });
});

test('only who arranges this side in this area lays out a cohort; a lead does everywhere', () => {
	const { context, areaId, plan } = office();
	const elsewhere = givenPlaces(context, 'Southfield');
	const by = (roles: StaffActor['roles'], areaIds = [areaId], sides: StaffActor['sides'] = ['perpetrator']) =>
		plan({}, givenStaff(context, { roles, areaIds, sides })).done;
	expect(by(['coordinator'])).toBe(true);
	expect(by(['lead'], [])).toBe(true);
	expect(by(['coordinator'], [elsewhere.areaId])).toBe(false);
	expect(by(['coordinator'], [areaId], ['survivor'])).toBe(false);
	expect(by(['facilitator'])).toBe(false);
	expect(by(['administrator'])).toBe(false);
});

test('a cohort may meet online, where no venue closes and nobody shares a room', () => {
	const { context, areaId, venueId, roomId, save, coordinator } = office();
	givenCohort(context, { areaId, venueId, roomId, side: 'survivor' });
	const saved = save({ place: { venueId: null, roomId: null } });
	expect(saved.done && findCohort(context.db, coordinator, saved.value)).toMatchObject({ venueId: null, venue: null });
});
