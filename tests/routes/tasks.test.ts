import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { openTask } from '#app/use-cases/tasks/open-task.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { givenContact } from '../use-cases/reminders/given.ts';

function given() {
	const context = testContext({ now: '2026-01-20T21:00:00Z' });
	const place = givenPlaces(context);
	const area = { areaIds: [place.areaId] };
	const staff = {
		sam: givenStaff(context, { name: 'Sam Okafor' }),
		jo: givenStaff(context, { name: 'Jo Coordinator', roles: ['coordinator'], ...area }),
		both: givenStaff(context, { name: 'Bo Both', roles: ['coordinator', 'lead'], ...area }),
		rae: givenStaff(context, { name: 'Rae Support', roles: ['partner-support'], ...area, sides: ['survivor'] }),
	};
	const cohort = givenCohort(context, { ...place, team: [staff.sam], firstDay: '2026-01-13', sessionCount: 4 });
	const member = givenMember(context, cohort, { familyName: 'Marlow' });
	const about = { cohortId: cohort.cohortId, enrolmentId: member.enrolmentId, sessionId: cohort.sessionIds[0]! };
	const open = (kind: 'absence-call' | 'absence-decision' | 'exit-referrer' | 'exit-partner', more = '') =>
		openTask(context, context.db, OPERATOR, { kind, cause: `${kind}${more}`, about });
	return { context, cohort, member, open, ...staff };
}

test('a missed session makes a call on the facilitator’s day, with the reason and how to reach the person; doing it takes it off', async () => {
	const { context, cohort, member, sam, jo } = given();
	givenContact(context, jo, member.personId, { address: 'alex@example.net' });
	const form = { [`version-${member.enrolmentId}`]: '1', [`mark-${member.enrolmentId}`]: 'absent-no-contact' };
	await visit(context, `/sessions/${cohort.sessionIds[0]}/register`, { as: sam, form });
	const today = await visit(context, '/today', { as: sam });
	expect(today.text).toContain('Missed session 1 on Tuesday 13 January 2026');
	expect(today.text).toContain('alex@example.net (safe:');
	const href = /href="(\/tasks\/[^"]+)"/.exec(today.html)![1]!;
	const refused = await visit(context, href, { as: sam, form: { version: '1', note: 'Voicemail was full' } });
	expect([refused.status, refused.text.includes('Choose what came of it')]).toEqual([400, true]);
	expect(refused.html).toContain('Voicemail was full');
	const done = await visit(context, href, { as: sam, form: { version: '1', outcome: 'reached', note: '' } });
	expect(done.headers.get('location')).toBe('/tasks?said=done');
	expect((await visit(context, '/today', { as: sam })).text).not.toContain('People to ring');
	const again = await visit(context, href, { as: sam, form: { version: '1', outcome: 'not-reached', note: 'Later' } });
	expect([again.status, again.html.includes('Later')]).toEqual([409, true]);
});

test('a correction that takes the absence away says on the register that the task is closed', async () => {
	const { context, cohort, member, sam } = given();
	const path = `/sessions/${cohort.sessionIds[0]}/register`;
	const mark = (version: string, to: string) =>
		visit(context, path, {
			as: sam,
			form: { [`version-${member.enrolmentId}`]: version, [`mark-${member.enrolmentId}`]: to },
		});
	await mark('1', 'absent-no-contact');
	const corrected = await mark('2', 'attended');
	const location = corrected.headers.get('location')!;
	expect(location).toBe(`${path}?said=saved-and-closed`);
	expect((await visit(context, location, { as: sam })).text).toContain('is not needed any more and was closed');
});

test('somebody with two roles has both parts on one page, and a partner-support worker starts with their tasks', async () => {
	const { context, open, both, rae, sam } = given();
	for (const kind of ['absence-call', 'absence-decision', 'exit-partner'] as const) open(kind);
	const page = await visit(context, '/today', { as: both });
	expect(page.text).toContain('Waiting for a lead');
	expect(page.text).toContain('To arrange');
	expect(page.text).toContain('Decide after absences in a row');
	expect((await visit(context, '/', { as: rae })).headers.get('location')).toBe('/tasks');
	const hers = await visit(context, '/tasks', { as: rae });
	expect(hers.text).toContain('A place ended: partner support');
	expect(hers.text).not.toContain('Marlow');
	const his = await visit(context, '/tasks?show=all', { as: sam });
	expect(his.text).not.toContain('partner support');
});

test('many tasks are read with as many queries as one', async () => {
	const { context, open, both } = given();
	open('absence-call');
	open('absence-decision');
	// What is prepared once for each connection is not counted.
	await visit(context, '/today', { as: both });
	const one = await countQueries(context.db, () => visit(context, '/today', { as: both }));
	for (let more = 0; more < 20; more += 1) open(more % 2 ? 'absence-call' : 'absence-decision', `${more}`);
	expect(await countQueries(context.db, () => visit(context, '/today', { as: both }))).toEqual(one);
});

test('the referrer is set on the place, and the task to tell them has the words as a draft that names nobody', async () => {
	const { context, open, member, jo, sam } = given();
	const id = open('exit-referrer');
	const path = `/enrolments/${member.enrolmentId}/referrer`;
	const bad = await visit(context, path, { as: jo, form: { version: '0', name: 'Ann Wye', agency: '', email: 'ann' } });
	expect([bad.status, bad.text.includes('Enter the agency'), bad.text.includes('name@example.org')]).toEqual([
		400,
		true,
		true,
	]);
	const form = { version: '0', name: 'Ann Wye', agency: 'Early help', email: 'ann@example.org' };
	expect((await visit(context, path, { as: jo, form })).headers.get('location')).toContain('said=referrer');
	expect((await visit(context, path, { as: jo, form: { ...form, name: 'Other' } })).status).toBe(409);
	expect((await visit(context, path, { as: sam })).status).toBe(404);
	expect((await visit(context, `/people/${member.personId}`, { as: sam })).text).toContain('Ann Wye, Early help');
	const task = await visit(context, `/tasks/${id}`, { as: jo });
	expect(task.text).toContain('Ann Wye, Early help, ann@example.org');
	expect(task.text).toContain(
		`This is about your referral with our reference REF-${member.personId}. The place has ended.`,
	);
	expect(context.kept).toEqual([]);
});

test('who refers a restricted person is shown to nobody from whom the name is kept', async () => {
	const { context, member, jo } = given();
	context.db
		.insert(schema.restrictedPeople)
		.values({ personId: member.personId, setBy: jo.staffId, setAt: context.clock.now() })
		.run();
	expect((await visit(context, `/enrolments/${member.enrolmentId}/referrer`, { as: jo })).status).toBe(404);
});
