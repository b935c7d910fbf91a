import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenExit, givenSessionStates, givenWall } from '#tests/support/wall.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

function givenList() {
	const context = testContext();
	const north = givenPlaces(context);
	const south = givenPlaces(context, 'Southgate');
	const sam = givenStaff(context);
	const lead = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	return { context, north, south, sam, lead };
}

function setState({ db }: TestContext, id: string, state: 'recruiting' | 'running' | 'finished'): void {
	db.update(schema.cohorts)
		.set({ state })
		.where(eq(schema.cohorts.id, id as typeof schema.cohorts.$inferSelect.id))
		.run();
}

test('a line says where, when, how far, how many are still taking part, and what waits to be filled in', async () => {
	const { context, north, lead } = givenList();
	const cohort = givenCohort(context, north);
	context.db
		.insert(schema.meetingSlots)
		.values({ cohortId: cohort.cohortId, weekday: 'tuesday', startTime: '18:30' as never })
		.run();
	givenSessionStates(context, cohort, 'H H H H H H H');
	const members = givenWall(
		context,
		cohort,
		'Alex Smith | P P P P P P P\nChris Jones | P P P\nPat Brown | N P P P P P -',
	);
	givenExit(context, cohort, members.get('Chris Jones')!, { on: '2026-01-30', afterPlan: 3 });
	const { text, html } = await visit(context, '/cohorts', { as: lead });
	expect(html).toContain('<title>Cohorts - Plumbline</title>');
	expect(text).toContain('Tuesday group Running Caring Dads');
	expect(text).toContain('Northfield, Northfield Centre Tuesdays, 6:30pm');
	expect(text).toContain('Session 7 of 17 Next: session 8, 3 March 2026');
	expect(text).toMatch(/Still taking part 2 of 3 .*Open registers 1 to fill in/);
});

test('filters by state and area are addresses, and each says how many it finds', async () => {
	const { context, north, south, lead } = givenList();
	const spring = givenCohort(context, { ...north, name: 'Spring group' });
	const summer = givenCohort(context, { ...north, name: 'Summer group' });
	givenCohort(context, { ...south, name: 'Harbour group' });
	setState(context, summer.cohortId, 'recruiting');
	setState(context, spring.cohortId, 'running');
	const all = await visit(context, '/cohorts', { as: lead });
	expect(all.text).toContain('All 3 Recruiting 1 Running 2');
	const running = await visit(context, `/cohorts?state=running&area=${north.areaId}`, { as: lead });
	expect(running.text).toContain('Spring group');
	expect(running.text).not.toContain('Summer group');
	expect(running.text).not.toContain('Harbour group');
	expect(running.html).toMatch(/aria-current="true">Running <span class="filter-chips__count">1</);
});

test('an unknown filter opens the list, and a page past the end shows the last one', async () => {
	const { context, north, lead } = givenList();
	givenCohort(context, north);
	const answer = await visit(context, '/cohorts?state=%27&page=99', { as: lead });
	expect(answer.status).toBe(200);
	expect(answer.text).toContain('Tuesday group');
});

test('everybody sees their own cohorts and counts of those alone', async () => {
	const { context, north, south, sam } = givenList();
	givenCohort(context, { ...north, name: 'Mine', team: [sam] });
	givenCohort(context, { ...north, name: 'Not mine' });
	givenCohort(context, { ...south, name: 'Far away' });
	const mine = await visit(context, '/cohorts', { as: sam });
	expect(mine.text).toContain('1 cohort');
	expect(mine.text).not.toContain('Not mine');
	expect(mine.html).not.toContain('Southgate');
	expect(mine.html).not.toContain('/cohorts/new');
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [south.areaId] });
	const theirs = await visit(context, '/cohorts', { as: coordinator });
	expect(theirs.text).toContain('Far away');
	expect(theirs.text).not.toContain('Northfield');
	expect(theirs.html).toContain('href="/cohorts/new"');
});

test('a list without cohorts says what to do', async () => {
	const { context, sam, lead } = givenList();
	expect((await visit(context, '/cohorts', { as: sam })).text).toContain('Ask your coordinator to add you to one.');
	expect((await visit(context, '/cohorts', { as: lead })).text).toContain('Lay out a cohort to plan its sessions');
});

test('more than twenty cohorts are parted into pages that keep the filter', async () => {
	const { context, north, lead } = givenList();
	for (let number = 1; number <= 21; number += 1) {
		givenCohort(context, { ...north, name: `Group ${String(number).padStart(2, '0')}`, sessionCount: 1 });
	}
	const first = await visit(context, '/cohorts?state=running', { as: lead });
	expect(first.text).toContain('Group 20');
	expect(first.text).not.toContain('Group 21');
	expect(first.html).toContain('href="/cohorts?state=running&amp;page=2"');
	expect((await visit(context, '/cohorts?state=running&page=2', { as: lead })).text).toContain('Group 21');
});

test('the list asks the database as often for one cohort as for thirty, and the page as often for one person as for thirty', async () => {
	const { context, north, lead } = givenList();
	const only = givenCohort(context, north);
	givenWall(context, only, 'Alex Smith | P');
	// Once before counting: what the app prepares once and keeps is no part of a page.
	for (const path of ['/cohorts', `/cohorts/${only.cohortId}`]) await visit(context, path, { as: lead });
	const list = await countQueries(context.db, () => visit(context, '/cohorts', { as: lead }));
	const page = await countQueries(context.db, () => visit(context, `/cohorts/${only.cohortId}`, { as: lead }));
	for (let number = 1; number <= 29; number += 1) {
		givenWall(context, givenCohort(context, { ...north, name: `Group ${number}` }), 'Alex Smith | P P P');
	}
	givenWall(context, only, Array.from({ length: 29 }, (_, index) => `Alex Number${index} | P A N`).join('\n'));
	// Once before counting: which people a page shows is kept as a set the first time.
	for (const path of ['/cohorts', `/cohorts/${only.cohortId}`]) await visit(context, path, { as: lead });
	expect(await countQueries(context.db, () => visit(context, '/cohorts', { as: lead }))).toBe(list);
	expect(await countQueries(context.db, () => visit(context, `/cohorts/${only.cohortId}`, { as: lead }))).toBe(page);
	expect(list).toBeGreaterThan(0);
});
