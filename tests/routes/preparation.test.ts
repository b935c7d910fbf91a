import { and, eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { restrictPerson } from '#app/use-cases/access/restrict-person.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** An hour before the third evening of a Tuesday group. */
function given({ now = '2026-01-27T17:30:00Z', people = ['Abel', 'Marlow'] } = {}) {
	const context = testContext({ now });
	const place = givenPlaces(context);
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const max = givenStaff(context, { name: 'Max Lead', roles: ['lead'] });
	const cohort = givenCohort(context, { ...place, team: [sam] });
	const members = people.map((familyName) => givenMember(context, cohort, { familyName }));
	const mark = (session: number, of: number, to: string, reason = '', note = '', version = '1') => {
		const { enrolmentId } = members[of]!;
		const form = {
			...{ [`version-${enrolmentId}`]: version, [`mark-${enrolmentId}`]: to, [`reason-${enrolmentId}`]: reason },
			[`note-${enrolmentId}`]: note,
		};
		return visit(context, `/sessions/${cohort.sessionIds[session - 1]}/register`, { as: sam, form });
	};
	const see = (more = 'preparation', session = 3, as = sam) =>
		visit(context, `/sessions/${cohort.sessionIds[session - 1]}/${more}`, { as });
	return { context, place, cohort, members, sam, max, mark, see };
}

test('before a session the page says who is expected, who is away, who missed the last ones and who needs a catch-up', async () => {
	const { context, cohort, members, mark, see } = given({ people: ['Abel', 'Marlow', 'Nash', 'Ott'] });
	// Nash joins tonight; of Ott nobody has recorded anything yet.
	const joins = inArray(schema.registerRows.sessionId, cohort.sessionIds.slice(0, 2));
	context.db
		.update(schema.registerRows)
		.set({ expected: false })
		.where(and(joins, eq(schema.registerRows.enrolmentId, members[2]!.enrolmentId)))
		.run();
	await mark(1, 0, 'attended');
	await mark(2, 0, 'attended');
	await mark(1, 1, 'absent-no-contact');
	await mark(2, 1, 'absent-no-contact');
	await mark(3, 0, 'absent-notified', 'work');
	const page = await see();
	expect(page.status).toBe(200);
	expect(page.text).toContain('3 people expected');
	expect(page.text).toContain('1 apology Alex Abel: work');
	expect(page.text).toContain('First session for Alex Nash.');
	expect(page.text).toContain('Alex Marlow missed the last 2 in a row.');
	expect(page.text).toContain('Alex Marlow needs a catch-up of sessions 1 and 2.');
	expect(page.text).toContain('Northfield Centre, Room 1');
	expect(page.text).toContain('Have ready');
	expect(page.html).toContain('/plan"');
});

test('a note of a restricted person is read by who wrote it and who may be shown the name, and by nobody else', async () => {
	const { context, place, members, mark, sam, max, see } = given();
	const other = givenStaff(context, { name: 'Kezia Mensah', roles: ['coordinator'], areaIds: [place.areaId] });
	await mark(3, 1, 'absent-notified', 'illness');
	await mark(3, 1, 'absent-notified', 'work', 'Alex Marlow rang', '2');
	const stands = context.db.select().from(schema.registerEntries).all();
	expect(stands.at(-1)).toMatchObject({ note: 'Alex Marlow rang' });
	const pages = ['preparation', 'register/history'];
	for (const page of pages) expect((await see(page)).text).toContain('Alex Marlow rang');
	restrictPerson(context, max, { personId: members[1]!.personId, version: null, readerIds: [max.staffId] });
	for (const page of pages) expect((await see(page)).text).toContain('Alex Marlow rang');
	expect((await see('register/history', 3, max)).text).toContain('Alex Marlow rang');
	context.db.update(schema.registerRows).set({ markedBy: max.staffId }).run();
	context.db.update(schema.registerEntries).set({ markedBy: max.staffId }).run();
	for (const page of pages) {
		const { status, text } = await see(page);
		expect(status).toBe(200);
		expect(text).not.toContain('Marlow');
	}
	const today = await visit(context, paths.today(), { as: sam });
	expect(today.text).toContain('1 apology');
	expect(today.text).not.toContain('Marlow');
	expect((await see('register/history', 3, other)).text).not.toContain('Marlow');
});

test('a restricted person is told of by reference only', async () => {
	const { context, members, mark, see, max } = given();
	await mark(1, 1, 'absent-no-contact');
	const { personId } = members[1]!;
	restrictPerson(context, max, { personId, version: null, readerIds: [max.staffId] });
	const { reference } = context.db.select().from(schema.people).where(eq(schema.people.id, personId)).get()!;
	const page = await see();
	expect(page.html).not.toContain('Marlow');
	expect(page.text).toContain(`${reference} missed the last session.`);
	expect((await see('preparation', 3, max)).text).toContain('Alex Marlow missed the last session.');
});

test('a cancelled session says that it did not go ahead, and expects nobody', async () => {
	const { context, cohort, see } = given();
	const [first] = cohort.sessionIds;
	context.db
		.update(schema.sessions)
		.set({ state: 'cancelled', stateReason: 'snow' })
		.where(eq(schema.sessions.id, first!))
		.run();
	const page = await see('preparation', 1);
	expect(page.text).toContain('This session did not go ahead: snow');
	expect(page.text).not.toContain('expected');
});

test('catch-ups and sessions for one person have the page too, with only whom they are for', async () => {
	const { context, mark, see, cohort, sam } = given();
	await mark(1, 0, 'attended');
	await mark(1, 1, 'absent-no-contact');
	const form = {
		...{ 'day-day': '28', 'day-month': '1', 'day-year': '2026', startTime: '10am', endTime: '11am' },
		...{ enrolmentId: context.db.select().from(schema.enrolments).all()[1]!.id, staffId: sam.staffId },
	};
	const booked = await visit(context, `/sessions/${cohort.sessionIds[0]}/catch-ups`, { as: sam, form });
	const address = booked.location!.split('?')[0]!;
	const page = await visit(context, `${address}/preparation`, { as: sam });
	expect(page.text).toContain('1 person expected Alex Marlow');
	expect(page.text).not.toContain('Abel');
	expect((await visit(context, address, { as: sam })).text).toContain('1 person expected, no apologies');
	expect((await see()).text).not.toContain('needs a catch-up');
});

test('it is read with as many queries for twelve people as for one, and so is the session’s own page', async () => {
	for (const page of ['preparation', 'follow-ups', 'debrief', '']) {
		const counts: number[] = [];
		for (const many of [1, 12]) {
			const { context, see, mark } = given({ people: Array.from({ length: many }, (_, index) => `Person ${index}`) });
			for (let of = 0; of < many; of += 1) await mark(2, of, 'absent-no-contact');
			counts.push(await countQueries(context.db, () => see(page)));
		}
		expect([page, counts[1]]).toEqual([page, counts[0]]);
		expect(counts[0]).toBeGreaterThan(3);
	}
});

test('what follows a session stands on its own page: calls to make, then what came of them', async () => {
	const { context, mark, see, sam, cohort } = given();
	await mark(2, 1, 'absent-no-contact');
	const session = await see('', 2);
	expect(session.text).toContain(
		'Follow-ups 1 call to make, first due on Thursday 29 January 2026, 1 catch-up to book 2 to do',
	);
	const page = await see('follow-ups', 2);
	expect(page.text).toContain('Ring about a missed session About Alex Marlow');
	const href = /href="(\/tasks\/[^"]+)"/.exec(page.html)![1]!;
	await visit(context, href, { as: sam, form: { version: '1', outcome: 'reached', note: '' } });
	expect((await see('follow-ups', 2)).text).toContain('No task is open.');
	expect((await visit(context, `/sessions/${cohort.sessionIds[1]}`, { as: sam })).text).toContain(
		'1 catch-up to book 1 to do',
	);
});
