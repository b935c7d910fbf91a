import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { SLOT_REFUSALS_ALLOWED } from '#app/domain/access/probing.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { CoverId } from '#app/domain/shared/ids.ts';
import { planSessionMove } from '#app/use-cases/sessions/plan-move.ts';
import { recordNotHeld } from '#app/use-cases/sessions/record-not-held.ts';
import { acceptCover, declineCover } from '#app/use-cases/team/answer-cover.ts';
import { askForCover, withdrawCover } from '#app/use-cases/team/ask-for-cover.ts';
import { listCoversAsked } from '#app/use-cases/team/read-cover-asked.ts';
import { findSlotRefusals } from '#db/queries/access/slot-refusals.ts';
import { listTeamSessions } from '#db/queries/calendar/calendar-feeds.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { findSession } from '#db/queries/sessions.ts';
import { listCoversOf, listSessionTeam } from '#db/queries/team/covers.ts';
import * as schema from '#db/schema/index.ts';
import { lastEntry, trailOf } from '#tests/support/audit.ts';
import { givenFamily } from '#tests/support/families.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { accepts, asked, givenLeave, givenTeams } from './given.ts';

type World = ReturnType<typeof givenTeams>;

const teamOf = ({ context }: World, sessionId: World['tonight']) =>
	listSessionTeam(context.db, findSession(context.db, OPERATOR, sessionId)!).map(({ name }) => name);
const statesOf = ({ context }: World, sessionId: World['tonight']) =>
	Object.fromEntries(listCoversOf(context.db, sessionId).map(({ covering, state }) => [covering, state]));
const noticesOf = ({ context }: World, who: World['kim']) =>
	context.db.select().from(schema.staffNotices).where(eq(schema.staffNotices.staffId, who.staffId)).all();
const mayTakeRegister = ({ context }: World, who: World['kim'], sessionId: World['tonight']) =>
	findSessionDay(context.db, who, sessionId, 'write', 'register') !== null;

test('who accepts is on the team of that session and of no other: register, log and calendar follow, for both', () => {
	const world = givenTeams();
	const { context, sam, kim, tonight, next } = world;
	const [coverId] = asked(world, tonight, kim);
	expect(noticesOf(world, kim)).toMatchObject([
		{ kind: 'cover-asked', aboutId: coverId, readAt: null, state: 'queued' },
	]);
	expect(mayTakeRegister(world, kim, tonight)).toBe(false);
	expect(accepts(world, kim, coverId!)).toMatchObject({ done: true });
	expect(teamOf(world, tonight)).toEqual(['Kim Diaz']);
	expect(teamOf(world, next)).toEqual(['Sam Okafor']);
	expect([mayTakeRegister(world, kim, tonight), mayTakeRegister(world, kim, next)]).toEqual([true, false]);
	expect([mayTakeRegister(world, sam, tonight), mayTakeRegister(world, sam, next)]).toEqual([false, true]);
	expect(findSessionDay(context.db, kim, tonight, 'write', 'delivery-log')).not.toBeNull();
	expect(listTeamSessions(context.db, kim).map(({ session }) => session.id)).toEqual([tonight]);
	expect(listTeamSessions(context.db, sam).map(({ session }) => session.id)).not.toContain(tonight);
	expect(noticesOf(world, kim)).toMatchObject([{ readAt: context.clock.now() }]);
	expect(noticesOf(world, world.hisCoordinator)).toMatchObject([{ kind: 'cover-accepted', aboutId: coverId }]);
});

test('of two who are asked the first to accept stands in; the second is told kindly and changes nothing', () => {
	const world = givenTeams();
	const { kim, max, tonight } = world;
	const [toKim, toMax] = asked(world, tonight, kim, max);
	expect(accepts(world, max, toMax!)).toMatchObject({ done: true });
	expect(accepts(world, kim, toKim!)).toMatchObject({ code: 'taken' });
	expect(declineCover(world.context, kim, toKim!)).toMatchObject({ code: 'taken' });
	expect(statesOf(world, tonight)).toEqual({ 'Kim Diaz': 'taken', 'Max Berg': 'accepted' });
	expect(teamOf(world, tonight)).toEqual(['Max Berg']);
	const told = noticesOf(world, kim).map(({ kind, readAt }) => [kind, readAt !== null]);
	expect(told).toEqual([
		['cover-asked', true],
		['cover-withdrawn', false],
	]);
});

test('a facilitator of the team asks by themselves; the one who stands in may ask for another; nobody else may', () => {
	const world = givenTeams();
	const { context, sam, kim, max, leila, herCoordinator, worker, tonight } = world;
	const wanted = { sessionId: tonight, absentId: sam.staffId, coveringIds: [kim.staffId] };
	for (const who of [kim, max, leila, herCoordinator, worker]) {
		expect(askForCover(context, who, wanted)).toMatchObject({ code: 'not-found' });
	}
	expect(askForCover(context, sam, wanted)).toMatchObject({ done: true });
	expect(askForCover(context, sam, wanted)).toMatchObject({ code: 'asked-already', details: { name: 'Kim Diaz' } });
});

