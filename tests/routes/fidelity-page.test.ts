import { expect, test } from 'vitest';
import type { AdaptationId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenLog, givenSessionStates, givenWall } from '#tests/support/wall.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

// Worked by hand. Sessions 1 to 4 were held and 5 was cancelled; 6 and 7 are past without an answer. Session 4 has no log.
const WALL = `
	David Ashworth | P P P P
	Peter Bello    | P A P P
	Robert Eze     | P c P -
	Ola =Jensen    | _ _ P N
`;

function givenGroup(now?: string) {
	const context = testContext(now ? { now } : {});
	const places = givenPlaces(context);
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const kezia = givenStaff(context, { name: 'Kezia Mensah' });
	const cohort = givenCohort(context, { ...places, team: [sam, kezia] });
	givenSessionStates(context, cohort, 'H H H H X');
	givenWall(context, cohort, WALL);
	givenLog(context, cohort, sam, { plan: 1 });
	givenLog(context, cohort, sam, { plan: 2, ratings: { 'own-words': 'not-delivered' } });
	givenLog(context, cohort, sam, { plan: 3, ratings: { costs: 'delivery-changed', close: null } });
	const coordinator = givenStaff(context, { name: 'Kit Mensah', roles: ['coordinator'], areaIds: [places.areaId] });
	const lead = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	return { context, places, sam, kezia, coordinator, lead, cohort };
}

test('adherence and dose stand apart, each figure with its counts, its band and what is missing', async () => {
	const { context, coordinator, lead, cohort } = givenGroup();
	for (const as of [coordinator, lead]) {
		const { status, text, html } = await visit(context, paths.fidelity(cohort.cohortId), { as });
		expect(status).toBe(200);
		expect(html).toContain('<title>Fidelity - Plumbline</title>');
		for (const row of [
			'Core activities delivered Figure 89% (8 of 9) Band Good Missing 4 activities',
			'Adaptable activities delivered Figure 100% (5 of 5) Band Good Missing 2 activities',
			'All activities delivered Figure 93% (13 of 14) Band Good Missing 6 activities',
			'Delivered as intended, without a change Figure 86% (12 of 14) Band Good Missing 6 activities',
			'Minutes of activities, of those planned Figure 90% (305 of 340) Band Good Missing 6 activities',
			'Sessions held, of those due Figure 80% (4 of 5) Band Good Missing 2 sessions',
			'Held in the week they were planned for Figure 100% (4 of 4) Band Good Missing none',
			'People who started, of those with a place Figure 100% (4 of 4) Band No band Missing none',
			'Sessions attended, of those held Figure 77% (10 of 13) Band No band Missing 1 mark',
		]) {
			expect(text).toContain(row);
		}
		expect(text).toContain('Quality Only an observer can judge it, and no observation is released yet: no data.');
		expect(text).toContain('Good is 80% or more, watch is 60% to 79%, and below 60% is to act upon');
	}
});

test('responsiveness is counted over the answers there are, with how many are missing beside it', async () => {
	const { context, sam, coordinator, cohort } = givenGroup();
	const rows = context.db.select().from(schema.registerRows).all();
	const there = rows.filter(({ sessionId, mark }) => sessionId === cohort.sessionIds[0] && mark === 'attended');
	expect(there).toHaveLength(3);
	const own = { sessionId: cohort.sessionIds[0]!, version: 1, savedAt: context.clock.now(), savedBy: sam.staffId };
	for (const [index, homework] of (['partly', 'not-done'] as const).entries()) {
		const { enrolmentId } = there[index]!;
		context.db
			.insert(schema.takingPartEntries)
			.values({ ...own, enrolmentId, engagement: index === 0 ? 4 : 1, homework })
			.run();
	}
	const { text } = await visit(context, paths.fidelity(cohort.cohortId), { as: coordinator });
	expect(text).toContain('People in the upper half of engagement Figure 50% (1 of 2) Band No band Missing 8 answers');
	expect(text).toContain('Homework done in full or in part, of that set Figure 50% (1 of 2) Band No band Missing 8');
	expect(text).not.toContain('are not recorded of this cohort');
});

