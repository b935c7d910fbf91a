import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenLog, givenSessionStates } from '#tests/support/wall.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

function givenTeam(now = '2026-01-20T17:00:00Z') {
	const context = testContext({ now });
	const places = givenPlaces(context);
	const sam = givenStaff(context);
	return { context, places, sam };
}

const see = (context: TestContext, as: ReturnType<typeof givenStaff>) => visit(context, '/today', { as });

test('tonight’s session stands first, with time, place, who is expected and who sent apologies', async () => {
	const { context, places, sam } = givenTeam();
	const cohort = givenCohort(context, { ...places, team: [sam] });
	givenMember(context, cohort, { givenName: 'Alex', familyName: 'Smith' });
	const { enrolmentId } = givenMember(context, cohort, { givenName: 'Ben', familyName: 'Tanner' });
	const [, tonight] = cohort.sessionIds;
	const apology = {
		[`version-${enrolmentId}`]: '1',
		[`mark-${enrolmentId}`]: 'absent-notified',
		[`reason-${enrolmentId}`]: 'work',
	};
	await visit(context, `/sessions/${tonight}/register`, { as: sam, form: apology });
	const page = await see(context, sam);
	expect(page.status).toBe(200);
	expect(page.html).toContain('<title>Today - Plumbline</title>');
	expect(page.text).toContain('Tuesday 20 January 2026');
	expect(page.text).toContain('Tuesday group, session 2 of 17 6:30pm to 8:30pm · Northfield Centre, Room 1');
	expect(page.text).toContain('1 person expected Alex Smith');
	expect(page.text).toContain('1 apology: Ben Tanner (work)');
	expect(page.html).toContain(`href="/sessions/${tonight}/register#register"`);
	expect(page.html).toContain(`href="/sessions/${tonight}/preparation"`);
});

test('what should have been recorded and is not stays on the page until it is', async () => {
	const { context, places, sam } = givenTeam();
	const cohort = givenCohort(context, { ...places, team: [sam] });
	const { enrolmentId } = givenMember(context, cohort);
	const [last] = cohort.sessionIds;
	expect((await see(context, sam)).text).toContain(
		'Register: Tuesday group, session 1 Tuesday 13 January 2026, 7 days ago Not recorded',
	);
	const form = { [`version-${enrolmentId}`]: '1', intent: 'rest-attended' };
	await visit(context, `/sessions/${last}/register`, { as: sam, form });
	const registered = await see(context, sam);
	expect(registered.text).not.toContain('Register: Tuesday group');
	expect(registered.text).toContain('Delivery log: Tuesday group, session 1');
	await visit(context, `/sessions/${last}/delivery-log`, { as: sam, form: { version: '0', intent: 'as-planned' } });
	expect((await see(context, sam)).text).not.toContain('Still to record');
});

test('a session that did not go ahead is not overdue', async () => {
	const { context, places, sam } = givenTeam();
	givenMember(context, givenCohort(context, { ...places, team: [sam] }));
	context.db.update(schema.sessions).set({ state: 'cancelled', stateReason: 'snow' }).run();
	expect((await see(context, sam)).text).not.toContain('Still to record');
});

test('without a session today the page says so and shows the next one of each cohort', async () => {
	const { context, places, sam } = givenTeam('2026-01-21T09:00:00Z');
	givenCohort(context, { ...places, team: [sam] });
	const page = await see(context, sam);
	expect(page.text).toContain('There is no session today.');
	expect(page.text).toContain('Tuesday group, session 3 of 17 Tuesday 27 January 2026, 6:30pm to 8:30pm · In 6 days');
	expect(page.text).toContain('Record an apology');
});

test('a facilitator sees their own cohorts only, a coordinator those of the area, and an administrator no such page', async () => {
	const { context, places, sam } = givenTeam();
	givenCohort(context, { ...places, team: [sam], name: 'Tuesday group' });
	givenCohort(context, { ...places, team: [givenStaff(context)], name: 'Thursday group' });
	givenCohort(context, { ...givenPlaces(context, 'Elsewhere'), name: 'Far group' });
	const [own, area] = [
		await see(context, sam),
		await see(context, givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] })),
	];
	expect(own.text).toContain('Tuesday group');
	expect(own.text).not.toContain('Thursday group');
	expect(area.text).toContain('Thursday group');
	expect(area.text).not.toContain('Far group');
	expect((await see(context, givenStaff(context, { roles: ['lead'] }))).text).toContain('Far group');
	expect((await see(context, givenStaff(context, { roles: ['administrator'] }))).status).toBe(404);
});

