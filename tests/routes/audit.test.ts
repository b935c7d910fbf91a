import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { PAGE_NAMES } from '#app/ui/audit/page-names.ts';
import { makeCalendarFeed } from '#app/use-cases/calendar/make-calendar-feed.ts';
import { addArea } from '#app/use-cases/places/add-area.ts';
import { cookieOf, visit } from '#tests/support/app.ts';
import { trailOf } from '#tests/support/audit.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { startWeb } from '#tests/support/web-server.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { desk } from '../use-cases/imports/given.ts';

function given() {
	const context = testContext();
	const places = givenPlaces(context);
	const sam = givenStaff(context);
	const lead = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	const cohort = givenCohort(context, { ...places, team: [sam] });
	const alex = givenMember(context, cohort);
	const bo = givenMember(context, cohort, { givenName: 'Bo', familyName: 'Reid' });
	const register = `/sessions/${cohort.sessionIds[6]}/register`;
	return { context, ...places, sam, lead, ...cohort, alex, bo, register };
}

function breakTrail(context: TestContext): void {
	context.db.$client.exec(
		"create trigger full before insert on audit_entries begin select raise(abort, 'disk full'); end",
	);
}

test('a page that somebody gets is one entry: which page, of what, showing whom', async () => {
	const { context, sam, alex, bo, register, sessionIds } = given();
	await visit(context, register, { as: sam });
	expect(trailOf(context)).toEqual([
		{
			seq: 1,
			at: '2026-03-03T18:00:00Z',
			actorKind: 'staff',
			by: sam.staffId,
			action: 'page-viewed',
			record: `session ${sessionIds[6]}`,
			outcome: 'done',
			people: [alex.personId, bo.personId],
			details: { route: 'sessions.$sessionId_.register', status: 200 },
		},
	]);
});

test('what somebody is refused shows in the trail, with the page that they tried and nobody’s data', async () => {
	const { context, register } = given();
	const stranger = givenStaff(context, { name: 'Not Mine' });
	const { status } = await visit(context, register, { as: stranger });
	await visit(context, '/people/John%20Smith?reference=R1', { as: stranger });
	await visit(context, '/nowhere/at/all', { as: stranger });
	expect(status).toBe(404);
	expect(
		trailOf(context).map(({ by, outcome, record, people, details }) => ({ by, outcome, record, people, details })),
	).toEqual([
		{
			by: stranger.staffId,
			outcome: 'not-found',
			record: expect.stringMatching(/^session id/),
			people: [],
			details: { route: 'sessions.$sessionId_.register', status: 404 },
		},
		{
			by: stranger.staffId,
			outcome: 'not-found',
			record: null,
			people: [],
			details: { route: 'people.$personId._index', status: 404 },
		},
		{ by: stranger.staffId, outcome: 'not-found', record: null, people: [], details: { route: '$', status: 404 } },
	]);
});

test('a form sent where it is refused shows twice: what was to be changed, and what was answered', async () => {
	const { context, register } = given();
	const stranger = givenStaff(context, { name: 'Not Mine' });
	const { status } = await visit(context, register, { as: stranger, form: { anything: 'x' } });
	expect(status).toBe(404);
	expect(trailOf(context).map(({ by, action, outcome, people }) => [by, action, outcome, people])).toEqual([
		[stranger.staffId, 'register-recorded', 'not-found', []],
		[stranger.staffId, 'page-viewed', 'not-found', []],
	]);
});

test('a form that is shown again shows people again, and the entry says so', async () => {
	const { context, sam, alex, bo, register } = given();
	const form = { [`version-${alex.enrolmentId}`]: '1', [`mark-${alex.enrolmentId}`]: 'late' };
	const { status, text } = await visit(context, register, { as: sam, form });
	expect(status).toBeGreaterThanOrEqual(400);
	expect(text).toContain('Bo Reid');
	expect(trailOf(context).at(-1)).toMatchObject({ outcome: 'sent-back', people: [alex.personId, bo.personId] });
});

test('who is not signed in leaves no entry, nor does an answer that only leads elsewhere', async () => {
	const { context, sam, register } = given();
	await visit(context, register);
	await visit(context, '/sign-in');
	await visit(context, '/healthcheck');
	await visit(context, '/calendars/unknown.ics');
	await visit(context, '/', { as: sam });
	expect(trailOf(context)).toEqual([]);
});

