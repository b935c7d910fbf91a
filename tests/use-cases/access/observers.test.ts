import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { contactKey } from '#app/domain/people/contact-address.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { SafeContactId } from '#app/domain/shared/ids.ts';
import { teamMark } from '#app/domain/team/change-team.ts';
import { assignObserver, takeBackObserver } from '#app/use-cases/access/assign-observer.ts';
import { askForCover } from '#app/use-cases/team/ask-for-cover.ts';
import { changeTeam } from '#app/use-cases/team/change-team.ts';
import { listObservedSessions } from '#db/queries/access/observers.ts';
import { listTeams } from '#db/queries/cohorts.ts';
import { listSessionObservations } from '#db/queries/observations/session-observations.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import { findSession } from '#db/queries/sessions.ts';
import * as schema from '#db/schema/index.ts';
import { moveOffTeam } from '#db/stores/team/teams.ts';
import { testContext } from '#tests/support/context.ts';
import { givenTwoSides } from '#tests/support/families.ts';
import { givenObservation } from '#tests/support/observations.ts';
import { givenStaff } from '#tests/support/world.ts';
import { accepts, asked, givenAccreditation, givenTeams } from '../team/given.ts';

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

/** Kim may stand in for Sam and observe; it is noon, and the session is tonight. */
function evening() {
	const teams = givenTeams();
	const { context, tonight } = teams;
	const roles = ['facilitator', 'observer'] as const;
	const owen = givenStaff(context, { name: 'Owen Hart', roles: [...roles] });
	givenAccreditation(context, owen);
	return { ...teams, owen, assignment: { sessionId: tonight, staffId: owen.staffId } };
}

test('nobody observes what they deliver: neither who stands in, nor who is asked to, nor who was on the team then', () => {
	const town = evening();
	const { context, lead, sam, owen, next, assignment } = town;
	const [coverId] = asked(town, assignment.sessionId, owen);
	expect(assignObserver(context, lead, assignment)).toMatchObject({ code: 'on-the-team' });
	expect(accepts(town, owen, coverId!)).toMatchObject({ done: true });
	expect(assignObserver(context, lead, assignment)).toMatchObject({ code: 'on-the-team' });
	expect(assignObserver(context, lead, { ...assignment, sessionId: next })).toMatchObject({ done: true });
	// Sam has left by a change of team since; what he delivered before stays his.
	context.db.insert(schema.staffRoles).values({ staffId: sam.staffId, role: 'observer' }).run();
	moveOffTeam(context.db, town.his.cohortId, sam.staffId, context.clock.now());
	const held = { staffId: sam.staffId, sessionId: town.his.sessionIds[0]! };
	expect(assignObserver(context, lead, held)).toMatchObject({ code: 'on-the-team' });
});

test('who observes a session is not asked to stand in at it and joins no team of it, and nobody is told why', () => {
	const town = evening();
	const { context, lead, hisCoordinator, sam, owen, his, assignment } = town;
	const ask = () =>
		askForCover(context, hisCoordinator, {
			...{ sessionId: assignment.sessionId, absentId: sam.staffId },
			coveringIds: [owen.staffId],
		});
	const join = () =>
		changeTeam(context, hisCoordinator, {
			...{ cohortId: his.cohortId, from: calendarDay('2026-03-10'), covers: null },
			shown: teamMark(listTeams(context.db, [his.cohortId])),
			team: [
				{ staffId: sam.staffId, duty: 'lead-facilitator' },
				{ staffId: owen.staffId, duty: 'co-facilitator' },
			],
		});
	expect(assignObserver(context, lead, assignment)).toMatchObject({ done: true });
	expect(ask()).toEqual({ done: false, code: 'not-available', details: { name: 'Owen Hart' } });
	expect(join()).toEqual({ done: false, code: 'not-available', details: { name: 'Owen Hart' } });
	expect(takeBackObserver(context, lead, assignment)).toMatchObject({ done: true });
	expect(ask()).toMatchObject({ done: true });
	expect(join()).toMatchObject({ done: true });
});

test('who has a place in the cohort themself does not observe it, however their address is written', () => {
	const { context, adam, lead, owen, sam, assignment } = town();
	const address = 'Owen.Hart+group@example.org';
	context.db.update(schema.staff).set({ email: 'owenhart@example.org' }).where(eq(schema.staff.id, owen.staffId)).run();
	context.db
		.insert(schema.safeContacts)
		.values({
			...{
				id: context.ids.next<SafeContactId>(),
				personId: adam.personId,
				channel: 'email',
				address,
				addressKey: contactKey(address),
			},
			...{ safeDays: 'monday', safeFrom: clockTime('09:00'), safeUntil: clockTime('17:00') },
			...{ setBy: sam.staffId, setAt: context.clock.now(), reviewBy: calendarDay('2026-12-01') },
		})
		.run();
	expect(assignObserver(context, lead, assignment)).toMatchObject({ code: 'on-the-team' });
	context.db.update(schema.safeContacts).set({ supersededAt: context.clock.now() }).run();
	expect(assignObserver(context, lead, assignment)).toMatchObject({ done: true });
});

test('nobody is assigned to a session that did not go ahead', () => {
	const { context, lead, assignment } = town();
	const cancelled = { state: 'cancelled', stateReason: 'Flooded' } as const;
	context.db.update(schema.sessions).set(cancelled).where(eq(schema.sessions.id, assignment.sessionId)).run();
	expect(assignObserver(context, lead, assignment)).toMatchObject({ code: 'session-cancelled' });
});

test('a lead is no second rater of what leads can read already, however they came to it; who reads nothing is', () => {
	const { context, lead, owen, first, second, assignment } = town();
	const lena = givenStaff(context, { name: 'Lena Ford', roles: ['lead', 'observer'] });
	const ada = givenStaff(context, { name: 'Ada Lind', roles: ['observer'], sides: [] });
	const assign = (staffId: typeof lena.staffId, sessionId = first) =>
		assignObserver(context, lead, { sessionId, staffId });
	assignObserver(context, lead, assignment);
	expect(assign(lena.staffId)).toMatchObject({ done: true });
	givenObservation(context, { sessionId: first, observerId: owen.staffId });
	// Assigned before that she reads nothing of it; once she takes it back she does, and is not assigned again.
	expect(takeBackObserver(context, lena, { sessionId: first, staffId: lena.staffId })).toMatchObject({ done: true });
	expect(listSessionObservations(context.db, lena, first)).toMatchObject({ isApart: false });
	expect(assign(lena.staffId)).toMatchObject({ code: 'may-have-read' });
	expect(assign(ada.staffId)).toMatchObject({ done: true });
	expect(assign(lena.staffId, second)).toMatchObject({ done: true });
});
