import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { endCalendarFeed } from '#app/use-cases/calendar/end-calendar-feed.ts';
import { makeCalendarFeed } from '#app/use-cases/calendar/make-calendar-feed.ts';
import { openCalendarFeed } from '#app/use-cases/calendar/open-calendar-feed.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

function givenFeed(context: TestContext = testContext()) {
	const { areaId, venueId } = givenPlaces(context);
	const actor = givenStaff(context);
	const cohort = givenCohort(context, { areaId, venueId, team: [actor], sessionCount: 3 });
	const made = makeCalendarFeed(context, actor);
	if (!made.done) throw new Error(made.code);
	return { context, actor, areaId, venueId, ...cohort, secret: made.value.secret };
}

test('a calendar address opens the sessions of every cohort on whose team its owner is, and of no other', () => {
	const { context, actor, areaId, secret, sessionIds } = givenFeed();
	const colleague = givenStaff(context);
	givenCohort(context, { areaId, team: [colleague], sessionCount: 2, name: 'Somebody else’s' });
	const second = givenCohort(context, { areaId, team: [colleague, actor], sessionCount: 1, firstDay: '2026-05-01' });
	const feed = openCalendarFeed(context, secret);
	expect(feed?.owner.staffId).toBe(actor.staffId);
	expect(feed?.entries.map(({ sessionId }) => sessionId)).toEqual([...sessionIds, ...second.sessionIds]);
});

test('only a hash of the address is kept', () => {
	const { context, secret } = givenFeed();
	const [kept] = context.db.select().from(schema.calendarFeeds).all();
	expect(JSON.stringify(kept)).not.toContain(secret);
	expect(secret.length).toBeGreaterThanOrEqual(22);
});

test('a new address ends the one before, and an ended one opens nothing', () => {
	const { context, actor, secret } = givenFeed();
	const again = makeCalendarFeed(context, actor);
	expect(openCalendarFeed(context, secret)).toBeNull();
	const second = again.done ? again.value.secret : '';
	expect(openCalendarFeed(context, second)?.entries).toHaveLength(3);
	endCalendarFeed(context, actor);
	expect(openCalendarFeed(context, second)).toBeNull();
	expect(openCalendarFeed(context, 'never made')).toBeNull();
});

test('access is judged at every fetch: not for a closed account, nor without a role, nor off the team', () => {
	const { context, actor, cohortId, secret } = givenFeed();
	const { db } = context;
	const ofActor = eq(schema.staff.id, actor.staffId);
	db.update(schema.staff).set({ state: 'deactivated' }).where(ofActor).run();
	expect(openCalendarFeed(context, secret)).toBeNull();
	db.update(schema.staff).set({ state: 'active' }).where(ofActor).run();
	expect(openCalendarFeed(context, secret)?.entries).toHaveLength(3);
	db.delete(schema.teamMembers).where(eq(schema.teamMembers.cohortId, cohortId)).run();
	expect(openCalendarFeed(context, secret)?.entries).toEqual([]);
	db.delete(schema.staffRoles).where(eq(schema.staffRoles.staffId, actor.staffId)).run();
	expect(openCalendarFeed(context, secret)).toBeNull();
});

test('the operator has no calendar', () => {
	const context = testContext();
	expect(makeCalendarFeed(context, OPERATOR)).toMatchObject({ code: 'not-found' });
	expect(endCalendarFeed(context, OPERATOR)).toMatchObject({ code: 'not-found' });
});
