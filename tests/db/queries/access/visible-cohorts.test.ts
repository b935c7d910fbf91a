import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Actor, OPERATOR } from '#app/domain/access/actor.ts';
import type { Access, AccessTarget } from '#app/domain/access/policy.ts';
import { anyOf, mayOn, visibleCohorts, visibleSessions } from '#db/queries/visible-cohorts.ts';
import { cohorts, sessions, teamMembers } from '#db/schema/index.ts';
import { givenStaff } from '#tests/support/world.ts';
import { givenTwoSides, observe, somebody, type TwoSides } from './given.ts';

function seen(world: TwoSides, actor: Actor, may: Access = 'read', what: AccessTarget = 'cohort'): string {
	const { db } = world.context;
	const rows = db
		.select({ id: cohorts.id })
		.from(cohorts)
		.where(visibleCohorts(db, actor, may, what))
		.all();
	const named = { his: world.his.cohortId, hers: world.hers.cohortId, far: world.far.cohortId };
	const found = Object.entries(named).filter(([, cohortId]) => rows.some(({ id }) => id === cohortId));
	for (const [name, cohortId] of Object.entries(named)) {
		const isFound = found.some(([other]) => other === name);
		expect(mayOn(db, actor, may, what, cohortId)).toBe(isFound);
	}
	return found.map(([name]) => name).join(' ');
}

test('a facilitator sees the cohorts on whose team they are, and no other of their side or area', () => {
	const world = givenTwoSides();
	expect(seen(world, world.sam)).toBe('his');
	expect(seen(world, world.noor)).toBe('hers');
	expect(seen(world, somebody(world, 'facilitator'))).toBe('');
	expect(seen(world, world.sam, 'write', 'safe-contact')).toBe('his');
	expect(seen(world, world.sam, 'write', 'register')).toBe('');
	expect(seen(world, world.sam, 'write', 'cohort')).toBe('');
});

test('a team lets somebody in until the days for corrections are over', () => {
	const world = givenTwoSides();
	const { db, clock } = world.context;
	db.update(teamMembers).set({ endedAt: clock.now() }).where(eq(teamMembers.staffId, world.sam.staffId)).run();
	expect(seen(world, world.sam)).toBe('');
	expect(seen(world, world.noor)).toBe('hers');
});

test('an area lets somebody in together with its side', () => {
	const world = givenTwoSides();
	const { north, south } = world.areas;
	expect(seen(world, somebody(world, 'coordinator'))).toBe('his');
	expect(seen(world, somebody(world, 'coordinator', { sides: ['survivor'] }))).toBe('hers');
	expect(seen(world, somebody(world, 'coordinator', { sides: ['perpetrator', 'survivor'] }))).toBe('his hers');
	expect(seen(world, somebody(world, 'coordinator', { areaIds: [south] }))).toBe('far');
	expect(seen(world, somebody(world, 'coordinator', { areaIds: [north, south] }))).toBe('his far');
	expect(seen(world, somebody(world, 'coordinator', { areaIds: [] }))).toBe('');
	expect(seen(world, somebody(world, 'coordinator', { sides: [] }))).toBe('');
	expect(seen(world, somebody(world, 'read-only'))).toBe('his');
	expect(seen(world, somebody(world, 'read-only'), 'read', 'register.notes')).toBe('');
	expect(seen(world, somebody(world, 'partner-support', { sides: ['survivor'] }))).toBe('hers');
});

test('a lead sees every cohort, an administrator and somebody without a role none, the operator all', () => {
	const world = givenTwoSides();
	expect(seen(world, somebody(world, 'lead', { areaIds: [], sides: [] }))).toBe('his hers far');
	expect(seen(world, somebody(world, 'administrator'))).toBe('');
	expect(seen(world, somebody(world, 'facilitator', { roles: [] }))).toBe('');
	expect(seen(world, OPERATOR, 'write', 'cohort')).toBe('his hers far');
});

test('to observe a session, to have opened a record, or to work with a family lets nobody into a cohort', () => {
	const world = givenTwoSides();
	const observer = somebody(world, 'observer');
	observe(world, world.his.sessionIds[0]!, observer);
	expect(seen(world, observer, 'read', 'session')).toBe('');
	const { him } = world.people;
	expect(seen(world, somebody(world, 'facilitator', { opened: [him] }), 'read', 'register.marks')).toBe('');
	const worker = somebody(world, 'partner-support', { sides: [] });
	expect(seen(world, worker, 'read', 'register.marks')).toBe('');
	expect(seen(world, worker, 'write', 'safe-contact')).toBe('');
});

test('an observer sees the sessions that they were assigned to, and what hangs on those', () => {
	const world = givenTwoSides();
	const { db } = world.context;
	const [first, second] = world.his.sessionIds;
	const observer = givenStaff(world.context, { roles: ['observer'] });
	const other = givenStaff(world.context, { roles: ['observer'] });
	observe(world, first!, observer);
	observe(world, world.hers.sessionIds[0]!, other);
	const found = (actor: Actor, may: Access = 'read', what: AccessTarget = 'session') =>
		db
			.select({ id: sessions.id })
			.from(sessions)
			.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
			.where(visibleSessions(db, actor, may, what))
			.orderBy(sessions.id)
			.all()
			.map(({ id }) => id);
	expect(found(observer)).toEqual([first]);
	expect(found(observer, 'read', 'register.marks')).toEqual([first]);
	expect(found(observer, 'read', 'register.notes')).toEqual([]);
	expect(found(observer, 'write', 'session')).toEqual([]);
	expect(found(other)).toEqual([world.hers.sessionIds[0]]);
	expect(found(world.sam)).toEqual([first, second]);
	observe(world, first!, world.noor);
	// Assigned to a session without being an observer: the policy grants that role alone.
	expect(found(world.noor)).toEqual(world.hers.sessionIds);
	expect(found(OPERATOR).length).toBe(6);
});

test('of no condition nothing passes, and a missing one adds nothing', () => {
	const world = givenTwoSides();
	const { db } = world.context;
	const count = (conditions: Parameters<typeof anyOf>[0]) =>
		db.select().from(cohorts).where(anyOf(conditions)).all().length;
	expect(count([])).toBe(0);
	expect(count([null])).toBe(0);
	expect(count([null, eq(cohorts.id, world.his.cohortId)])).toBe(1);
	expect(count([eq(cohorts.id, world.far.cohortId), eq(cohorts.id, world.his.cohortId)])).toBe(2);
});
