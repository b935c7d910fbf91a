import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { drawObservations, standingDraw } from '#app/domain/observations/observation-plan.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { assignObserver, takeBackObserver } from '#app/use-cases/access/assign-observer.ts';
import { drawObservationPlan } from '#app/use-cases/observations/draw-observation-plan.ts';
import { reviewObservationPlan } from '#app/use-cases/observations/review-observation-plan.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import { findNotice, listDraws } from '#db/queries/observations/draws.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenTwoSides } from '#tests/support/families.ts';
import { givenStaff } from '#tests/support/world.ts';
import { accepts, asked } from '../team/given.ts';
import { must } from './given.ts';

/** His cohort meets on seventeen Tuesdays from 13 January; on 3 March, before the eighth, nine to come leave the notice. */
function town(now = '2026-03-03T12:00:00Z') {
	const context = testContext({ now });
	const two = givenTwoSides(context);
	const kezia = givenStaff(context, { name: 'Kezia Mensah' });
	const { cohortId } = two.his;
	context.db.insert(schema.teamMembers).values({ cohortId, staffId: kezia.staffId, duty: 'co-facilitator' }).run();
	const draw = (shownDraws = 0, as = two.lead) => drawObservationPlan(context, as, { cohortId, shownDraws });
	const draws = () => listDraws(context.db, two.lead, [cohortId]);
	return { context, ...two, kezia, cohortId, draw, draws };
}

test('a draw takes the share of the programme, keeps its seed and all it was drawn from, and can be drawn again from them', () => {
	const { context, sam, kezia, his, draw, draws } = town();
	must(draw());
	const [kept] = draws();
	expect(kept).toMatchObject({ number: 1, share: 0.1, noticeDays: 7, by: 'Ruth Levy' });
	expect(kept!.pool.map(({ sessionId }) => sessionId).toSorted()).toEqual(his.sessionIds.slice(9).toSorted());
	for (const { staffIds } of kept!.pool) expect(staffIds.toSorted()).toEqual([sam.staffId, kezia.staffId].toSorted());
	expect(kept!.drawn).toHaveLength(1);
	expect(kept!.drawn.map(({ sessionId }) => sessionId)).toEqual(drawObservations(kept!.pool, kept!));
	const entry = context.db.select().from(schema.auditEntries).all().at(-1)!;
	expect([entry.action, JSON.parse(entry.details)]).toEqual(['observations-drawn', { draw: 1, sessions: 1, outOf: 8 }]);
});

test('who stands in counts for the session at which they do, and who is away does not', () => {
	const there = town();
	const { context, kezia, his, draw, draws } = there;
	const max = givenStaff(context, { name: 'Max Berg' });
	const covered = his.sessionIds[12]!;
	const [coverId] = asked(there, covered, max);
	must(accepts(there, max, coverId!));
	must(draw());
	const [kept] = draws();
	const { staffIds } = kept!.pool.find(({ sessionId }) => sessionId === covered)!;
	expect(staffIds.toSorted()).toEqual([kezia.staffId, max.staffId].toSorted());
	// Max delivers that one alone, and everybody has at least one.
	expect(kept!.drawn.map(({ sessionId }) => sessionId)).toContain(covered);
});

test('only a lead draws, and only of a cohort that there is', () => {
	const { context, sam, lead, worker, hisCoordinator, draw, draws, cohortId } = town();
	for (const who of [sam, worker, hisCoordinator]) {
		expect(draw(0, who)).toMatchObject({ code: 'not-found' });
		expect(listDraws(context.db, who, [cohortId])).toEqual([]);
	}
	const nowhere = { cohortId: 'nowhere' as CohortId, shownDraws: 0 };
	expect(drawObservationPlan(context, lead, nowhere)).toMatchObject({ code: 'not-found' });
	expect(draws()).toEqual([]);
});

test('a second press draws nothing, a new draw is another page’s decision, and the history keeps both', () => {
	const { context, draw, draws } = town();
	must(draw());
	expect(draw()).toMatchObject({ code: 'changed-meanwhile' });
	must(draw(1));
	expect(draws().map(({ number }) => number)).toEqual([1, 2]);
	expect(new Set(draws().map(({ seed }) => seed)).size).toBe(2);
	expect(context.db.select().from(schema.drawnSessions).all()).toHaveLength(2);
	expect([...standingDraw(draws())]).toEqual([draws()[1]!.drawn[0]!.sessionId]);
});