test('each session has its own shares and the way to its log; the others say why they have none', async () => {
	const { context, coordinator, cohort } = givenGroup();
	const { text, html } = await visit(context, paths.fidelity(cohort.cohortId), { as: coordinator });
	// From the dimension to the sessions, and from a session’s figure to its activities.
	expect(html).toContain('href="#sessions-heading" aria-label="89% (8 of 9), Core activities delivered"');
	expect(html).toMatch(/href="\/sessions\/\w+\/delivery-log" aria-label="67% \(2 of 3\), core, Session \d/);
	expect(text).toContain(
		'Core 67% (2 of 3) All 80% (4 of 5) As intended 80% (4 of 5) Minutes 71% (85 of 120) Missing 0',
	);
	expect(text).toContain('As intended 75% (3 of 4) Minutes 100% (100 of 100) Missing 1 Band Good');
	expect(text).toContain(
		'Session 4 : no log yet Session 5 : cancelled Session 6 : not recorded yet whether it was held',
	);
	expect(text).toContain('10 sessions to come.');
	for (const id of cohort.sessionIds.slice(0, 3)) expect(html).toContain(`href="${paths.deliveryLog(id)}"`);
});

test('drift is a chart with its sentence and its numbers, by session or by month', async () => {
	const { context, coordinator, cohort } = givenGroup();
	const ask = (by?: 'month') => visit(context, paths.fidelity(cohort.cohortId, by), { as: coordinator });
	const bySession = await ask();
	expect(bySession.text).toContain(
		'12 of 14 activities were delivered as intended. No sign of a change over 3 sessions',
	);
	expect(bySession.text).toContain('the limits are rough, so read the counts. 1 held session without a log: no point');
	expect(bySession.text).toContain(
		'1 5 of 5 100% 39% to 100% none 2 4 of 5 80% 39% to 100% none 3 3 of 4 75% 33% to 100% none',
	);
	expect(bySession.html).toContain('class="chart__limit"');
	const byMonth = await ask('month');
	expect(byMonth.text).toContain('January 2026 12 of 14 86% 58% to 100% none');
	expect(byMonth.text).toContain('By session');
});

test('a session below its limits is told by its shape, its rule and its words', async () => {
	const { context, coordinator, places, sam } = givenGroup();
	const cohort = givenCohort(context, { ...places, team: [sam], name: 'Drifting' });
	givenSessionStates(context, cohort, 'H H H H H H H');
	for (const plan of [1, 2, 3, 4, 5, 6]) givenLog(context, cohort, sam, { plan });
	const programme = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	const changed = programme.plans[6]!.activities.map(({ key }) => [key, 'content-changed'] as const);
	givenLog(context, cohort, sam, { plan: 7, ratings: Object.fromEntries(changed) });
	const { text, html } = await visit(context, paths.fidelity(cohort.cohortId), { as: coordinator });
	expect(text).toContain('Rule 1: session 7 is below its limit, with 0 of 5.');
	expect(text).toContain('rule 1, below');
	expect(html.match(/class="chart__signal"/g)).toHaveLength(1);
});

test('what a colleague logged is in nothing that a facilitator sees until their own log of that session is saved', async () => {
	const { context, kezia, sam, cohort } = givenGroup();
	const before = await visit(context, paths.fidelity(cohort.cohortId), { as: kezia });
	expect(before.text).toContain('A colleague logged a session that you have not logged yet');
	expect(before.text).toContain('session 1 , session 2 , session 3 .');
	expect(before.text).toContain('All activities delivered Figure no data');
	expect(before.text).toContain('Session 1 : kept back until you save your own log');
	const page = await visit(context, paths.cohort(cohort.cohortId), { as: kezia });
	expect(page.text).toContain('Kept back until you have saved your own log: sessions 1, 2 and 3');
	expect(page.text).toContain('3 sessions kept back until you have saved your own log');
	expect(page.text).not.toContain('core activity was not delivered');
	expect(page.text).not.toContain('93%');
	expect(page.html).not.toContain('class="chart__bar');
	const received = await visit(context, paths.received(cohort.cohortId), { as: kezia });
	expect(received.text).toContain('A colleague’s log of a session that you have not logged yet is kept back');
	expect(received.text).not.toContain('✓');
	expect(received.text).not.toContain('not delivered Whose');

	givenLog(context, cohort, kezia, { plan: 2 });
	const after = await visit(context, paths.fidelity(cohort.cohortId), { as: kezia });
	// Sam’s was saved first, so the figures come from it, also for Kezia.
	expect(after.text).toContain('session 1 , session 3 .');
	expect(after.text).toContain('All activities delivered Figure 80% (4 of 5)');
	const known = await visit(context, paths.cohort(cohort.cohortId), { as: kezia });
	expect(known.text).toContain('Kept back until you have saved your own log: sessions 1 and 3');
	expect(known.html.match(/class="chart__bar/g)).toHaveLength(1);
	const whole = await visit(context, paths.cohort(cohort.cohortId), { as: sam });
	expect(whole.html.match(/class="chart__bar/g)).toHaveLength(3);
	expect(whole.text).not.toContain('ept back');
	const his = await visit(context, paths.fidelity(cohort.cohortId), { as: sam });
	expect(his.text).not.toContain('A colleague logged');
	expect(his.text).toContain('All activities delivered Figure 93% (13 of 14)');
});

test('what each person received comes from the register and the log together, catch-ups included', async () => {
	const { context, coordinator, cohort } = givenGroup();
	const { status, text } = await visit(context, paths.received(cohort.cohortId), { as: coordinator });
	expect(status).toBe(200);
	for (const row of [
		'David Ashworth Received of the whole programme 15% (8 of 54) Missing 4 Not known 4 To come 38',
		'Peter Bello Received of the whole programme 11% (6 of 54) Missing 6 Not known 4 To come 38',
		'Robert Eze Received of the whole programme 11% (6 of 54) Missing 3 Not known 7 To come 38',
		'Ola =Jensen Received of the whole programme 6% (3 of 54) Missing 6 Not known 1 To come 38',
	]) {
		expect(text).toContain(row);
	}
	expect(text).toContain(
		'The father I would like to be: words and pictures Why There, not delivered Whose David Ashworth',
	);
	expect(text).toContain('Whose David Ashworth · They were there: deliver it in another session');
	expect(text).toContain(
		`Why Session cancelled Whose ${['Ola =Jensen', 'David Ashworth', 'Peter Bello', 'Robert Eze'].map((name) => `${name} · Schedule the session again`).join(' ')}`,
	);
	expect(text).toContain(
		'What it costs to change, and what it costs not to (core) ~ Received, changed ~ Received, changed ~ Received, changed ~ Received, changed',
	);
	expect(text).toContain('12 sessions of the plan to come: not shown.');
});

test('missing content leads to the catch-up where one can be booked, for whoever may book it', async () => {
	const { context, sam, cohort } = givenGroup('2026-02-11T12:00:00Z');
	const { html } = await visit(context, paths.received(cohort.cohortId), { as: sam });
	const enrolments = context.db.select().from(schema.enrolments).all();
	const link = (plan: number, name: string) => {
		const person = context.db
			.select()
			.from(schema.people)
			.all()
			.find(({ familyName }) => familyName === name)!;
		const { id } = enrolments.find(({ personId }) => personId === person.id)!;
		return `href="${paths.bookCatchUp(cohort.sessionIds[plan - 1]!, id)}"`;
	};
	// A week after session 4 its catch-up can be booked still; that of session 2 is too late, and who was there needs none.
	expect(html.includes(link(4, '=Jensen'))).toBe(true);
	expect(html.includes(link(2, 'Bello'))).toBe(false);
	expect(html.includes(link(2, 'Ashworth'))).toBe(false);
});

test('the file holds the same in words, and no cell that a spreadsheet would work out', async () => {
	const { context, coordinator, cohort } = givenGroup();
	const file = await visit(context, paths.receivedFile(cohort.cohortId), { as: coordinator });
	expect(file.status).toBe(200);
	expect(file.headers.get('content-disposition')).toBe(`attachment; filename="received-${cohort.cohortId}.csv"`);
	expect(file.html).toContain(
		'Core planned,Core received,Core missing,Core not known,"Arrivals, names and practical matters"',
	);
	expect(file.html).toContain(
		'"Ashworth, David",54,8,4,4,Received,Received,Received,Received,Received,Received,Received,"There, not delivered"',
	);
	expect(file.html).toContain(`"'=Jensen, Ola",54,3,6,1,Not expected`);
	const viewed = context.db.select().from(schema.auditEntries).all().at(-1)!;
	expect(JSON.stringify(viewed)).toContain('cohorts.$cohortId.received[.]csv');
});

test('a cohort of nobody, and one without a session held, say so', async () => {
	const { context, coordinator, places, sam } = givenGroup();
	const { cohortId } = givenCohort(context, { ...places, team: [sam], sessionCount: 2, firstDay: '2026-06-02' });
	const fidelity = await visit(context, paths.fidelity(cohortId), { as: coordinator });
	expect(fidelity.text).toContain('No session has a log yet, so there is nothing to judge.');
	expect(fidelity.text).toContain('All activities delivered Figure no data Band No band Missing none');
	const received = await visit(context, paths.received(cohortId), { as: coordinator });
	expect(received.text).toContain('Nobody has a place in this cohort yet.');
});

test('who reads no delivery logs, and who is of another area, finds no such page', async () => {
	const { context, cohort, places } = givenGroup();
	const strangers = [
		givenStaff(context),
		givenStaff(context, { roles: ['read-only'], areaIds: [places.areaId] }),
		givenStaff(context, { roles: ['coordinator'], areaIds: [givenPlaces(context, 'Southfield').areaId] }),
	];
	const { cohortId } = cohort;
	for (const as of strangers) {
		for (const path of [paths.fidelity(cohortId), paths.received(cohortId), paths.receivedFile(cohortId)]) {
			expect((await visit(context, path, { as })).status).not.toBe(200);
		}
	}
});

test('the pages of thirty people take as many queries as those of one', async () => {
	for (const page of [paths.fidelity, paths.received, paths.receivedFile] as const) {
		const counts: number[] = [];
		for (const people of [1, 30]) {
			const { context, coordinator, cohort } = givenGroup();
			for (let more = 1; more < people; more += 1) givenMember(context, cohort, { familyName: `Smith${more}` });
			const ask = () => visit(context, page(cohort.cohortId), { as: coordinator });
			await ask();
			counts.push(await countQueries(context.db, ask));
		}
		expect(counts[1]).toBe(counts[0]);
	}
});

test('of what the logs say was changed it is told how much was approved, described or never explained, each with its session', async () => {
	const { context, sam, lead, cohort } = givenGroup();
	const [, , third] = cohort.sessionIds;
	const page = () => visit(context, paths.fidelity(cohort.cohortId), { as: lead });
	const before = await page();
	expect(before.text).toContain('The logs say that 1 activity was delivered otherwise than planned');
	expect(before.text).toContain('1 held session without a log: what was changed there is not known');
	expect(before.text).toContain('Not explained How many 100% (1 of 1)');
	expect(before.html).toContain('href="#changes-not-described"');
	expect(before.html).toContain('id="changes-not-described"');
	expect(before.html).toContain(`href="${paths.adaptations(third!)}"`);
	const said = {
		...{ activityKey: 'costs', when: 'implementation', how: 'In pairs', planned: 'reactive', isLasting: false },
		...{ decidedBy: 'team', what: 'content', contentChange: 'tailoring', level: 'cohort', fidelity: 'consistent' },
		...{ goal: 'better-fit', reason: 'The room is small', recordedAt: context.clock.now(), recordedBy: sam.staffId },
	};
	const id = context.ids.next<AdaptationId>();
	context.db
		.insert(schema.adaptations)
		.values({ id, sessionId: third!, ...said })
		.run();
	expect((await page()).text).toContain('Unplanned, described How many 100% (1 of 1)');
	context.db.update(schema.adaptations).set({ planned: 'proactive' }).run();
	const decided = { decision: 'approved', decidedAt: context.clock.now(), decidedBy: lead.staffId } as const;
	context.db
		.insert(schema.adaptationDecisions)
		.values({ adaptationId: id, ...decided })
		.run();
	expect((await page()).text).toContain('Planned How many 100% (1 of 1)');
});
