import { expect, test } from 'vitest';
import { visit } from '#tests/support/app.ts';
import { givenCohort } from '#tests/support/world.ts';
import { accepts, asked, givenLeave, givenTeams } from '../use-cases/team/given.ts';

test('who arranges cover asks several at once, sees why others cannot only where they may, and takes it back', async () => {
	const { context, sam, kim, max, leila, lead, hisCoordinator, tonight, areaId } = givenTeams();
	givenLeave(context, max, '2026-03-10');
	givenCohort(context, { areaId, name: 'Other group', team: [leila] });
	const path = `/sessions/${tonight}/cover`;
	const page = await visit(context, path, { as: hisCoordinator });
	expect(page.text).toContain('Nobody has been asked yet.');
	expect(page.text).toMatch(
		/Leila Haddad Why Not accredited for this programme on that day; With Other group at that time/,
	);
	expect(page.text).toMatch(/Max Berg Why Not available/);
	expect((await visit(context, path, { as: lead })).text).toMatch(/Max Berg Why On leave/);
	const own = await visit(context, path, { as: sam });
	expect(own.text).toMatch(/Leila Haddad Why Not available/);
	const nothing = await visit(context, path, { as: hisCoordinator, form: {} });
	expect([nothing.status, nothing.text.includes('Choose who cannot come')]).toEqual([400, true]);
	const nobody = await visit(context, path, { as: hisCoordinator, form: { absentId: sam.staffId } });
	expect([nobody.status, nobody.text.includes('Choose at least one person to ask')]).toEqual([422, true]);
	const form = { absentId: sam.staffId, coveringIds: [kim.staffId] };
	const sent = await visit(context, path, { as: hisCoordinator, form });
	expect([sent.status, sent.location]).toEqual([302, `${path}?said=asked`]);
	expect((await visit(context, path, { as: hisCoordinator })).text).toContain('Waits for an answer');
	const [coverId] = [
		...(await visit(context, path, { as: hisCoordinator })).html.matchAll(/name="coverId" value="(\w+)"/g),
	];
	const back = { as: hisCoordinator, form: { coverId: coverId![1]! } };
	expect((await visit(context, `${path}/end`, back)).location).toBe(`${path}?said=taken-back`);
	expect((await visit(context, `${path}/end`, back)).location).toBe(`${path}?said=too-late`);
	expect((await visit(context, `${path}/end`, { as: hisCoordinator, form: {} })).status).toBe(404);
});

test('whoever is asked finds it on their day and among their notices, and answers once they are signed in', async () => {
	const world = givenTeams();
	const { context, kim, max, hisCoordinator, tonight } = world;
	const [toKim, toMax] = asked(world, tonight, kim, max);
	const path = `/covers/${toKim}`;
	expect((await visit(context, path)).location).toBe('/sign-in');
	expect((await visit(context, '/today', { as: kim })).html).toContain(`href="${path}"`);
	expect((await visit(context, '/notices', { as: kim })).html).toContain(`href="${path}"`);
	const page = await visit(context, path, { as: kim });
	for (const said of ['Tuesday 10 March', 'Caring Dads', 'Sam Okafor']) expect(page.text).toContain(said);
	for (const kept of ['Tuesday group', 'Adam', 'Stone']) expect(page.text).not.toContain(kept);
	for (const who of [max, hisCoordinator]) expect((await visit(context, path, { as: who })).status).toBe(404);
	const stale = await visit(context, path, { as: kim, form: { answer: 'accept', timeVersion: '9' } });
	expect([stale.status, stale.text.includes('The session was moved meanwhile')]).toEqual([409, true]);
	const form = { answer: 'accept', timeVersion: '1' };
	expect((await visit(context, path, { as: kim, form })).location).toBe(`${path}?said=accepted`);
	expect((await visit(context, path, { as: kim })).html).toContain(`href="/sessions/${tonight}"`);
	const second = await visit(context, `/covers/${toMax}`, { as: max, form });
	expect([second.status, second.text.includes('Somebody else accepted a moment before you')]).toEqual([409, true]);
	expect(second.text).toContain('Thank you for looking');
	expect((await visit(context, `/sessions/${tonight}/register`, { as: kim })).status).toBe(200);
	expect((await visit(context, '/notices', { as: hisCoordinator })).html).toContain(
		`href="/sessions/${tonight}/cover"`,
	);
	const elsewhere = world.his.cohortId;
	expect((await visit(context, `/cohorts/${elsewhere}`, { as: kim })).status).toBe(404);
});

test('somebody who works with the other side by now reads of the session no more than that they are not needed', async () => {
	const world = givenTeams();
	const { context, kim, lead, his, hers, tonight } = world;
	const [coverId] = asked(world, tonight, kim);
	const { cohortPairs, teamMembers } = await import('#db/schema/index.ts');
	const pair = { perpetratorCohortId: his.cohortId, survivorCohortId: hers.cohortId };
	context.db
		.insert(cohortPairs)
		.values({ ...pair, linkedBy: lead.staffId, linkedAt: context.clock.now() })
		.run();
	context.db
		.insert(teamMembers)
		.values({ cohortId: hers.cohortId, staffId: kim.staffId, duty: 'co-facilitator' })
		.run();
	const page = await visit(context, `/covers/${coverId}`, { as: kim });
	expect(page.text).toContain('You are not needed for this session any more.');
	for (const kept of ['Caring Dads', '10 March', 'Sam Okafor', 'Northfield']) expect(page.text).not.toContain(kept);
	const form = { answer: 'accept', timeVersion: '1' };
	expect((await visit(context, `/covers/${coverId}`, { as: kim, form })).status).toBe(409);
});

test('the team page counts who delivered what, and shows cover to come', async () => {
	const world = givenTeams();
	const { context, sam, kim, hisCoordinator, his, tonight } = world;
	const [coverId] = asked(world, tonight, kim);
	accepts(world, kim, coverId!);
	const { sessions } = await import('#db/schema/index.ts');
	const { inArray } = await import('drizzle-orm');
	context.db
		.update(sessions)
		.set({ state: 'held' })
		.where(inArray(sessions.id, his.sessionIds.slice(0, 8)))
		.run();
	const path = `/cohorts/${his.cohortId}/team`;
	const page = await visit(context, path, { as: hisCoordinator });
	expect(page.text).toMatch(/Sam Okafor Sessions 8 of 8/);
	expect(page.text).toContain('The same people delivered each of the 8 sessions that went ahead.');
	expect(page.text).toMatch(/Kim Diaz In place of Sam Okafor Session Session 9/);
	expect((await visit(context, path, { as: sam })).text).not.toContain('Change the team');
	const shown = /name="shown" value="([^"]+)"/.exec(page.html)![1]!;
	const day = { 'from-day': '10', 'from-month': '3', 'from-year': '2026' };
	const form = { leadId: kim.staffId, shown, ...day };
	const first = await visit(context, path, { as: hisCoordinator, form });
	expect([first.status, first.text.includes('Kim Diaz for Sam Okafor on Tuesday 10 March')]).toEqual([422, true]);
	const said = await visit(context, path, { as: hisCoordinator, form: { ...form, covers: 'end' } });
	expect(said.location).toBe(`${path}?said=changed`);
	expect((await visit(context, path, { as: hisCoordinator, form: { shown, ...day } })).status).toBe(400);
});
