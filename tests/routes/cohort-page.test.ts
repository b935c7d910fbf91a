import { expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { restrictPerson } from '#app/use-cases/access/restrict-person.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenExit, givenLog, givenSessionStates, givenWall } from '#tests/support/wall.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

// Worked by hand. Today is Tuesday 3 March: session 5 was cancelled, session 7 was last week, session 8 is tonight.
const WALL = `
	David Ashworth | P P P P - P P
	Peter Bello    | E P P A - P P
	Tom Carrick    | P P P E - L P
	James Donnelly | P L P P - E P
	Robert Eze     | P c P N - E -
	Kevin Farrow   | P A N N - P P
	Martin Gough   | P P P P - P P
	Steven Hanif   | P c P c - A P
	Imran Iqbal    | _ P P P - P P
	Ola Jensen     | P P P
	Paul King      | P P P
	Luke Lowe      | P A P P - P
`;

function givenTuesdayGroup() {
	const context = testContext();
	const places = givenPlaces(context);
	const sam = givenStaff(context);
	const cohort = givenCohort(context, { ...places, team: [sam] });
	givenSessionStates(context, cohort, 'H H H H X H H');
	const members = givenWall(context, cohort, WALL);
	const exit = (name: string, options: Parameters<typeof givenExit>[3]) =>
		givenExit(context, cohort, members.get(name)!, options);
	exit('Ola Jensen', { on: '2026-02-02', afterPlan: 3, reason: 'motivation-changed', note: 'Rang from the bus stop' });
	exit('Paul King', { on: '2026-01-30', afterPlan: 3 });
	exit('Luke Lowe', { on: '2026-02-19', afterPlan: 6, reason: 'behaviour-in-sessions', kind: 'removed' });
	givenLog(context, cohort, sam, { plan: 1 });
	givenLog(context, cohort, sam, { plan: 2, ratings: { close: 'not-delivered' } });
	givenLog(context, cohort, sam, { plan: 3, ratings: { costs: 'delivery-changed', close: null } });
	givenLog(context, cohort, sam, { plan: 4, ratings: { 'child-led': 'not-delivered', attention: 'not-delivered' } });
	givenLog(context, cohort, sam, { plan: 6 });
	const coordinator = givenStaff(context, { name: 'Kit Mensah', roles: ['coordinator'], areaIds: [places.areaId] });
	return { context, places, sam, coordinator, cohort, members, path: `/cohorts/${cohort.cohortId}` };
}

test('the page says how many are taking part, what was delivered and who can still complete, each with its counts', async () => {
	const { context, coordinator, path } = givenTuesdayGroup();
	const { status, text, html } = await visit(context, path, { as: coordinator });
	expect(status).toBe(200);
	expect(html).toContain('<title>Cohort - Plumbline</title>');
	expect(text).toContain('Northfield · started 13 January 2026');
	expect(text).toContain('Caring Dads');
	expect(text).toContain('Still taking part 9 of 12 who started Left: 2 after session 3 and 1 after session 6');
	// 5 + 4 + 4 + 3 + 5 of 5 + 5 + 4 + 5 + 5 rated: 21 of 24; session 4 lacked two core activities, session 7 has no log.
	expect(text).toContain(
		'88% 21 of 24 activities; 2 core activities missed; 1 session without a log; 1 activity not rated',
	);
	expect(text).toContain('Can still complete 8 of 9 Kevin Farrow cannot any more');
});

test('every figure leads to the rows that it is made of, on this page or the next', async () => {
	const { context, coordinator, cohort, path } = givenTuesdayGroup();
	const { html } = await visit(context, path, { as: coordinator });
	const [people, sessions] = [
		`${paths.retention(cohort.cohortId)}#people`,
		`${paths.fidelity(cohort.cohortId)}#sessions-heading`,
	];
	for (const [figure, href] of [
		['9, of 12 who started, Still taking part', people],
		['88%, Delivered as planned', sessions],
		['8, of 9, Can still complete', '#people-heading'],
		['6 of 7 that were due, of 17 in the plan, sessions held', sessions],
		['100% (6 of 6), attended by David Ashworth', '#marks-1'],
	] as const) {
		const found = new RegExp(`href="([^"]+)" aria-label="${figure.replaceAll(/[()]/g, '\\$&')}"`).exec(html)?.[1];
		expect([figure, found]).toEqual([figure, href]);
	}
	for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
	for (const what of ['minutes of activities', 'core activities', 'adaptable activities', 'as intended']) {
		expect(html).toMatch(new RegExp(`href="${sessions}" aria-label="\\d+% [^"]*, ${what}"`));
	}
	expect([...html.matchAll(/href="#marks-\d+"/g)]).toHaveLength(12);
	expect([...html.matchAll(/received by /g)]).toHaveLength(9);
});

test('the schedule says when it ends and what was cancelled', async () => {
	const { context, coordinator, path } = givenTuesdayGroup();
	const { text } = await visit(context, path, { as: coordinator });
	expect(text).toContain('Ends 5 May 2026. 1 session cancelled, none moved. Session 5 was cancelled: venue flooded.');
});

test('the curve and the bars are drawn, named, and have their numbers in a table', async () => {
	const { context, coordinator, path } = givenTuesdayGroup();
	const { html, text } = await visit(context, path, { as: coordinator });
	expect(html.match(/<svg[^>]* role="img" aria-labelledby="[a-z]+-title [a-z]+-description"/g)).toHaveLength(2);
	expect(html).toContain('After session 7, 75% still taking part: 9 of 12 who started.');
	expect(text).toContain('After session People at risk Left Still taking part 95% band');
	// 12 at risk at session 3, two of whom left: 10/12; then one of 10 after session 6: 9/12.
	expect(text).toMatch(/3 12 2 83% 48% to 96% 4 10 0 83%/);
	expect(text).toContain('6 10 1 75% 41% to 91%');
	expect(text).toContain('4 60% (3 of 5) 33% (1 of 3) 60% (3 of 5) 0 5 Cancelled');
	expect(text).toContain('7 No log yet');
	expect(text).toContain('A core activity was not delivered in session 4. No log yet: session 7.');
});

test('the register can be read by ear: every cell says what it means', async () => {
	const { context, coordinator, path } = givenTuesdayGroup();
	const { html, text } = await visit(context, path, { as: coordinator });
	expect(text).toContain(
		'Robert Eze ✓ Attended c Caught up ✓ Attended N No contact × Session cancelled E Left early – Not yet recorded · To come',
	);
	expect(html).toMatch(/<th scope="row" class="heat-map__person">David Ashworth<\/th>/);
	expect(text).toContain('Session 4 , Tuesday 3 February 2026');
});

test('attendance stands with its counts and its range, and a gap in the register is named', async () => {
	const { context, coordinator, path } = givenTuesdayGroup();
	const { text } = await visit(context, path, { as: coordinator });
	expect(text).toContain('Peter Bello REF-');
	expect(text).toContain('83% (5 of 6) 95% range 44% to 97%');
	expect(text).toContain('60% (3 of 5) 95% range 23% to 88% 1 not yet recorded');
	// 6+5+6+6+3+3+6+3+5 of those still there, and 3+3+4 of those who left.
	expect(text).toContain('those who left included: 84% (53 of 63)');
});

test('whoever cannot complete any more is told apart, with the reason', async () => {
	const { context, coordinator, path } = givenTuesdayGroup();
	const { text } = await visit(context, path, { as: coordinator });
	expect(text).toContain('Cannot complete any more at best 13 of the 14 sessions needed');
	expect(text).toContain('May miss 5 more');
});

test('who has left stands with when and why, in two levels', async () => {
	const { context, coordinator, path } = givenTuesdayGroup();
	const { text } = await visit(context, path, { as: coordinator });
	expect(text).toContain('After session 3 Left, 2 February 2026');
	expect(text).toContain('Motivation and behaviour: motivation changed');
	expect(text).toContain('After session 6 Removed by the service, 19 February 2026');
	expect(text).toContain('Motivation and behaviour: behaviour in sessions');
});

test('the words of an exit, and the ways to change the cohort, are only for those who may have them', async () => {
	const { context, coordinator, sam, path, cohort, members } = givenTuesdayGroup();
	const arranging = await visit(context, path, { as: coordinator });
	expect(arranging.text).toContain('Rang from the bus stop');
	expect(arranging.html).toContain(`href="/cohorts/${cohort.cohortId}/members/new"`);
	expect(arranging.html).toContain(`href="/enrolments/${members.get('Peter Bello')!.enrolmentId}/exit"`);
	const delivering = await visit(context, path, { as: sam });
	expect(delivering.text).toContain('Motivation and behaviour: motivation changed');
	expect(delivering.html).not.toContain('Rang from the bus stop');
	expect(delivering.html).not.toContain('/members/new');
	expect(delivering.html).not.toContain('/exit');
});

test('the words of the exit of a restricted person are only for who may be shown the name', async () => {
	const { context, coordinator, path, members } = givenTuesdayGroup();
	const lead = givenStaff(context, { roles: ['lead'] });
	const { personId } = members.get('Ola Jensen')!;
	restrictPerson(context, lead, { personId, version: null, readerIds: [lead.staffId] });
	expect((await visit(context, path, { as: lead })).text).toContain('Rang from the bus stop');
	const { text } = await visit(context, path, { as: coordinator });
	expect(text).toContain('Motivation and behaviour: motivation changed');
	expect(text).not.toContain('Rang from the bus stop');
});

test('a cohort that is not yours is answered with the same bytes as one that does not exist', async () => {
	const { context, path } = givenTuesdayGroup();
	const stranger = givenStaff(context, { name: 'Lee Park' });
	const nowhere = await visit(context, '/cohorts/nosuchcohort', { as: stranger });
	const theirs = await visit(context, path, { as: stranger });
	expect([theirs.status, nowhere.status]).toEqual([404, 404]);
	expect(theirs.html).toBe(nowhere.html);
	const elsewhere = givenPlaces(context, 'Southgate');
	const away = givenStaff(context, { roles: ['coordinator'], areaIds: [elsewhere.areaId] });
	expect((await visit(context, path, { as: away })).status).toBe(404);
});

test('an administrator has no case data: there is no such page', async () => {
	const { context, path } = givenTuesdayGroup();
	const administrator = givenStaff(context, { roles: ['administrator'] });
	expect((await visit(context, path, { as: administrator })).status).toBe(404);
	expect((await visit(context, '/cohorts', { as: administrator })).status).toBe(404);
});

test('who is not signed in is sent to sign in', async () => {
	const { context, path } = givenTuesdayGroup();
	expect(await visit(context, path)).toMatchObject({ status: 302, location: '/sign-in' });
});

test('before the first session the page says how full the cohort is, and no figure stands for nothing', async () => {
	const context = testContext();
	const places = givenPlaces(context);
	const lead = givenStaff(context, { roles: ['lead'] });
	const cohort = givenCohort(context, { ...places, firstDay: '2026-04-14', places: 10 });
	givenWall(context, cohort, 'Alex Smith |');
	const { text, html } = await visit(context, `/cohorts/${cohort.cohortId}`, { as: lead });
	expect(text).toContain('starts 14 April 2026');
	expect(text).toContain('Places taken 1 of 10');
	expect(html).not.toContain('<svg');
	expect(text).not.toContain('0%');
});

test('with fewer than ten people the curve says so, and how much one person weighs', async () => {
	const context = testContext();
	const places = givenPlaces(context);
	const lead = givenStaff(context, { roles: ['lead'] });
	const cohort = givenCohort(context, places);
	givenSessionStates(context, cohort, 'H H');
	const members = givenWall(context, cohort, 'Alex Smith | P P\nChris Jones | P\nPat Brown | P P\nLou Green | P P');
	givenExit(context, cohort, members.get('Chris Jones')!, { on: '2026-01-14', afterPlan: 1 });
	const { text } = await visit(context, `/cohorts/${cohort.cohortId}`, { as: lead });
	expect(text).toContain('Only 4 people started: one more who leaves moves this line by about 25 percentage points.');
	expect(text).toContain('Left: 1 after session 1.');
});

test('after a change the page says what changed, and an unknown word says nothing', async () => {
	const { context, coordinator, path } = givenTuesdayGroup();
	expect((await visit(context, `${path}?said=exited`, { as: coordinator })).text).toContain('The exit is recorded.');
	expect((await visit(context, `${path}?said=hello`, { as: coordinator })).html).not.toContain('notification-banner');
});

test('names that are written with signs of markup are shown as text', async () => {
	const { context, coordinator, path, members } = givenTuesdayGroup();
	context.db.update(schema.people).set({ familyName: '<b>O’Neil</b>' }).run();
	const { html } = await visit(context, path, { as: coordinator });
	expect(members.size).toBe(12);
	expect(html).toContain('&lt;b&gt;O’Neil&lt;/b&gt;');
	expect(html).not.toContain('<b>O’Neil');
});

test('where late joiners make the curve differ from the plain share of starters, the page says why', async () => {
	const context = testContext();
	const places = givenPlaces(context);
	const cohort = givenCohort(context, places);
	givenSessionStates(context, cohort, 'H H H H H H H');
	const members = givenWall(
		context,
		cohort,
		`
		Adam Early | P
		Ben Early  | P P P P P P P
		Carl Late  | _ _ P P P P P
		Dan Late   | _ _ P P P P P
	`,
	);
	givenExit(context, cohort, members.get('Adam Early')!, { on: '2026-01-14', afterPlan: 1 });
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] });
	const { text } = await visit(context, `/cohorts/${cohort.cohortId}`, { as: coordinator });
	// One of the two at risk at session 1 left: 50%, although three of four starters are still there.
	expect(text).toContain('50% still taking part: 3 of 4 who started');
	expect(text).toContain('Those who joined later count from the session at which they came');
	expect(text).toContain('0 of 7 held sessions have a log. ');
	expect(text).not.toContain('no data of the activities');
});
