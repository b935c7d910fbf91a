import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { paths } from '#app/paths.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenLog, givenSessionStates, givenWall } from '#tests/support/wall.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

// Sessions 1 to 4 were held, 5 was cancelled; today is 3 March, and sessions 6 and 7 are past without an answer.
const WALL = `
	David Ashworth | P P P P
	Peter Bello    | P A P P
	Robert Eze     | P c P -
	Ola Jensen     | _ _ P N
`;

function givenGroup() {
	const context = testContext();
	const places = givenPlaces(context);
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const kezia = givenStaff(context, { name: 'Kezia Mensah' });
	const cohort = givenCohort(context, { ...places, team: [sam, kezia] });
	givenSessionStates(context, cohort, 'H H H H X');
	const members = givenWall(context, cohort, WALL);
	givenLog(context, cohort, sam, { plan: 1 });
	givenLog(context, cohort, sam, { plan: 2, ratings: { 'own-words': 'not-delivered' } });
	givenLog(context, cohort, sam, { plan: 3, ratings: { costs: 'delivery-changed', close: null } });
	const coordinator = givenStaff(context, { name: 'Kit Mensah', roles: ['coordinator'], areaIds: [places.areaId] });
	const lead = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	return { context, places, sam, kezia, coordinator, lead, cohort, members };
}

test('the five dimensions stand apart, each with its counts, its band and what is missing', async () => {
	const { context, coordinator, cohort } = givenGroup();
	const { status, text, html } = await visit(context, paths.fidelity(cohort.cohortId), { as: coordinator });
	expect(status).toBe(200);
	expect(html).toContain('<title>Fidelity - Plumbline</title>');
	console.log(text);
});

test('what each received', async () => {
	const { context, coordinator, cohort } = givenGroup();
	const { status, text } = await visit(context, paths.received(cohort.cohortId), { as: coordinator });
	expect(status).toBe(200);
	console.log(text);
	const file = await visit(context, paths.receivedFile(cohort.cohortId), { as: coordinator });
	console.log(file.html);
});