test('a calendar that is opened by its secret is an entry of its owner, without the secret', async () => {
	const { context, sam } = given();
	const made = makeCalendarFeed(context, sam);
	const secret = made.done ? made.value.secret : '';
	const { status } = await visit(context, `/calendars/${secret}.ics`);
	expect(status).toBe(200);
	expect(trailOf(context).at(-1)).toMatchObject({ by: sam.staffId, action: 'page-viewed', record: null, people: [] });
	expect(JSON.stringify(trailOf(context))).not.toContain(secret);
});

test('when its entry cannot be written the answer is an apology, and never the data', async () => {
	const { context, sam, register } = given();
	const made = makeCalendarFeed(context, sam);
	const feed = `/calendars/${made.done ? made.value.secret : ''}.ics`;
	expect((await visit(context, register, { as: sam })).text).toContain('Alex Smith');
	breakTrail(context);
	for (const [path, as] of [
		[register, sam],
		['/people', sam],
		['/nowhere', sam],
		[feed, undefined],
	] as const) {
		const { status, html } = await visit(context, path, as ? { as } : {});
		expect(status).toBe(500);
		expect(html).toContain('Sorry, something went wrong');
		expect(html).not.toMatch(/Alex|Smith|Tuesday group|BEGIN:VCALENDAR/);
	}
	context.db.$client.exec('drop trigger full');
	expect((await visit(context, register, { as: sam })).status).toBe(200);
});

test('nothing is saved when its entry cannot be written', async () => {
	const { context, sam, alex, register } = given();
	breakTrail(context);
	const form = { [`version-${alex.enrolmentId}`]: '1', [`mark-${alex.enrolmentId}`]: 'attended' };
	expect((await visit(context, register, { as: sam, form })).status).toBe(500);
	const marks = context.db.$client.prepare('select count(*) from register_rows where mark is not null').pluck();
	expect(marks.get()).toBe(0);
	context.db.$client.exec('drop trigger full');
	await visit(context, register, { as: sam, form });
	expect(marks.get()).toBe(1);
});

test('on the wire too: no byte of a page leaves before its entry, and pages asked for at once share a commit', async () => {
	const { context, sam, register } = given();
	const web = await startWeb(context);
	const headers = { cookie: cookieOf(context, sam) };
	const answers = await Promise.all(Array.from({ length: 6 }, () => fetch(web.url + register, { headers })));
	expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
	expect(trailOf(context).map(({ action }) => action)).toEqual(Array(6).fill('page-viewed'));
	breakTrail(context);
	const refused = await fetch(web.url + register, { headers });
	expect([refused.status, (await refused.text()).includes('Alex')]).toEqual([500, false]);
	await web.close();
});

test('an import’s report names the people whom it brought in, and its reading those whom a row may be', async () => {
	const { context, coordinator, upload, bringIn } = await desk();
	const { importId } = bringIn();
	const imported = trailOf(context).at(-1)!.people;
	await visit(context, `/imports/${importId}`, { as: coordinator });
	expect(trailOf(context).at(-1)).toMatchObject({
		action: 'page-viewed',
		record: `import ${importId}`,
		people: imported,
	});
	expect(imported.length).toBeGreaterThan(5);
	const again = upload();
	const { text } = await visit(context, `/imports/${again}`, { as: coordinator });
	expect(text).toContain('here already');
	expect(trailOf(context).at(-1)!.people.length).toBeGreaterThan(5);
});

test('leads see who looked at a person’s record, in plain words, the newest first; nobody else does', async () => {
	const { context, sam, lead, alex, register } = given();
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [] });
	await visit(context, register, { as: sam });
	await visit(context, `/people/${alex.personId}`, { as: sam });
	const person = await visit(context, `/people/${alex.personId}`, { as: lead });
	expect(person.html).toContain(`/people/${alex.personId}/views`);
	expect((await visit(context, `/people/${alex.personId}`, { as: sam })).html).not.toContain('/views');
	const { status, text } = await visit(context, `/people/${alex.personId}/views`, { as: lead });
	expect(status).toBe(200);
	expect(text).toMatch(
		/4 entries.*Sam Okafor.*Opened a person.*Ruth Levy.*Opened a person.*Opened the register of a session/,
	);
	expect(trailOf(context).at(-1)).toMatchObject({ by: lead.staffId, people: [alex.personId] });
	for (const other of [sam, coordinator, givenStaff(context, { roles: ['administrator'] })]) {
		expect((await visit(context, `/people/${alex.personId}/views`, { as: other })).status).toBe(404);
	}
	expect((await visit(context, '/people/abcdefghijkmnpqrstuv/views', { as: lead })).status).toBe(404);
});