test('somebody without a cohort is told what to do', async () => {
	const { context, sam } = givenTeam();
	expect((await see(context, sam)).text).toContain('No cohort to work on');
});

test('thirty cohorts are read with as many queries as one', async () => {
	const counts: number[] = [];
	for (const length of [1, 30]) {
		const { context, places, sam } = givenTeam();
		for (let index = 0; index < length; index += 1) {
			givenMember(context, givenCohort(context, { ...places, team: [sam], sessionCount: 3 }));
		}
		counts.push(await countQueries(context.db, () => see(context, sam)));
	}
	expect(counts[0]).toBeGreaterThan(3);
	expect(counts[1]).toBe(counts[0]);
});

test('a lead sees how many gaps there are of each kind, each with the way to its own and on to its session', async () => {
	const { context, places, sam } = givenTeam('2026-01-24T12:00:00Z');
	const cohort = givenCohort(context, { ...places, team: [sam] });
	givenMember(context, cohort);
	const lead = givenStaff(context, { roles: ['lead'] });
	const [first, second, third] = cohort.sessionIds;
	context.db
		.update(schema.sessions)
		.set({ state: 'cancelled', stateReason: 'snow' })
		.where(eq(schema.sessions.id, third!))
		.run();
	context.db
		.update(schema.staffAccreditations)
		.set({ expiresOn: '2025-12-31' as never })
		.run();
	const { activities } = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null }).plans[0]!;
	const core = activities.find((one) => one.core)!;
	const form = { [`rating-${core.key}`]: 'not-delivered', [`reason-${core.key}`]: 'Time ran out' };
	await visit(context, `/sessions/${first}/delivery-log`, {
		as: sam,
		form: { version: '0', intent: 'as-planned', ...form },
	});
	const page = await see(context, lead);
	for (const counted of [
		'Register not complete 2 13 Jan',
		'Delivery log missing 1 20 Jan',
		'Core activity not delivered 1 13 Jan',
		'Cancelled and not delivered again 1 27 Jan',
		'Delivered after an accreditation had lapsed 1 13 Jan',
	]) {
		expect(page.text).toContain(counted);
	}
	expect(page.text).toContain('By whose they are');
	expect(page.html).toContain('href="/gaps?kind=log-missing"');
	const list = await visit(context, '/gaps?kind=log-missing', { as: lead });
	expect(list.html).toContain(`href="/sessions/${second}/delivery-log"`);
	expect(list.text).toContain('Session 2, Tuesday group');
	expect(list.text).not.toContain('Register not complete Session');
	expect((await see(context, sam)).text).not.toContain('Core activity not delivered');
});

test('a lead who delivers a session reads nothing of a colleague’s log of it before their own is saved', async () => {
	const { context, places, sam } = givenTeam('2026-01-24T12:00:00Z');
	const both = givenStaff(context, { name: 'Bo Lind', roles: ['facilitator', 'lead'] });
	const lead = givenStaff(context, { roles: ['lead'] });
	const cohort = givenCohort(context, { ...places, team: [sam, both] });
	const { activities } = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null }).plans[0]!;
	const { key } = activities.find((one) => one.core)!;
	givenSessionStates(context, cohort, 'H');
	givenLog(context, cohort, sam, { plan: 1, ratings: { [key]: 'not-delivered' } });
	expect((await see(context, lead)).text).toContain('Core activity not delivered 1 13 Jan');
	expect((await see(context, both)).text).not.toContain('Core activity not delivered');
	givenLog(context, cohort, both, { plan: 1 });
	expect((await see(context, both)).text).toContain('Core activity not delivered 1 13 Jan');
});

test('a lead’s day is read with as many queries for thirty cohorts as for one', async () => {
	const counts: number[] = [];
	for (const length of [1, 30]) {
		const { context, places, sam } = givenTeam();
		for (let index = 0; index < length; index += 1) {
			givenMember(context, givenCohort(context, { ...places, team: [sam], sessionCount: 3 }));
		}
		const lead = givenStaff(context, { roles: ['lead'] });
		counts.push(await countQueries(context.db, () => see(context, lead)));
	}
	expect(counts[0]).toBeGreaterThan(10);
	expect(counts[1]).toBe(counts[0]);
});
