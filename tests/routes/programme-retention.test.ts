import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { paths } from '#app/paths.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenExit, givenSessionStates, givenWall } from '#tests/support/wall.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

const ID = programmeIdOf({ slug: 'caring-dads', version: '1', variant: null });
const HERS = programmeIdOf({ slug: 'inspiring-families-non-abusing', version: '1', variant: null });

const NORTH = `
	David Ashworth | P P P P P P
	Peter Bello    | P P P P A P
	Robert Carr    | P P P
	Adam Dunne     | _ P P P P P
	Ben Eze        | N
`;
const RIVER = `
	Carl Finch   | P P P P
	Dean Gough   | P P
	Evan Hale    | P
	Farid Iqbal  | _ P P P
`;

type Place = { readonly areaId: never; readonly venueId: never; readonly roomId: never };

function givenTwo() {
	const context = testContext({ now: '2026-03-02T09:00:00Z' });
	const [north, river] = [givenPlaces(context), givenPlaces(context, 'Riverside')];
	const his = givenGroup(context, north as Place, { name: 'Northern group', wall: NORTH, held: 'H H H X H H' });
	const other = givenGroup(context, river as Place, { name: 'River group', wall: RIVER, held: 'H H H H' });
	givenExit(context, his.cohort, his.members.get('Robert Carr')!, { on: '2026-02-10', afterPlan: 3 });
	givenExit(context, his.cohort, his.members.get('Ben Eze')!, { on: '2026-02-10', afterPlan: 1 });
	const leave = (name: string, afterPlan: number, more: { kind?: 'removed'; reason?: string } = {}) =>
		givenExit(context, other.cohort, other.members.get(name)!, { on: '2026-02-20', afterPlan, ...more });
	leave('Dean Gough', 2, { reason: 'missed-too-many' });
	leave('Evan Hale', 1, { kind: 'removed', reason: 'behaviour-outside' });
	const both = { areaIds: [north.areaId, river.areaId], sides: ['perpetrator' as const] };
	return {
		...{ context, north, river, his, other },
		coordinator: givenStaff(context, { name: 'Kit Mensah', roles: ['coordinator'], ...both }),
		northern: givenStaff(context, { name: 'Nia North', roles: ['coordinator'], areaIds: [north.areaId] }),
		lead: givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] }),
		reader: givenStaff(context, { name: 'Ash Reader', roles: ['read-only'], ...both }),
	};
}

type Group = { readonly name: string; readonly wall: string; readonly held: string };

function givenGroup(context: TestContext, place: Place, { name, wall, held }: Group) {
	const cohort = givenCohort(context, { ...place, name });
	givenSessionStates(context, cohort, held);
	return { cohort, members: givenWall(context, cohort, wall) };
}

test('the cohorts are pooled, each watched up to its own last session', async () => {
	const { context, coordinator } = givenTwo();
	const { status, text } = await visit(context, paths.programmeRetention(ID), { as: coordinator });
	expect(status).toBe(200);
	expect(text).toContain('From a place to completion, 2 cohorts together');
	expect(text).toContain('Had a place 9 89% (8 of 9)');
	expect(text).toContain('Started 8 0% (0 of 3) 2 left by themselves 1 removed by the service 5 in progress');
	// At risk at session 2: who began at 1 and was still there, and the two who came then.
	for (const row of ['1 6 0 0% 1 17% 83%', '2 7 1 12% 0 17% 71%', '3 6 1 24% 0 17% 60%', '6 3 0 24% 0 17% 60%']) {
		expect(text).toContain(row);
	}
});

