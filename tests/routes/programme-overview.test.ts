import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { paths } from '#app/paths.ts';
import { linkCohorts } from '#app/use-cases/families/link-cohorts.ts';
import { openTask } from '#app/use-cases/tasks/open-task.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenFamily, givenTwoSides } from '#tests/support/families.ts';
import { givenObservation } from '#tests/support/observations.ts';
import { givenLog, givenSessionStates, givenWall } from '#tests/support/wall.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

const ID = programmeIdOf({ slug: 'caring-dads', version: '1', variant: null });
const PAGE = paths.programmeOverview(ID);

/** Cohorts that began a week apart, the last the earliest, each with two held sessions, a log of the first, three people. */
function given(many = 2) {
	const context = testContext({ now: '2026-03-02T09:00:00Z' });
	const places = givenPlaces(context);
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const lead = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] });
	const cohorts = Array.from({ length: many }, (_, index) => {
		const firstDay = `2026-01-${String(27 - 7 * (index % 3)).padStart(2, '0')}`;
		const cohort = givenCohort(context, { ...places, name: `Group ${index + 1}`, firstDay, team: [sam] });
		givenSessionStates(context, cohort, 'H H');
		givenLog(context, cohort, sam, { plan: 1 });
		givenWall(context, cohort, 'Al One | P P\nBo Two | P N\nCy Three | N N');
		return cohort;
	});
	return { context, places, sam, lead, coordinator, cohorts };
}

test('a programme on one page: every number with its counts, and the way to what it is made of', async () => {
	const { context, lead, cohorts } = given();
	const [first] = cohorts as [(typeof cohorts)[0], (typeof cohorts)[0]];
	const about = { cohortId: first.cohortId, sessionId: first.sessionIds[0]! };
	openTask(context, context.db, OPERATOR, { kind: 'drift', cause: 'a fall', about, words: 'Below the limits' });
	openTask(context, context.db, OPERATOR, { kind: 'supervision', cause: 'a wish', about, words: 'How to go on' });
	givenObservation(context, { sessionId: first.sessionIds[1]!, observerId: lead.staffId });
	const { status, text, html } = await visit(context, PAGE, { as: lead });
	expect(status).toBe(200);
	expect(text).toMatch(/Take a session to supervision 1/);
	expect(text).toMatch(/Look at a change in what is delivered 1/);
	expect(text).toMatch(/Release an observation 1/);
	// Sessions 2 to 5 of the one and 2 to 6 of the other are past.
	expect(text).toMatch(/Delivery log missing 9/);
	expect(text).toMatch(/Had a place 6/);
	expect(text).toMatch(/Started 4/);
	expect(html).toContain(`href="${paths.sessionObservations(first.sessionIds[1]!)}"`);
	expect(html).toContain(`href="${paths.programmeRetention(ID)}#cohorts"`);
	for (const { cohortId } of cohorts) {
		for (const anchor of ['#sessions-heading', '#adherence']) {
			expect(html).toContain(`href="${paths.fidelity(cohortId)}${anchor}"`);
		}
		expect(html).toContain(`href="${paths.retention(cohortId)}#funnel-heading"`);
	}
	// Every anchor on the page itself is there.
	const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => id !== 'main-content');
	expect(anchors.length).toBeGreaterThan(4);
	for (const id of anchors) expect(html).toContain(`id="${id}"`);
});

test('cohorts stand in the order in which they start, with what is few marked, and nothing is said of an open term', async () => {
	const { context, lead, cohorts } = given();
	const { text, html } = await visit(context, PAGE, { as: lead });
	expect(text.indexOf('Group 2 Northfield, from 20 January')).toBeGreaterThan(0);
	expect(text.indexOf('Group 2 Northfield')).toBeLessThan(text.indexOf('Group 1 Northfield'));
	expect(text).toContain('Sessions held 2 of 17');
	expect(text).toMatch(/Stayed 100% \(2 of 2\) few/);
	expect(html).toContain('aria-label="100% (2 of 2), stayed, Group 1"');
	expect(text).toContain('Completed term goes on');
	const isFirst = eq(schema.cohorts.id, cohorts[0]!.cohortId);
	context.db.update(schema.cohorts).set({ state: 'finished' }).where(isFirst).run();
	expect((await visit(context, PAGE, { as: lead })).text).toMatch(/Completed 0% \(0 of 3\) few/);
});

test('a coordinator finds their own areas and nothing of what waits for a lead; nobody else finds the page', async () => {
	const { context, sam, coordinator, cohorts } = given();
	const other = givenPlaces(context, 'Riverside');
	givenCohort(context, { ...other, name: 'Elsewhere group' });
	const about = { cohortId: cohorts[0]!.cohortId, sessionId: cohorts[0]!.sessionIds[0]! };
	openTask(context, context.db, OPERATOR, { kind: 'drift', cause: 'a fall', about, words: 'Below the limits' });
	const { status, text } = await visit(context, PAGE, { as: coordinator });
	expect(status).toBe(200);
	expect(text).toContain('Group 1');
	expect(text).toContain('Gaps in delivery');
	for (const words of ['Elsewhere', 'Waiting for a lead', 'Look at a change', 'linked pairs']) {
		expect(text).not.toContain(words);
	}
	const others = (['administrator', 'observer', 'read-only', 'partner-support'] as const).map((role) =>
		givenStaff(context, { roles: [role], areaIds: [other.areaId] }),
	);
	for (const as of [sam, ...others]) expect((await visit(context, PAGE, { as })).status).toBe(404);
});

