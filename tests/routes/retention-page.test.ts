import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { paths } from '#app/paths.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenExit, givenSessionStates, givenWall } from '#tests/support/wall.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

// Worked by hand. Seven sessions were held; half-way of seventeen is the ninth, so nobody is half-way.
const WALL = `
	David Ashworth | P P P P P P P
	Peter Bello    | P A P P P N N
	Robert Carr    | P P P
	Ola =Jensen    | _ _ P P P P P
	Adam Dunne     | P P
	Ben Eze        | N
	Carl Finch     | P P P P
	Dean Gough     | N
`;

function givenGroup() {
	const context = testContext({ now: '2026-03-02T09:00:00Z' });
	const places = givenPlaces(context);
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const cohort = givenCohort(context, { ...places, team: [sam] });
	givenSessionStates(context, cohort, 'H H H H H H H');
	const members = givenWall(context, cohort, WALL);
	const exit = (name: string, afterPlan: number, more: { kind?: 'removed'; reason?: string }) =>
		givenExit(context, cohort, members.get(name)!, { on: '2026-02-20', afterPlan, ...more });
	exit('Robert Carr', 3, {});
	exit('Adam Dunne', 2, { reason: 'moved-away' });
	exit('Carl Finch', 4, { kind: 'removed', reason: 'behaviour-in-sessions' });
	exit('Dean Gough', 1, { reason: 'motivation-changed' });
	const area = { areaIds: [places.areaId], sides: ['perpetrator' as const] };
	return {
		...{ context, places, sam, cohort, members, path: paths.retention(cohort.cohortId) },
		coordinator: givenStaff(context, { name: 'Kit Mensah', roles: ['coordinator'], ...area }),
		lead: givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] }),
		reader: givenStaff(context, { name: 'Ash Reader', roles: ['read-only'], ...area }),
	};
}

test('the funnel counts drop-out, removal and who is in progress apart, before and after the first session', async () => {
	const { context, coordinator, path } = givenGroup();
	const { status, text, html } = await visit(context, path, { as: coordinator });
	expect(status).toBe(200);
	expect(html).toContain('<title>Who stays - Plumbline</title>');
	expect(text).toContain('Had a place 8 86% (6 of 7) 1 left by themselves 0 1 in progress 0');
	expect(text).toContain('Started 6 0% (0 of 3) 2 left by themselves 1 removed by the service 3 in progress 0');
	expect(text).toContain('Came half-way 0 no data 0 0 0 0');
	expect(text).toContain('1 left, 1 in progress');
	expect(text).toContain('2 left, 1 removed, 3 in progress');
	expect(text).toContain('4 people in progress: a loss nowhere, and in no percentage.');
	expect(text).toContain(
		'Before the first session, and in none of these rows: 1 person , of whom 1 before the first session left by themselves.',
	);
});

test('the curve has its band and the people at risk, who joined late enters late, and the ways out make up the rest', async () => {
	const { context, coordinator, path } = givenGroup();
	const { text, html } = await visit(context, path, { as: coordinator });
	// At risk: five until session 2, six at 3 with who joined there, then those who had not left.
	for (const row of ['1 5 0 100% none', '2 5 1 80% 20% to 97%', '3 5 1 64% 17% to 89%', '4 4 1 48% 10% to 79%']) {
		expect(text).toContain(row);
	}
	for (const row of ['2 5 1 20% 0 0% 80%', '3 5 1 36% 0 0% 64%', '4 4 0 36% 1 16% 48%', '7 3 0 36% 0 16% 48%']) {
		expect(text).toContain(row);
	}
	expect(text).toContain('Only 6 people started: one more who leaves moves this line by about 17 percentage points.');
	// The area by hand: sessions 1 and 2 in full, then 80%, 64%, and 48% three times.
	expect(text).toMatch(
		/Up to session 7 those who started stay until session 4\.9 on average \(95% interval \d\.\d to \d\.\d\): the area under the line\./,
	);
	expect(html).toContain('chart__curve chart__curve--2');
	expect(text).toContain('What these figures do not prove');
});