test('cohorts, areas and programmes are compared by their curves and the log-rank test, which says what it does not prove', async () => {
	const { context, coordinator, his } = givenTwo();
	const cohorts = await visit(context, paths.programmeRetention(ID), { as: coordinator });
	expect(cohorts.text).toContain('A: Northern group, Northfield');
	expect(cohorts.text).toContain('B: River group, Riverside');
	expect(cohorts.html).toContain(`href="${paths.retention(his.cohort.cohortId)}"`);
	expect(cohorts.text).toMatch(/Log-rank test over all exits: chi-square \d+\.\d\d, 1 degree of freedom, p = 0\.\d+/);
	expect(cohorts.text).toContain('Some groups are small, so the test is rough: read the counts.');
	expect(cohorts.text).toContain('a difference never says what caused it');
	const areas = await visit(context, paths.programmeRetention(ID, { compare: 'areas' }), { as: coordinator });
	expect(areas.text).toContain('Who stays, area by area');
	expect(areas.text).toContain('A: Northfield');
	const programmes = await visit(context, paths.programmeRetention(ID, { compare: 'programmes' }), { as: coordinator });
	expect(programmes.text).toContain('There are not two groups to compare.');
	const more = givenGroup(context, givenPlaces(context, 'Third') as Place, { name: 'X', wall: RIVER, held: 'H H' });
	const change = {
		areaId: his.cohort && (coordinator.areaIds[0] as never),
		programmeSlug: 'inspiring-families-abusing',
	};
	context.db.update(schema.cohorts).set(change).where(eq(schema.cohorts.id, more.cohort.cohortId)).run();
	const two = await visit(context, paths.programmeRetention(ID, { compare: 'programmes' }), { as: coordinator });
	expect(two.text).toMatch(/B: .*Inspiring Families/);
	expect(two.text).toContain('Programmes of one side, session by session: they differ in length');
	// Only the comparison takes the other programme in.
	expect(two.text).toContain('From a place to completion, 2 cohorts together');
});

test('an area is a filter, and nothing of another area is in any figure', async () => {
	const { context, coordinator, northern, river, north } = givenTwo();
	const asked = paths.programmeRetention(ID, { areaId: north.areaId });
	const filtered = await visit(context, asked, { as: coordinator });
	expect(filtered.text).toContain('1 cohort together');
	expect(filtered.text).toContain('Had a place 5 80% (4 of 5)');
	const theirs = await visit(context, paths.programmeRetention(ID), { as: northern });
	expect(theirs.text).toContain('Had a place 5 80% (4 of 5)');
	for (const told of ['River', 'behaviour']) expect(theirs.text).not.toContain(told);
	const elsewhere = paths.programmeRetention(ID, { areaId: river.areaId });
	expect((await visit(context, elsewhere, { as: northern })).text).toContain('There is no cohort of this programme');
});

test('each count of a cohort leads to its people', async () => {
	const { context, coordinator, other } = givenTwo();
	const { html, text } = await visit(context, paths.programmeRetention(ID), { as: coordinator });
	const href = paths.retention(other.cohort.cohortId);
	for (const fate of ['in-progress', 'left', 'removed']) expect(html).toContain(`href="${href}#${fate}"`);
	expect(text).toContain('River group Riverside Had a place 4 Started 4 Completed 0 In progress 2');
});

test('who reads no reasons sees the figures without them; facilitators, observers and administrators see no such page', async () => {
	const { context, reader, lead } = givenTwo();
	const { text } = await visit(context, paths.programmeRetention(ID), { as: reader });
	expect(text).toContain('The reasons are not yours to read.');
	expect(text).toContain('Had a place 9');
	for (const told of ['missed too many', 'behaviour', 'Ashworth']) expect(text.toLowerCase()).not.toContain(told);
	expect((await visit(context, paths.programmeRetention(ID), { as: lead })).text).toContain('Missed too many sessions');
	for (const roles of [['facilitator'], ['observer'], ['administrator'], ['partner-support']] as const) {
		const as = givenStaff(context, { roles, sides: roles[0] === 'partner-support' ? ['survivor'] : ['perpetrator'] });
		expect((await visit(context, paths.programmeRetention(ID), { as })).status).toBe(404);
		expect((await visit(context, paths.programmeRetentionFile(ID), { as })).status).toBe(404);
	}
});

