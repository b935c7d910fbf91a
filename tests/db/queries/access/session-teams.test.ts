import { eq, inArray } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { CohortId, CoverId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { instant, plusMinutes } from '#app/domain/shared/instant.ts';
import { COVER_STATES } from '#app/domain/team/cover.ts';
import { sessionTeam } from '#app/domain/team/session-team.ts';
import {
	delivers,
	listCatchUpStaff,
	listOpenCovers,
	listTimesOnTeams,
	sessionsDeliveredBy,
	staffOnDuty,
} from '#db/queries/access/session-teams.ts';
import { findSession, listSessions } from '#db/queries/sessions.ts';
import * as schema from '#db/schema/index.ts';
import { insertSession } from '#db/stores/sessions.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

const DUTY = 'co-facilitator';
/** Weeks in which a cohort of six sessions meets. */
const START = instant('2026-01-13T12:00:00Z');
const weeksLater = (weeks: number) => plusMinutes(START, weeks * 7 * 24 * 60);

function givenTerm() {
	const context = testContext();
	const staff = ['A', 'B', 'C', 'D'].map((name) => givenStaff(context, { name }));
	const cohort = givenCohort(context, { ...givenPlaces(context), sessionCount: 6, firstDay: '2026-01-13' });
	// One session of it waits for a date.
	const unbooked = { day: null, startTime: null, startsAt: null, endsAt: null };
	context.db.update(schema.sessions).set(unbooked).where(eq(schema.sessions.id, cohort.sessionIds[5]!)).run();
	return { context, staff, ...cohort };
}

function givenCatchUp({ db, ids, clock }: TestContext, cohortId: CohortId): SessionId {
	const id = ids.next<SessionId>();
	const time = sessionTimeAt(calendarDay('2026-01-14'), clockTime('10:00'), 60)!;
	const row = { id, cohortId, planNumber: 1, kind: 'catch-up', state: 'scheduled', changedAt: clock.now() } as const;
	insertSession(db, { ...row, ...time }, { setBy: null, why: 'booked' });
	return id;
}

/** On the day after the meeting of this week. */
function setTime({ db }: TestContext, id: SessionId, week: number): void {
	const time = sessionTimeAt(plusDays(calendarDay('2026-01-14'), 7 * week), clockTime('10:00'), 60)!;
	db.update(schema.sessions).set(time).where(eq(schema.sessions.id, id)).run();
}

const who = fc.integer({ min: 0, max: 3 });
const drawnTeam = fc.record({
	now: fc.uniqueArray(fc.record({ who, joined: fc.option(fc.integer({ min: -1, max: 6 })) }), {
		selector: (one) => one.who,
	}),
	before: fc.array(
		fc.record({ who, joined: fc.option(fc.integer({ min: -2, max: 2 })), left: fc.integer({ min: 3, max: 6 }) }),
		{
			maxLength: 2,
		},
	),
	/** For each of two catch-ups: in which week, and who of everybody is named for it. */
	catchUps: fc.array(fc.record({ week: fc.integer({ min: 0, max: 5 }), named: fc.uniqueArray(who) }), {
		minLength: 2,
		maxLength: 2,
	}),
	covers: fc.array(
		fc.record({
			session: fc.integer({ min: 0, max: 7 }),
			who,
			away: fc.integer({ min: 1, max: 3 }),
			state: fc.constantFrom(...COVER_STATES),
		}),
		{
			maxLength: 5,
		},
	),
});

test('the database and the rule say the same of who delivers each session, whatever became of the team', () => {
	const { context, staff, cohortId, sessionIds: ofTerm } = givenTerm();
	const { db, ids, clock } = context;
	const catchUpIds = [1, 2].map(() => givenCatchUp(context, cohortId));
	const sessionIds = [...ofTerm, ...catchUpIds];
	const idOf = (index: number) => staff[index % 4]!.staffId;
	const now = clock.now();
	const rowsOf = ({
		now: team,
		before,
		covers,
		catchUps,
	}: typeof drawnTeam extends fc.Arbitrary<infer Drawn> ? Drawn : never) => {
		const drawn = [schema.sessionCovers, schema.formerTeamMembers, schema.teamMembers, schema.catchUpStaff];
		for (const table of drawn) db.delete(table).run();
		for (const [index, { week, named }] of catchUps.entries()) {
			const id = catchUpIds[index]!;
			setTime(context, id, week);
			for (const one of named)
				db.insert(schema.catchUpStaff)
					.values({ sessionId: id, staffId: idOf(one) })
					.run();
		}
		const at = (weeks: number | null) => (weeks === null ? null : weeksLater(weeks));
		for (const one of team) {
			db.insert(schema.teamMembers)
				.values({ cohortId, staffId: idOf(one.who), duty: DUTY, joinedAt: at(one.joined) })
				.run();
		}
		for (const { who: index, joined, left } of before) {
			db.insert(schema.formerTeamMembers)
				.values({ cohortId, staffId: idOf(index), duty: DUTY, joinedAt: at(joined), leftAt: weeksLater(left) })
				.onConflictDoNothing()
				.run();
		}
		for (const { session, who: index, away, state } of covers) {
			const settledAt = state === 'asked' ? null : now;
			const row = {
				sessionId: sessionIds[session]!,
				absentId: idOf(index + away),
				coveringId: idOf(index),
				state,
				settledAt,
			};
			db.insert(schema.sessionCovers)
				.values({ id: ids.next<CoverId>(), askedBy: idOf(0), askedAt: now, ...row })
				.onConflictDoNothing()
				.run();
		}
	};
	let deliveringCatchUps = 0;
	const holds = fc.property(drawnTeam, (drawn) => {
		rowsOf(drawn);
		const terms = listTimesOnTeams(db, [cohortId]);
		const covers = listOpenCovers(db, { cohortIds: [cohortId] });
		const named = listCatchUpStaff(db, { cohortIds: [cohortId] });
		expect([...named.keys()].toSorted()).toEqual(catchUpIds.toSorted());
		const ofCatchUps = catchUpIds.map((id) => findSession(db, OPERATOR, id)!);
		for (const session of [...listSessions(db, OPERATOR, [cohortId]), ...ofCatchUps]) {
			const team = sessionTeam(session, terms, covers, named.get(session.id) ?? null);
			const byRule = new Set(team.map(({ staffId }) => staffId));
			if (session.kind === 'catch-up') deliveringCatchUps += byRule.size;
			const byQuery = staff.filter(({ staffId }) => isIn(staffId, session.id)).map(({ staffId }) => staffId);
			expect(new Set(byQuery)).toEqual(byRule);
		}
	});
	const isIn = (staffId: StaffId, sessionId: (typeof sessionIds)[number]) =>
		db
			.select({ id: schema.sessions.id })
			.from(schema.sessions)
			.where(inArray(schema.sessions.id, sessionsDeliveredBy(db, { staffId })))
			.all()
			.some(({ id }) => id === sessionId);
	fc.assert(holds, { numRuns: 60 });
	expect(deliveringCatchUps).toBeGreaterThan(20);
});

test('a duty that has ended lets nobody in any more, and who stands in counts as staff of the cohort while it lasts', () => {
	const { context, staff, cohortId, sessionIds } = givenTerm();
	const { db, ids, clock } = context;
	const [ann, bob, cat] = staff as [(typeof staff)[0], (typeof staff)[0], (typeof staff)[0]];
	db.insert(schema.teamMembers).values({ cohortId, staffId: ann.staffId, duty: DUTY }).run();
	db.insert(schema.formerTeamMembers)
		.values({ cohortId, staffId: bob.staffId, duty: DUTY, leftAt: weeksLater(3) })
		.run();
	const stands = { state: 'accepted', askedBy: ann.staffId, askedAt: clock.now(), settledAt: clock.now() } as const;
	db.insert(schema.sessionCovers)
		.values({
			id: ids.next<CoverId>(),
			sessionId: sessionIds[4]!,
			absentId: ann.staffId,
			coveringId: cat.staffId,
			...stands,
		})
		.run();
	const delivered = (staffId: StaffId) =>
		db
			.select({ plan: schema.sessions.planNumber })
			.from(schema.sessions)
			.where(delivers(db, { staffId }))
			.all()
			.map(({ plan }) => plan);
	const onDuty = () => {
		const duty = staffOnDuty(db);
		return new Set(
			db
				.select({ staffId: duty.staffId })
				.from(duty)
				.all()
				.map(({ staffId }) => staffId),
		);
	};
	expect([ann, bob, cat].map(({ staffId }) => delivered(staffId))).toEqual([[1, 2, 3, 4, 6], [1, 2, 3], [5]]);
	expect(onDuty()).toEqual(new Set([ann.staffId, bob.staffId, cat.staffId]));
	db.update(schema.formerTeamMembers).set({ endedAt: clock.now() }).run();
	db.update(schema.sessionCovers).set({ endedAt: clock.now() }).run();
	expect([ann, bob, cat].map(({ staffId }) => delivered(staffId))).toEqual([[1, 2, 3, 4, 6], [], []]);
	expect(onDuty()).toEqual(new Set([ann.staffId]));
});
