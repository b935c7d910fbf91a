import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { paths } from '#app/paths.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenLog, givenSessionStates } from '#tests/support/wall.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

const PAGE = paths.programmeFidelity(programmeIdOf({ slug: 'caring-dads', version: '1', variant: null }));

/** Cohorts of four held sessions, of which the first three are logged: one as planned, in one everything left out. */
function givenCohorts(many = 2) {
	const context = testContext();
	const places = givenPlaces(context);
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const lead = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	const coordinator = givenStaff(context, { name: 'Kit Mensah', roles: ['coordinator'], areaIds: [places.areaId] });
	const programme = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	const cohorts = Array.from({ length: many }, (_, index) => {
		const cohort = givenCohort(context, { ...places, name: `Group ${index + 1}`, team: index === 0 ? [sam] : [] });
		givenSessionStates(context, cohort, 'H H H H X');
		for (const plan of [1, 2, 3]) {
			const left = programme.plans[plan - 1]!.activities.map(({ key }) => [key, 'not-delivered'] as const);
			givenLog(context, cohort, sam, { plan, ratings: index === 1 ? Object.fromEntries(left) : {} });
		}
		return cohort;
	});
	const rated = [1, 2, 3].reduce((sum, plan) => sum + programme.plans[plan - 1]!.activities.length, 0);
	return { context, places, sam, lead, coordinator, cohorts, rated };
}

test('each cohort has its own figures with their counts, a link to what they are made of, and its place by chance', async () => {
	const { context, lead, coordinator, cohorts, rated } = givenCohorts();
	for (const as of [lead, coordinator]) {
		const { status, text, html } = await visit(context, PAGE, { as });
		expect(status).toBe(200);
		const fidelity = paths.fidelity(cohorts[0]!.cohortId);
		for (const to of ['', '#adherence', '#sessions-heading']) expect(html).toContain(`href="${fidelity}${to}"`);
		expect(text).toContain(`Over all of them 50% (${rated} of ${2 * rated}) of the activities with a rating`);
		expect(text).toContain('2 cohorts of 2 lie further from the rest than chance alone explains');
		expect(text).toContain(`Sessions logged 3 of 4`);
		expect(text).toContain(`As intended 100% (${rated} of ${rated}) Band Good Against the rest above: past 99.9%`);
		expect(text).toContain(`As intended 0% (0 of ${rated}) Band Act Against the rest below: past 99.9%`);
		expect(text.indexOf('Group 1')).toBeLessThan(text.indexOf('Group 2'));
	}
});

test('a facilitator compares the cohorts whose logs they may read, and no other', async () => {
	const { context, sam } = givenCohorts();
	const { text } = await visit(context, PAGE, { as: sam });
	expect(text).toContain('Group 1');
	expect(text).not.toContain('Group 2');
	expect(text).toContain('None lies further from the rest than chance alone explains.');
});

test('a version counts with its variants, each cohort by its own plans, and a variant alone', async () => {
	const { context, places, sam, lead } = givenCohorts(1);
	const cohort = givenCohort(context, { ...places, name: 'Variant group', team: [sam] });
	const isCohort = eq(schema.cohorts.id, cohort.cohortId);
	context.db.update(schema.cohorts).set({ programmeVariant: '15-plus-2' }).where(isCohort).run();
	givenSessionStates(context, cohort, 'H');
	givenLog(context, cohort, sam, { plan: 1 });
	const { text } = await visit(context, PAGE, { as: lead });
	expect(text).toContain('Group 1');
	expect(text).toContain('Variant group');
	const alone = paths.programmeFidelity(programmeIdOf({ slug: 'caring-dads', version: '1', variant: '15-plus-2' }));
	const own = await visit(context, alone, { as: lead });
	expect(own.text).toContain('Variant group');
	expect(own.text).not.toContain('Group 1');
});

test('a log that waits for the reader’s own is kept back, and not one that is missing', async () => {
	const { context, cohorts } = givenCohorts(1);
	const both = givenStaff(context, { name: 'Bo Lind', roles: ['facilitator', 'lead'] });
	const { cohortId } = cohorts[0]!;
	context.db.insert(schema.teamMembers).values({ cohortId, staffId: both.staffId, duty: 'co-facilitator' }).run();
	const { text } = await visit(context, PAGE, { as: both });
	expect(text).toContain('0 of 4, 3 kept back until you have saved your own');
	givenLog(context, cohorts[0]!, both, { plan: 1 });
	expect((await visit(context, PAGE, { as: both })).text).toContain(
		'1 of 4, 2 kept back until you have saved your own',
	);
});

test('without a log there is nothing to compare, and without a cohort nothing to list', async () => {
	const { context, places, lead } = givenCohorts(0);
	expect((await visit(context, PAGE, { as: lead })).text).toContain('No cohort to compare');
	givenCohort(context, { ...places, name: 'New group', team: [] });
	const { text } = await visit(context, PAGE, { as: lead });
	expect(text).toContain('No cohort has a log yet, so there is nothing to compare.');
	expect(text).toContain('As intended no data Band No band Against the rest no data');
});

test('it asks as many queries for one cohort as for twenty', async () => {
	const one = givenCohorts(1);
	const twenty = givenCohorts(20);
	const few = await countQueries(one.context.db, () => visit(one.context, PAGE, { as: one.lead }));
	const many = await countQueries(twenty.context.db, () => visit(twenty.context, PAGE, { as: twenty.lead }));
	expect(many).toBe(few);
});

test('an unknown programme is not there, nor is the page for who reads no logs', async () => {
	const { context, lead } = givenCohorts();
	expect((await visit(context, paths.programmeFidelity('0'.repeat(13)), { as: lead })).status).toBe(404);
	const administrator = givenStaff(context, { roles: ['administrator'] });
	expect((await visit(context, PAGE, { as: administrator })).status).toBe(404);
});