test('a programme of the other side has no cohort for who works on this one, whatever there is', async () => {
	const { context, coordinator } = givenTwo();
	const before = await visit(context, paths.programmeRetention(HERS), { as: coordinator });
	expect(before.text).toContain('There is no cohort of this programme that you may read here.');
	const place = givenPlaces(context, 'Eastmoor');
	const hers = { programmeSlug: 'inspiring-families-non-abusing', side: 'survivor' as const, name: 'Her group' };
	const cohort = givenCohort(context, { ...place, areaId: coordinator.areaIds[0]!, ...hers });
	givenMember(context, cohort, { programmeSlug: hers.programmeSlug });
	const after = await visit(context, paths.programmeRetention(HERS), { as: coordinator });
	expect(after.text).toBe(before.text);
	const compared = await visit(context, paths.programmeRetention(ID, { compare: 'programmes' }), { as: coordinator });
	expect(compared.text).not.toContain('Non-abusing');
});

test('a published figure stands beside ours out of the same people, once every ending of terms that are over is recorded', async () => {
	const { context, coordinator, other } = givenTwo();
	const ask = async () => (await visit(context, paths.programmeRetention(ID), { as: coordinator })).text;
	expect(await ask()).toContain(
		'around half completed Out of men who attended the first session Ours No term is over yet Out of those who attended at least once',
	);
	context.db
		.update(schema.cohorts)
		.set({ state: 'finished' })
		.where(eq(schema.cohorts.id, other.cohort.cohortId))
		.run();
	expect(await ask()).toContain('Ours Not comparable yet: 2 endings not recorded');
	expect(await ask()).toContain('2 places of terms that are over have no recorded ending');
	for (const name of ['Carl Finch', 'Farid Iqbal']) {
		const { enrolmentId } = other.members.get(name)!;
		context.db.update(schema.enrolments).set({ state: 'completed' }).where(eq(schema.enrolments.id, enrolmentId)).run();
	}
	const text = await ask();
	expect(text).toContain(
		'around half completed Out of men who attended the first session Ours 50% (2 of 4) completed, 95% range 15% to 85% Out of those who attended at least once',
	);
	expect(text).toMatch(
		/37\.8% ended early Out of 35 samples .*? was not found\. Ours 25% \(1 of 4\) left by themselves/,
	);
	expect(text).toContain('50% (2 of 4) left or were removed');
	expect(text).toContain('NSPCC, Caring Dads Safer Children, learning from delivering the programme, 2016');
});

test('the file that leaves the team is by area, names nobody and hides counts from 1 to 4', async () => {
	const { context, coordinator } = givenTwo();
	const file = await visit(context, paths.programmeRetentionFile(ID), { as: coordinator });
	expect(file.status).toBe(200);
	expect(file.headers.get('content-type')).toContain('text/csv');
	expect(file.headers.get('content-disposition')).toBe(`attachment; filename="retention-${ID}.csv"`);
	expect(file.html).toContain('Northfield,hidden,hidden,hidden,hidden,hidden,hidden,hidden');
	expect(file.html).toContain('Riverside,hidden,hidden,hidden,hidden,hidden,hidden,hidden');
	for (const told of ['Ashworth', 'Northern group']) expect(file.html).not.toContain(told);
});

test('the page of many cohorts takes as many queries as that of one', async () => {
	for (const compare of ['cohorts', 'areas', 'programmes']) {
		const counts: number[] = [];
		for (const more of [0, 12]) {
			const { context, coordinator, north } = givenTwo();
			for (let at = 0; at < more; at += 1) {
				const group = { name: `Group ${at}`, wall: RIVER, held: 'H H H' };
				givenGroup(context, north as Place, group);
			}
			const ask = () => visit(context, paths.programmeRetention(ID, { compare }), { as: coordinator });
			await ask();
			counts.push(await countQueries(context.db, ask));
		}
		expect(counts[1]).toBe(counts[0]);
	}
});

test('more cohorts than lines can be told apart are a table without a drawing', async () => {
	const { context, coordinator, north } = givenTwo();
	for (let at = 0; at < 5; at += 1) givenGroup(context, north as Place, { name: `G${at}`, wall: RIVER, held: 'H H H' });
	const { text, html } = await visit(context, paths.programmeRetention(ID), { as: coordinator });
	expect(text).toContain('More than 5 lines cannot be told apart, so they are not drawn.');
	expect(text).toContain('G: G4, Northfield');
	expect(html).not.toContain('chart__curve--3');
});