test('where people leave names the session with its module, who was at risk there, and why, in two levels', async () => {
	const { context, coordinator, path } = givenGroup();
	const { text } = await visit(context, path, { as: coordinator });
	expect(text).toMatch(
		/Session 2 \S.* People at risk 5 Left by themselves 1 who left by themselves Removed by the service 0 Why Circumstances: moved away/,
	);
	expect(text).toContain(
		'Removed by the service 1 who were removed by the service Why Motivation and behaviour: behaviour in sessions',
	);
	expect(text).toContain(
		'Motivation and behaviour Left by themselves 1 left: motivation and behaviour Removed by the service 1 removed',
	);
	expect(text).toContain('Circumstances Left by themselves 2 left: circumstances Removed by the service 0');
});

test('every figure of the funnel leads to the people it is made of', async () => {
	const { context, coordinator, path } = givenGroup();
	const { html, text } = await visit(context, path, { as: coordinator });
	for (const [fate, people] of [
		['in-progress', 4],
		['left', 3],
		['removed', 1],
	] as const) {
		expect(html).toContain(`href="#${fate}"`);
		expect(html).toContain(`id="${fate}">`);
		expect(text).toContain(`(${people}) Person Last session attended`);
	}
	expect(html).not.toContain('href="#not-recorded"');
	expect(text).toContain('=Jensen');
	expect(text).toContain('Session 7 From session 3');
	expect(text).toContain('Never attended');
});

test('an exit shows what it opened, as far as the reader sees that desk, and the partner-support one only where it may be', async () => {
	const { context, coordinator, lead, sam, members, path } = givenGroup();
	const { enrolmentId } = members.get('David Ashworth')!;
	const exit = { on: calendarDay('2026-03-01'), kind: 'left', reason: 'work', note: null } as const;
	expect(recordExit(context, coordinator, { enrolmentId, version: 1, ...exit }).done).toBe(true);
	const his = await visit(context, path, { as: coordinator });
	expect(his.text).toContain('Tell the referrer that a place ended: to do by 5 March 2026');
	expect(his.text).not.toContain('partner support');
	const theirs = await visit(context, path, { as: lead });
	expect(theirs.text).toContain('A place ended: partner support: to do by 3 March 2026');
	const facilitator = await visit(context, path, { as: sam });
	expect(facilitator.status).toBe(200);
	expect(facilitator.text).not.toContain('What the exit opened');
	expect(facilitator.text).toContain('Circumstances: work');
});

test('who reads no reasons sees that places ended, and neither why nor a name', async () => {
	const { context, reader, path } = givenGroup();
	const { status, text } = await visit(context, path, { as: reader });
	expect(status).toBe(200);
	expect(text).toContain('The reasons are not yours to read.');
	expect(text).toContain('Started 6 0% (0 of 3)');
	for (const told of ['behaviour', 'moved away', 'Ashworth', 'Record an exit']) expect(text).not.toContain(told);
});

test('a place that was entered by mistake is in no figure, on either page, whoever reads it', async () => {
	const { context, cohort, members, coordinator, reader, path } = givenGroup();
	givenExit(context, cohort, members.get('Ben Eze')!, { on: '2026-01-20', afterPlan: 1, reason: 'duplicate' });
	for (const as of [coordinator, reader]) {
		const { text } = await visit(context, path, { as });
		expect(text).toContain('Had a place 7 86% (6 of 7) 1 left by themselves 0 0 0');
		expect(text).toContain('Left out: 1 place entered by mistake.');
		const page = await visit(context, paths.cohort(cohort.cohortId), { as });
		expect(page.text).toContain('1 gave up a place without starting');
	}
});

test('a term that is over says whose ending nobody has recorded', async () => {
	const { context, cohort, coordinator, reader, path } = givenGroup();
	context.db.update(schema.cohorts).set({ state: 'finished' }).where(eq(schema.cohorts.id, cohort.cohortId)).run();
	const { text } = await visit(context, path, { as: coordinator });
	expect(text).toContain('Ending not recorded (4)');
	expect(text).toContain('4 people whose term is over: nobody has recorded how their place ended.');
	expect(text).toContain('Say who completed');
	expect((await visit(context, path, { as: reader })).text).not.toContain('Say who completed');
});