test('taking a request or an accepted cover back gives the session back, and whoever was asked is told', () => {
	const world = givenTeams();
	const { context, sam, kim, max, hisCoordinator, tonight } = world;
	const [toKim, toMax] = asked(world, tonight, kim, max);
	const takesBack = (coverId: CoverId) => withdrawCover(context, hisCoordinator, { sessionId: tonight, coverId });
	expect(takesBack(toMax!)).toMatchObject({ done: true });
	expect(accepts(world, max, toMax!)).toMatchObject({ code: 'withdrawn' });
	accepts(world, kim, toKim!);
	expect(takesBack(toKim!)).toMatchObject({ done: true });
	expect(takesBack(toKim!)).toMatchObject({ code: 'settled-meanwhile' });
	expect(teamOf(world, tonight)).toEqual(['Sam Okafor']);
	expect(mayTakeRegister(world, sam, tonight)).toBe(true);
	expect(mayTakeRegister(world, kim, tonight)).toBe(false);
	expect(noticesOf(world, kim).map(({ kind }) => kind)).toEqual(['cover-asked', 'cover-withdrawn']);
	expect(withdrawCover(context, sam, { sessionId: world.next, coverId: toKim! })).toMatchObject({ code: 'not-found' });
});

test('who declines is not asked again, and whoever asked is told', () => {
	const world = givenTeams();
	const { context, sam, kim, hisCoordinator, tonight } = world;
	const [coverId] = asked(world, tonight, kim);
	expect(declineCover(context, kim, coverId!)).toMatchObject({ done: true });
	expect(accepts(world, kim, coverId!)).toMatchObject({ code: 'declined-already' });
	expect(noticesOf(world, hisCoordinator)).toMatchObject([{ kind: 'cover-declined', aboutId: coverId }]);
	const again = { sessionId: tonight, absentId: sam.staffId, coveringIds: [kim.staffId] };
	expect(askForCover(context, hisCoordinator, again)).toMatchObject({ code: 'not-available' });
});

test('a request is answered by the one who is asked, and by nobody else', () => {
	const world = givenTeams();
	const { context, sam, kim, max, hisCoordinator, lead, tonight } = world;
	const [coverId] = asked(world, tonight, kim);
	for (const who of [sam, max, hisCoordinator, lead, { ...kim, roles: [] }]) {
		expect(accepts(world, who, coverId!)).toMatchObject({ code: 'not-found' });
		expect(declineCover(context, who, coverId!)).toMatchObject({ code: 'not-found' });
	}
});

test('nobody accepts a time that they did not see', () => {
	const world = givenTeams();
	const { context, kim, tonight } = world;
	const [coverId] = asked(world, tonight, kim);
	expect(acceptCover(context, kim, { coverId: coverId!, timeVersion: 7 })).toMatchObject({ code: 'moved-meanwhile' });
	expect(teamOf(world, tonight)).toEqual(['Sam Okafor']);
});

test('a session that has begun, was cancelled or has no date is not covered, asked for or accepted', () => {
	const world = givenTeams();
	const { context, sam, kim, hisCoordinator, tonight, next } = world;
	const [toKim] = asked(world, tonight, kim);
	const [later] = asked(world, next, kim);
	context.setNow('2026-03-10T18:30:00Z');
	expect(accepts(world, kim, toKim!)).toMatchObject({ code: 'session-begun' });
	const wanted = { sessionId: tonight, absentId: sam.staffId, coveringIds: [world.max.staffId] };
	expect(askForCover(context, hisCoordinator, wanted)).toMatchObject({ code: 'session-begun' });
	expect(withdrawCover(context, hisCoordinator, { sessionId: tonight, coverId: toKim! })).toMatchObject({
		code: 'session-begun',
	});
	const cancelled = { state: 'cancelled', stateReason: 'Snow' } as const;
	context.db.update(schema.sessions).set(cancelled).where(eq(schema.sessions.id, next)).run();
	expect(accepts(world, kim, later!)).toMatchObject({ code: 'withdrawn' });
	expect(askForCover(context, hisCoordinator, { ...wanted, sessionId: next })).toMatchObject({
		code: 'session-cancelled',
	});
});

