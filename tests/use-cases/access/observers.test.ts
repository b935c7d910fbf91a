import { expect, test } from 'vitest';
import { assignObserver, takeBackObserver } from '#app/use-cases/access/assign-observer.ts';
import { listObservedSessions } from '#db/queries/access/observers.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import { findSession } from '#db/queries/sessions.ts';
import { testContext } from '#tests/support/context.ts';
import { givenTwoSides } from '#tests/support/families.ts';
import { givenStaff } from '#tests/support/world.ts';

function town() {
	const context = testContext();
	const two = givenTwoSides(context);
	const owen = givenStaff(context, { name: 'Owen Hart', roles: ['observer'], sides: [] });
	const [first, second] = two.his.sessionIds as [(typeof two.his.sessionIds)[0], (typeof two.his.sessionIds)[0]];
	const assignment = { sessionId: first!, staffId: owen.staffId };
	return { context, ...two, owen, first: first!, second: second!, assignment };
}

test('an observer opens the session that a lead assigns, without a name, and no other, until it is taken back', () => {
	const { context, adam, lead, owen, first, second, assignment } = town();
	expect(findSession(context.db, owen, first)).toBeNull();
	expect(assignObserver(context, lead, assignment)).toMatchObject({ done: true });
	expect(findSession(context.db, owen, first)).toMatchObject({ planNumber: 1 });
	expect(findSession(context.db, owen, second)).toBeNull();
	expect(listObservedSessions(context.db, owen).map(({ id }) => id)).toEqual([first]);
	expect(listRegisterRows(context.db, owen, first)).toMatchObject([{ name: `REF-${adam.personId}`, note: null }]);
	expect(takeBackObserver(context, lead, assignment)).toMatchObject({ done: true });
	expect(findSession(context.db, owen, first)).toBeNull();
	expect(listObservedSessions(context.db, owen)).toEqual([]);
	expect(takeBackObserver(context, lead, assignment)).toMatchObject({ code: 'not-found' });
});

test('what was assigned shows nothing to somebody whose role of observer is gone', () => {
	const { context, lead, owen, first, assignment } = town();
	assignObserver(context, lead, assignment);
	const without = { ...owen, roles: ['facilitator'] as const };
	expect(findSession(context.db, without, first)).toBeNull();
	expect(listObservedSessions(context.db, without)).toEqual([]);
});

test.each(['sam', 'worker', 'hisCoordinator'] as const)('%s assigns nobody', (who) => {
	const { context, assignment, ...staff } = town();
	expect(assignObserver(context, staff[who], assignment)).toMatchObject({ code: 'not-found' });
	expect(takeBackObserver(context, staff[who], assignment)).toMatchObject({ code: 'not-found' });
});