test('it is not there for an observer, an administrator, another team or another area', async () => {
	const { context, path } = givenGroup();
	const elsewhere = givenPlaces(context, 'Southfield').areaId;
	for (const as of [
		givenStaff(context),
		givenStaff(context, { roles: ['observer'] }),
		givenStaff(context, { roles: ['administrator'] }),
		givenStaff(context, { roles: ['coordinator'], areaIds: [elsewhere] }),
		givenStaff(context, { roles: ['read-only'], areaIds: [elsewhere] }),
	]) {
		expect((await visit(context, path, { as })).status).toBe(404);
	}
});

test('early signs are on the cohort’s page with their reasons and where to act, by name and without a number', async () => {
	const { context, cohort, coordinator, reader, members } = givenGroup();
	const { enrolmentId } = members.get('Peter Bello')!;
	const { text, html } = await visit(context, paths.cohort(cohort.cohortId), { as: coordinator });
	expect(text).toContain('Early signs What the registers and the calls say, by name: not a score');
	expect(text).toMatch(
		/Peter Bello REF-\S+ What says so Missed the last 2 sessions, 2 of them without contact What to do/,
	);
	expect(text).toMatch(/Ben Eze REF-\S+ What says so Missed the first session and has not come yet/);
	expect(html).toContain(`href="${paths.person(members.get('Ben Eze')!.personId)}">See how to reach them`);
	const signs = text.slice(text.indexOf('Early signs'), text.indexOf('Who is still with us'));
	expect(signs.indexOf('Bello')).toBeLessThan(signs.indexOf('Eze'));
	expect(signs).not.toContain('Ashworth');
	expect((await visit(context, paths.cohort(cohort.cohortId), { as: reader })).text).not.toContain('Early signs');

	const task = { kind: 'absence-call', desk: 'team', cohortId: cohort.cohortId, cause: 'one' } as const;
	const [id, done] = [context.ids.next<never>(), context.ids.next<never>()];
	const opened = { dueOn: calendarDay('2026-02-26'), openedAt: context.clock.now(), enrolmentId };
	context.db
		.insert(schema.tasks)
		.values([
			{ ...task, ...opened, id, state: 'open' },
			{ ...task, ...opened, id: done, cause: 'two', state: 'done', outcome: 'not-reached' },
		])
		.run();
	context.db
		.insert(schema.taskEntries)
		.values({ taskId: done, number: 1, event: 'done', at: context.clock.now() })
		.run();
	const after = await visit(context, paths.cohort(cohort.cohortId), { as: coordinator });
	expect(after.text).toContain('No reply: tried on 2 March 2026, and has not come since');
	expect(after.html).toContain(`href="${paths.task(id)}">Follow it up`);
});

test('the page of thirty people takes as many queries as that of one, and so does the cohort’s', async () => {
	for (const page of [paths.retention, paths.cohort]) {
		const counts: number[] = [];
		for (const people of [1, 30]) {
			const { context, coordinator, cohort } = givenGroup();
			for (let more = 1; more < people; more += 1) {
				const member = givenMember(context, cohort, { familyName: `Smith${more}` });
				if (more % 3 === 0) givenExit(context, cohort, member, { on: '2026-02-20', afterPlan: 1 });
			}
			const ask = () => visit(context, page(cohort.cohortId), { as: coordinator });
			await ask();
			counts.push(await countQueries(context.db, ask));
		}
		expect(counts[1]).toBe(counts[0]);
	}
});

test('whoever opens the page is in the audit trail with everybody it shows', async () => {
	const { context, coordinator, members, path } = givenGroup();
	await visit(context, path, { as: coordinator });
	const entry = trailOf(context).at(-1)!;
	expect(entry.details).toMatchObject({ route: 'cohorts.$cohortId.retention', status: 200 });
	expect(entry.people.toSorted()).toEqual([...members.values()].map(({ personId }) => personId).toSorted());
});

test('the cohort’s page and the programme’s lead to it', async () => {
	const { context, coordinator, cohort, path } = givenGroup();
	expect((await visit(context, paths.cohort(cohort.cohortId), { as: coordinator })).html).toContain(`href="${path}"`);
	const id = programmeIdOf({ slug: 'caring-dads', version: '1', variant: null });
	const page = await visit(context, paths.programmeRetention(id), { as: coordinator });
	expect(page.html).toContain(`href="${path}"`);
});