test('of linked pairs a lead reads what became of the families; for whoever may not see both sides there is no such part', async () => {
	const context = testContext({ now: '2026-03-02T09:00:00Z' });
	const { areaId, his, hers, adam, bea, lead, worker, hisCoordinator, herCoordinator } = givenTwoSides(context);
	const { db } = context;
	expect(linkCohorts(context, lead, { cohortId: his.cohortId, otherId: hers.cohortId })).toMatchObject({ done: true });
	const members = [
		[adam.personId, 'father'],
		[bea.personId, 'mother'],
	] as const;
	givenFamily(context, { areaId, by: worker, reference: 'F-1', members });
	const alone = givenMember(context, his, { givenName: 'Carl' });
	givenFamily(context, {
		areaId,
		by: worker,
		reference: 'F-2',
		members: [[alone.personId, 'father']],
	});
	const outcome = async () => (await visit(context, PAGE, { as: lead })).text;
	expect(await outcome()).toMatch(/Families in linked pairs .*Both completed 0 .*In progress 1 .*on one side only 1/);
	const settle = (enrolmentId: typeof adam.enrolmentId, state: 'completed' | 'left') =>
		db
			.update(schema.enrolments)
			.set({
				state,
				...(state === 'left' ? { exitKind: 'left', exitReason: 'work', exitOn: calendarDay('2026-02-20') } : {}),
			} as never)
			.where(eq(schema.enrolments.id, enrolmentId))
			.run();
	settle(adam.enrolmentId, 'completed');
	settle(bea.enrolmentId, 'completed');
	expect(await outcome()).toMatch(/Both completed 1 .*In progress 0/);
	expect(await outcome()).toContain('Families in linked pairs: both completed Family F-1');
	for (const as of [hisCoordinator, herCoordinator]) {
		const page = await visit(context, PAGE, { as });
		expect(page.text).not.toMatch(/linked pairs|Family F-|Both completed/);
	}
	const hersId = programmeIdOf({ slug: 'inspiring-families-non-abusing', version: '1', variant: null });
	expect((await visit(context, paths.programmeOverview(hersId), { as: lead })).text).toMatch(/Both completed 1/);
});

test('a lead who teaches his side reads nothing of the families of that pair, by either programme', async () => {
	const context = testContext({ now: '2026-03-02T09:00:00Z' });
	const { areaId, his, hers, adam, bea, lead, worker } = givenTwoSides(context);
	linkCohorts(context, lead, { cohortId: his.cohortId, otherId: hers.cohortId });
	const members = [
		[adam.personId, 'father'],
		[bea.personId, 'mother'],
	] as const;
	givenFamily(context, { areaId, by: worker, reference: 'F-1', members });
	const hersId = programmeIdOf({ slug: 'inspiring-families-non-abusing', version: '1', variant: null });
	const lena = givenStaff(context, { name: 'Lena Ford', roles: ['lead', 'facilitator'] });
	const told = () =>
		Promise.all(
			[PAGE, paths.programmeOverview(hersId)].map(async (page) =>
				(await visit(context, page, { as: lena })).text.includes('Families in linked pairs'),
			),
		);
	expect(await told()).toEqual([true, true]);
	context.db
		.insert(schema.teamMembers)
		.values({ cohortId: his.cohortId, staffId: lena.staffId, duty: 'co-facilitator' })
		.run();
	expect(await told()).toEqual([false, false]);
	expect((await visit(context, PAGE, { as: lead })).text).toContain('Families in linked pairs');
});

test('what happens on her side changes no byte of the page of his coordinator', async () => {
	const build = (withHers: boolean) => {
		const context = testContext({ now: '2026-03-02T09:00:00Z' });
		const world = givenTwoSides(context);
		if (withHers) {
			givenSessionStates(context, world.hers, 'H H');
			linkCohorts(context, world.lead, { cohortId: world.his.cohortId, otherId: world.hers.cohortId });
			const members = [[world.adam.personId, 'father']] as const;
			givenFamily(context, { areaId: world.areaId, by: world.worker, members });
		}
		return visit(context, PAGE, { as: world.hisCoordinator });
	};
	const [one, other] = await Promise.all([build(false), build(true)]);
	expect(one.status).toBe(200);
	expect(other.text).toBe(one.text);
});

test('it asks as many queries for one cohort as for twenty', async () => {
	const [one, twenty] = [given(1), given(20)];
	const few = await countQueries(one.context.db, () => visit(one.context, PAGE, { as: one.lead }));
	const many = await countQueries(twenty.context.db, () => visit(twenty.context, PAGE, { as: twenty.lead }));
	expect(many).toBe(few);
});

test('a lead’s Today leads to it first, and the page of the programme does', async () => {
	const { context, lead, coordinator, sam } = given();
	const today = await visit(context, paths.today(), { as: lead });
	const main = today.html.slice(today.html.indexOf('<main'));
	expect(/<a [^>]*href="([^"]+)"/.exec(main)?.[1]).toBe(PAGE);
	for (const as of [coordinator, sam]) {
		expect((await visit(context, paths.today(), { as })).html).not.toContain(PAGE);
	}
	expect((await visit(context, paths.programme(ID), { as: coordinator })).html).toContain(PAGE);
	expect((await visit(context, paths.programme(ID), { as: sam })).html).not.toContain(PAGE);
});

test('an unknown programme has none, and one without cohorts says so', async () => {
	const { context, lead } = given(0);
	expect((await visit(context, paths.programmeOverview('0'.repeat(13)), { as: lead })).status).toBe(404);
	const { text } = await visit(context, PAGE, { as: lead });
	expect(text).toContain('No cohort yet');
	expect(text).toContain('Nobody has had a place.');
});
