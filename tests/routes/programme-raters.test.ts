import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { paths } from '#app/paths.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenObservation } from '#tests/support/observations.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

const ID = programmeIdOf({ slug: 'caring-dads', version: '1', variant: null });

function given() {
	const context = testContext({ now: '2026-06-01T12:00:00Z' });
	const place = givenPlaces(context);
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const [owen, ada] = ['Owen Hart', 'Ada Novak'].map((name) => givenStaff(context, { name, roles: ['observer'] }));
	const ruth = givenStaff(context, { name: 'Ruth Lead', roles: ['lead'] });
	const { sessionIds } = givenCohort(context, { ...place, team: [sam], sessionCount: 12 });
	const twice = (at: number, first: readonly number[], second: readonly number[]) => {
		const sessionId = sessionIds[at]!;
		givenObservation(context, { sessionId, observerId: owen!.staffId, scores: first });
		givenObservation(context, { sessionId, observerId: ada!.staffId, scores: second });
	};
	const see = (as: StaffActor) => visit(context, paths.programmeRaters(ID), { as });
	return { context, sam, ruth, owen: owen!, ada: ada!, sessionIds, twice, see };
}

test('without two raters there is nothing to compare; with few sessions the counts stand and the correlation does not', async () => {
	const { context, ruth, owen, sessionIds, twice, see } = given();
	givenObservation(context, { sessionId: sessionIds[11]!, observerId: owen.staffId });
	expect((await see(ruth)).text).toContain('Nothing to compare yet');
	twice(0, [3, 1, 2], [3, 2, 0]);
	const { text, html } = await see(ruth);
	expect(text).toContain('Of 2 observed sessions, 1 was scored by two raters with the same form.');
	expect(text).toContain('Scored alike: 33% (1 of 3) of the items that both scored. At most one apart: 67% (2 of 3) .');
	expect(text).toContain('not calculable yet: it takes 10 sessions with two raters, and there is 1');
	expect(text).toContain('Scored alike every time: 1 item.');
	expect(html).toContain(`href="${paths.sessionObservations(sessionIds[0]!)}"`);
	for (const name of ['Owen', 'Ada']) expect(text).not.toContain(name);
});

test('from ten sessions on the correlation stands with its interval and how many it is over', async () => {
	const { ruth, twice, see } = given();
	const pairs = [
		[0, 1],
		[1, 1],
		[2, 3],
		[3, 3],
		[1, 0],
		[2, 2],
		[3, 2],
		[0, 0],
		[2, 1],
		[3, 3],
	] as const;
	for (const [at, [one, other]] of pairs.entries()) twice(at, [one], [other]);
	// B = 2 · (Σ of the squares of the pairs’ means around 1.65) / 9 = 2 · 10.525 / 9; W = 2.5 / 10: (B − W) / (B + W).
	const [between, within] = [(2 * 10.525) / 9, 2.5 / 10];
	const { text } = await see(ruth);
	expect(text).toContain(
		`Intraclass correlation ${((between - within) / (between + within)).toFixed(2)}, 95% interval 0.`,
	);
	expect(text).toContain('over 10 sessions : form (1,1)');
});

test('a lead who is to observe a session themself judges alone: it is not in the figures until all have submitted', async () => {
	const { context, ruth, sessionIds, twice, see } = given();
	twice(0, [3], [2]);
	const seat = { assignedAt: context.clock.now(), assignedBy: ruth.staffId };
	context.db
		.insert(schema.sessionObservers)
		.values({ sessionId: sessionIds[0]!, staffId: ruth.staffId, ...seat })
		.run();
	expect((await see(ruth)).text).toContain('Nothing to compare yet');
	givenObservation(context, { sessionId: sessionIds[0]!, observerId: ruth.staffId, scores: [1] });
	expect((await see(ruth)).text).toContain('Scored alike: 0% (0 of 1)');
});

test('leads alone have the page, and a lead who delivered the session reads none of its scores', async () => {
	const { context, sam, owen, twice, see } = given();
	twice(0, [3], [2]);
	for (const as of [sam, owen, givenStaff(context, { roles: ['coordinator'] })])
		expect((await see(as)).status).toBe(404);
	const leading = givenStaff(context, { roles: ['lead', 'facilitator'] });
	expect((await see(leading)).text).toContain('Scored alike: 0% (0 of 1)');
	const { cohortId } = context.db.select().from(schema.sessions).get()!;
	context.db.insert(schema.teamMembers).values({ cohortId, staffId: leading.staffId, duty: 'co-facilitator' }).run();
	expect((await see(leading)).text).toContain('Nothing to compare yet');
	expect((await visit(context, '/programmes/0000000000000/raters', { as: leading })).status).toBe(404);
});

test('many sessions take no more queries than one', async () => {
	const { context, ruth, twice, see } = given();
	twice(0, [3], [2]);
	await see(ruth);
	const few = await countQueries(context.db, () => see(ruth));
	for (const at of [1, 2, 3, 4]) twice(at, [1, 2], [2, 2]);
	expect(await countQueries(context.db, () => see(ruth))).toBe(few);
});
