import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { CohortState } from '#app/domain/cohorts/cohort.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenExit, givenSessionStates, givenWall } from '#tests/support/wall.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

const HELD = Array(17).fill('H').join(' ');

type Past = { readonly areaId: CohortPlace['areaId']; readonly name: string; readonly programmeSlug?: string };
type CohortPlace = ReturnType<typeof givenPlaces>;

/** Seven attended all along, two left after session 2, one after session 5; two never came, one of them without an exit. */
function givenPast(context: TestContext, { programmeSlug = 'caring-dads', ...options }: Past) {
	const cohort = givenCohort(context, { ...options, programmeSlug, firstDay: '2025-06-03' });
	givenSessionStates(context, cohort, HELD);
	const all = (sessions: number) => Array(sessions).fill('P').join(' ');
	const drawing = [
		...['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => `${name} Stayed | ${all(17)}`),
		...['H', 'I'].map((name) => `${name} Early | ${all(2)}`),
		`J Later | ${all(5)}`,
		'K Never | N N',
		'L Silent | N N',
	];
	const members = givenWall(context, cohort, drawing.join('\n'));
	const exit = (name: string, afterPlan: number) =>
		givenExit(context, cohort, members.get(name)!, { on: '2025-08-01', afterPlan });
	exit('H Early', 2);
	exit('I Early', 2);
	exit('J Later', 5);
	exit('K Never', 2);
	setState(context, cohort.cohortId, 'finished');
	context.db
		.update(schema.enrolments)
		.set({ programmeSlug })
		.where(eq(schema.enrolments.cohortId, cohort.cohortId))
		.run();
}

function setState({ db }: TestContext, cohortId: CohortId, state: CohortState) {
	db.update(schema.cohorts).set({ state }).where(eq(schema.cohorts.id, cohortId)).run();
}

function givenGroup(people: number, options: { state: CohortState; reached?: number }) {
	const context = testContext();
	const places = givenPlaces(context);
	const cohort = givenCohort(context, {
		...places,
		firstDay: options.state === 'running' ? '2026-01-13' : '2026-09-01',
	});
	for (let index = 0; index < people; index += 1) givenMember(context, cohort, { familyName: `Member${index}` });
	setState(context, cohort.cohortId, options.state);
	const coordinator = givenStaff(context, { name: 'Kit Mensah', roles: ['coordinator'], areaIds: [places.areaId] });
	const read = async (as = coordinator) => (await visit(context, `/cohorts/${cohort.cohortId}`, { as })).text;
	return { context, places, cohort, coordinator, read };
}

test('a group that is too small to start says so, with what earlier cohorts say of how many to invite', async () => {
	const { context, places, read } = givenGroup(4, { state: 'recruiting' });
	expect(await read()).toContain('4 places taken. 6 are needed to start.');
	expect(await read()).toContain('too few to say how many will stay');
	givenPast(context, { areaId: places.areaId, name: 'Last year' });
	givenPast(context, { areaId: givenPlaces(context, 'Southfield').areaId, name: 'Elsewhere' });
	givenPast(context, {
		areaId: places.areaId,
		name: 'Of another programme',
		programmeSlug: 'inspiring-families-abusing',
	});
	const text = await read();
	expect(text).toContain(
		'Of 12 people who had a place in 1 earlier cohort of this programme in this area, 7 stayed to the end: 58%, 95% range 32% to 81%.',
	);
	// 5 ÷ 0.807 = 6.2 and 5 ÷ 0.320 = 15.6.
	expect(text).toContain('At that rate 7 to 16 places have to be taken for 5 people');
	expect(text).toContain('The programme takes 15 at most.');
	expect(text).toContain('no rule');
});

test('a running group below the viable size is a warning, whatever the history', async () => {
	const { read } = givenGroup(4, { state: 'running' });
	expect(await read()).toContain('4 people still here. Fewer than 5 do not keep this group going');
});

test('a running group that is likely to fall below it is told from those who got as far, and a large one is not', async () => {
	const { context, places, read } = givenGroup(6, { state: 'running' });
	expect(await read()).not.toContain('keep this group going');
	givenPast(context, { areaId: places.areaId, name: 'Last year' });
	givenPast(context, { areaId: places.areaId, name: 'The year before' });
	const text = await read();
	// The seventh session has begun: of those who were there after it nobody left any more.
	expect(text).toContain('Of 14 people who were there after session 7 in 2 earlier cohorts');
	expect(text).toContain('14 stayed to the end: 100%');
	expect(text).not.toContain('likely to fall below');
});

test('a facilitator compares with what they may read themselves, a lead with all of it, and a finished cohort says nothing', async () => {
	const { context, places, cohort, read } = givenGroup(4, { state: 'running' });
	givenPast(context, { areaId: places.areaId, name: 'Last year' });
	givenPast(context, { areaId: places.areaId, name: 'The year before' });
	const sam = givenStaff(context);
	const { cohortId } = cohort;
	context.db.insert(schema.teamMembers).values({ cohortId, staffId: sam.staffId, duty: 'lead-facilitator' }).run();
	expect(await read(sam)).toContain('Fewer than 5');
	expect(await read(sam)).not.toContain('earlier cohorts of this programme in this area,');
	expect(await read(givenStaff(context, { name: 'Max Lead', roles: ['lead'] }))).toContain('2 earlier cohorts');
	setState(context, cohortId, 'finished');
	expect(await read()).not.toContain('Fewer than 5');
});