const UNAVAILABLE: Readonly<Record<string, (world: World) => void>> = {
	'not accredited': ({ context }) => context.db.delete(schema.staffAccreditations).run(),
	'accredited until yesterday': ({ context }) =>
		context.db
			.update(schema.staffAccreditations)
			.set({ expiresOn: calendarDay('2026-03-09') })
			.run(),
	'on leave': ({ context, kim }) => givenLeave(context, kim, '2026-03-09', '2026-03-10'),
	'outside their hours': ({ context, kim }) =>
		context.db
			.insert(schema.staffAvailability)
			.values({
				...{ staffId: kim.staffId, weekday: 'tuesday' },
				...{ fromTime: clockTime('09:00'), toTime: clockTime('20:00') },
			})
			.run(),
	'with another cohort then': ({ context, areaId, kim }) => {
		givenCohort(context, { areaId, name: 'Other group', team: [kim], startTime: '20:00' });
	},
	'working with the other side of a family of the cohort': ({ context, areaId, worker, kim, adam, bea, hers }) => {
		const members = [[adam.personId, 'father'] as const, [bea.personId, 'mother'] as const];
		givenFamily(context, { areaId, by: worker, members });
		context.db
			.insert(schema.teamMembers)
			.values({ ...hers, staffId: kim.staffId, duty: 'co-facilitator' })
			.run();
	},
	'on the team of the linked cohort': ({ context, his, hers, lead, kim }) => {
		const pair = { perpetratorCohortId: his.cohortId, survivorCohortId: hers.cohortId };
		const linked = { linkedBy: lead.staffId, linkedAt: context.clock.now() };
		context.db
			.insert(schema.cohortPairs)
			.values({ ...pair, ...linked })
			.run();
		context.db
			.insert(schema.teamMembers)
			.values({ ...hers, staffId: kim.staffId, duty: 'co-facilitator' })
			.run();
	},
};

test.each(Object.keys(UNAVAILABLE))('nobody is asked, or accepts, who is %s', (cause) => {
	const before = givenTeams();
	UNAVAILABLE[cause]!(before);
	const { context, sam, kim, hisCoordinator, tonight } = before;
	const wanted = { sessionId: tonight, absentId: sam.staffId, coveringIds: [kim.staffId] };
	expect(askForCover(context, hisCoordinator, wanted)).toMatchObject({ code: 'not-available' });
	const after = givenTeams();
	const [coverId] = asked(after, after.tonight, after.kim);
	UNAVAILABLE[cause]!(after);
	const isOtherSide = cause.includes('other side') || cause.includes('linked');
	expect(accepts(after, after.kim, coverId!)).toMatchObject({ code: isOtherSide ? 'withdrawn' : 'not-available' });
	expect(teamOf(after, after.tonight)).toEqual(['Sam Okafor']);
});

test('nobody stands in who left, who is on the team already, who is no facilitator or supports partners', () => {
	const world = givenTeams();
	const { context, sam, kim, hisCoordinator, worker, tonight } = world;
	const both = givenStaff(context, { name: 'Both Roles', roles: ['facilitator', 'partner-support'] });
	context.db.update(schema.staff).set({ state: 'deactivated' }).where(eq(schema.staff.id, kim.staffId)).run();
	for (const { staffId } of [kim, sam, worker, both]) {
		const wanted = { sessionId: tonight, absentId: sam.staffId, coveringIds: [staffId] };
		expect(askForCover(context, hisCoordinator, wanted)).toMatchObject({
			code: 'not-available',
			details: { name: null },
		});
	}
	const absent = { sessionId: tonight, absentId: kim.staffId, coveringIds: [world.max.staffId] };
	expect(askForCover(context, hisCoordinator, absent)).toMatchObject({ code: 'not-on-the-team' });
	const nobody = { sessionId: tonight, absentId: sam.staffId, coveringIds: [] };
	expect(askForCover(context, hisCoordinator, nobody)).toMatchObject({ code: 'nobody-chosen' });
});

test('of several who are asked in one step nobody is when one of them cannot be', () => {
	const world = givenTeams();
	const { context, sam, kim, max, hisCoordinator, tonight } = world;
	givenLeave(context, max, '2026-03-10');
	const wanted = { sessionId: tonight, absentId: sam.staffId, coveringIds: [kim.staffId, max.staffId] };
	expect(askForCover(context, hisCoordinator, wanted)).toMatchObject({
		code: 'not-available',
		details: { name: 'Max Berg' },
	});
	expect(statesOf(world, tonight)).toEqual({});
	expect(noticesOf(world, kim)).toEqual([]);
});

test('what somebody is asked shows on their day only as far as its own page shows it', () => {
	const world = givenTeams();
	const { context, areaId, kim, worker, adam, bea, hers, tonight } = world;
	const [coverId] = asked(world, tonight, kim);
	expect(listCoversAsked(context, kim).map(({ cover }) => cover.id)).toEqual([coverId]);
	const members = [[adam.personId, 'father'] as const, [bea.personId, 'mother'] as const];
	givenFamily(context, { areaId, by: worker, members });
	const duty = { cohortId: hers.cohortId, staffId: kim.staffId, duty: 'co-facilitator' } as const;
	context.db.insert(schema.teamMembers).values(duty).run();
	expect(listCoversAsked(context, kim)).toEqual([]);
});