test('the trail is found again through filters, which the address holds without a name', async () => {
	const { context, sam, lead, register } = given();
	await visit(context, register, { as: sam });
	context.setNow('2026-03-05T09:00:00Z');
	await visit(context, register, { as: givenStaff(context, { name: 'Not Mine' }) });
	addArea(context, OPERATOR, { name: 'Hill', nation: 'scotland' });
	const asked = (query: string) => visit(context, `/audit${query}`, { as: lead });
	expect((await asked('')).text).toMatch(
		/3 entries.*Added an area.*Not Mine.*Refused: not there, or not theirs.*Sam Okafor/,
	);
	expect((await asked(`?staff=${sam.staffId}`)).text).toContain('1 entry ');
	expect((await asked('?kind=refused')).text).toContain('1 entry ');
	expect((await asked('?kind=change')).text).toMatch(/1 entry .*The operator, by the command line/);
	const days = (from: string, to: string) => {
		const [one, other] = [from, to].map((day) => day.split('-'));
		return `from-day=${one![2]}&from-month=${one![1]}&from-year=${one![0]}&to-day=${other![2]}&to-month=${other![1]}&to-year=${other![0]}`;
	};
	expect((await asked(`?${days('2026-03-03', '2026-03-04')}`)).text).toContain('1 entry ');
	expect((await asked(`?${days('2026-03-06', '2026-03-07')}`)).text).toContain('No entries here');
	expect((await asked('?from-day=31&from-month=2&from-year=2026')).text).toContain('Enter a first day that exists');
	expect((await asked('?page=99999')).status).toBe(200);
	expect((await asked('?kind=nonsense&page=-1')).status).toBe(200);
});

test('failed sign-ins are in the trail of the account that was tried', async () => {
	const { context, sam, lead } = given();
	await visit(context, '/sign-in', { form: { email: `${sam.staffId}@example.org`, password: 'not the password' } });
	await visit(context, '/sign-in', { form: { email: 'nobody@example.org', password: 'not the password' } });
	const { text } = await visit(context, `/audit?staff=${sam.staffId}`, { as: lead });
	expect(text).toMatch(/1 entry .*Somebody who was not signed in.*Refused: wrong email or password/);
});

test('the pages of the trail ask the database as often for one entry as for a thousand', async () => {
	const { context, lead, alex } = given();
	const pages = ['/audit', `/people/${alex.personId}/views`, '/audit/alerts'];
	const counts = async () => {
		const all: number[] = [];
		for (const path of pages) all.push(await countQueries(context.db, () => visit(context, path, { as: lead })));
		return all;
	};
	await counts();
	const before = await counts();
	for (let again = 0; again < 30; again += 1) await visit(context, `/people/${alex.personId}`, { as: lead });
	expect(trailOf(context).length).toBeGreaterThan(30);
	expect(await counts()).toEqual(before);
});

test('more than a page of entries is parted into pages', async () => {
	const { context, lead } = given();
	for (let area = 0; area < 60; area += 1) addArea(context, OPERATOR, { name: `Area ${area}`, nation: 'scotland' });
	const first = await visit(context, '/audit?kind=change', { as: lead });
	expect(first.html.match(/Added an area/g)).toHaveLength(50);
	expect(first.html).toContain('/audit?kind=change&amp;page=2');
	const second = await visit(context, '/audit?kind=change&page=2', { as: lead });
	expect(second.html.match(/Added an area/g)).toHaveLength(10);
});

test('every page of the app has a name in the trail, and no name is left over', async () => {
	const build: ServerBuild = await import(new URL('../../build/server/index.js', import.meta.url).href);
	const ids = Object.keys(build.routes).map((id) => id.replace(/^routes\//, ''));
	expect(Object.keys(PAGE_NAMES).toSorted()).toEqual(ids.toSorted());
});