test('where no session leaves the notice, and in a draft, there is nothing to draw', () => {
	const late = town('2026-05-01T12:00:00Z');
	expect(late.draw()).toMatchObject({ code: 'nothing-to-draw' });
	const { context, cohortId, draw } = town();
	context.db.update(schema.cohorts).set({ state: 'draft' }).where(eq(schema.cohorts.id, cohortId)).run();
	expect(draw()).toMatchObject({ code: 'nothing-to-draw' });
});

test('the notice of a session is there for who delivers it and for leads, and for nobody else', () => {
	const { context, sam, leila, lead, hisCoordinator, his, draw, draws } = town();
	must(draw());
	const { sessionId } = draws()[0]!.drawn[0]!;
	for (const who of [sam, lead]) {
		expect(findNotice(context.db, who, sessionId)).toMatchObject({ hasObserver: false, draws: [{ number: 1 }] });
	}
	for (const who of [leila, hisCoordinator]) expect(findNotice(context.db, who, his.sessionIds[0]!)).toBeNull();
});

test('a lead who teaches the cohort or stands in at a session of it neither reads nor draws its plan, nor who observes', () => {
	const there = town();
	const { context, lead, his, cohortId, draw, draws } = there;
	const lena = givenStaff(context, { name: 'Lena Ford', roles: ['lead', 'facilitator'] });
	const ola = givenStaff(context, { name: 'Ola Berg', roles: ['observer'] });
	const observed = his.sessionIds[9]!;
	must(draw(0, lena));
	must(assignObserver(context, lena, { sessionId: observed, staffId: ola.staffId }));
	const told = () => ({
		plan: reviewObservationPlan(context, lena, cohortId) !== null,
		draws: listDraws(context.db, lena, [cohortId]).length,
		drawn: draw(draws().length, lena).done,
		observers: findSessionDay(context.db, lena, observed, 'write', 'observer') !== null,
		takenBack: takeBackObserver(context, lena, { sessionId: observed, staffId: ola.staffId }).done,
	});
	const nothing = { plan: false, draws: 0, drawn: false, observers: false, takenBack: false };
	const { teamMembers } = schema;
	context.db.insert(teamMembers).values({ cohortId, staffId: lena.staffId, duty: 'co-facilitator' }).run();
	expect(told()).toEqual(nothing);
	expect(findCohort(context.db, lena, cohortId)!.id).toBe(cohortId);
	context.db.delete(teamMembers).where(eq(teamMembers.staffId, lena.staffId)).run();
	const [coverId] = asked(there, his.sessionIds[12]!, lena);
	must(accepts(there, lena, coverId!));
	expect(told()).toEqual(nothing);
	expect(reviewObservationPlan(context, lead, cohortId)!.draws).toHaveLength(1);
});

test('a session that was drawn, moved forward and told of stands after another draw; the team was told of it', () => {
	const { context, lead, hisCoordinator, his, cohortId, draw, draws } = town('2026-01-02T12:00:00Z');
	must(draw());
	const { sessionId, startsAt } = draws()[0]!.drawn[0]!;
	expect(startsAt > instant('2026-02-02T00:00:00Z')).toBe(true);
	const elsewhere = his.sessionIds.filter((id) => id !== sessionId);
	const set = { day: calendarDay('2026-01-21'), startTime: clockTime('18:30'), lengthMinutes: 120 };
	const moved = { ...set, startsAt: instant('2026-01-21T18:30:00Z'), endsAt: instant('2026-01-21T20:30:00Z') };
	const { sessions, sessionTimes } = schema;
	const why = { setBy: hisCoordinator.staffId, askedBy: 'service', why: 'The hall' } as const;
	const time = { sessionId, timeVersion: 2, ...set, setAt: instant('2026-01-05T12:00:00Z'), ...why };
	context.db.insert(sessionTimes).values(time).run();
	context.db
		.update(sessions)
		.set({ ...moved, timeVersion: 2 })
		.where(eq(sessions.id, sessionId))
		.run();
	context.setNow('2026-01-25T12:00:00Z');
	must(draw(1));
	const standing = standingDraw(draws());
	expect(standing).toContain(sessionId);
	expect(elsewhere.filter((id) => standing.has(id))).toEqual(draws()[1]!.drawn.map((one) => one.sessionId));
	expect(reviewObservationPlan(context, lead, cohortId)!.planned.map(({ session }) => session.id)).toContain(sessionId);
});