test('a session that somebody stands in at moves with them, and cover is not taken back from who is elsewhere then', () => {
	const world = givenTeams();
	const { context, areaId, sam, kim, tonight, hisCoordinator } = world;
	const [coverId] = asked(world, tonight, kim);
	expect(accepts(world, kim, coverId!)).toMatchObject({ done: true });
	givenCohort(context, { areaId, name: 'Of Kim', team: [kim], firstDay: '2026-03-12', sessionCount: 1 });
	givenCohort(context, { areaId, name: 'Of Sam', team: [sam], firstDay: '2026-03-11', sessionCount: 1 });
	const clashesOn = (day: string) => {
		const to = { day: calendarDay(day), startTime: clockTime('18:30'), lengthMinutes: 120 };
		const planned = planSessionMove(context, context.db, hisCoordinator, { sessionId: tonight, to });
		return planned.done && planned.value.ways.one.done ? planned.value.ways.one.value.clashes : null;
	};
	expect(clashesOn('2026-03-11')).toEqual([]);
	expect(clashesOn('2026-03-12')).toMatchObject([{ kind: 'facilitator-double-booked', staffId: kim.staffId }]);
	givenCohort(context, { areaId, name: 'Tonight too', team: [sam], firstDay: '2026-03-10', sessionCount: 1 });
	const back = { sessionId: tonight, coverId: coverId! };
	for (let asked = 0; asked < SLOT_REFUSALS_ALLOWED; asked += 1) {
		expect(withdrawCover(context, hisCoordinator, back)).toMatchObject({ code: 'absent-is-busy' });
	}
	expect(withdrawCover(context, hisCoordinator, back)).toMatchObject({ code: 'too-many-slots' });
});

test('whoever stood in at a cancelled session is not asked for the one that takes its place: its team is', () => {
	const world = givenTeams();
	const { context, areaId, sam, kim, tonight, hisCoordinator } = world;
	const [coverId] = asked(world, tonight, kim);
	accepts(world, kim, coverId!);
	const { version } = findSession(context.db, OPERATOR, tonight)!;
	const notHeld = recordNotHeld(context, hisCoordinator, { sessionId: tonight, version, reason: 'Snow' });
	expect(notHeld).toMatchObject({ done: true });
	givenCohort(context, { areaId, name: 'Of Sam', team: [sam], firstDay: '2026-03-11', sessionCount: 1 });
	givenCohort(context, { areaId, name: 'Of Kim', team: [kim], firstDay: '2026-03-12', sessionCount: 1 });
	const clashesOn = (day: string) => {
		const to = { day: calendarDay(day), startTime: clockTime('18:30'), lengthMinutes: 120 };
		const planned = planSessionMove(context, context.db, hisCoordinator, { sessionId: tonight, to });
		return planned.done && planned.value.ways.one.done ? planned.value.ways.one.value.clashes : null;
	};
	expect(clashesOn('2026-03-11')).toMatchObject([{ kind: 'facilitator-double-booked', staffId: sam.staffId }]);
	expect(clashesOn('2026-03-12')).toEqual([]);
});

test('that cover cannot be taken back from who is elsewhere then is counted each time, and kept in the trail', () => {
	const world = givenTeams();
	const { context, sam, kim, tonight, hisCoordinator } = world;
	const [coverId] = asked(world, tonight, kim);
	accepts(world, kim, coverId!);
	const { areaId } = givenPlaces(context, 'Elsewhere');
	const other = givenCohort(context, { areaId, name: 'Hidden', team: [sam], firstDay: '2026-03-10', sessionCount: 1 });
	const back = () => withdrawCover(context, hisCoordinator, { sessionId: tonight, coverId: coverId! });
	for (const failures of [1, 2]) {
		const before = lastEntry(context);
		expect(back()).toEqual({ done: false, code: 'absent-is-busy', details: {} });
		expect(findSlotRefusals(context.db, hisCoordinator.staffId)).toMatchObject({ failures });
		expect(trailOf(context, before).map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
			'cover-withdrawn absent-is-busy',
			'slot-refused done',
		]);
	}
	const cancelled = { state: 'cancelled', stateReason: 'Snow' } as const;
	context.db.update(schema.sessions).set(cancelled).where(eq(schema.sessions.id, other.sessionIds[0]!)).run();
	expect(back()).toMatchObject({ done: true });
	expect(findSlotRefusals(context.db, hisCoordinator.staffId)).toMatchObject({ failures: 2 });
});
