import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { givenStaff } from '#tests/support/world.ts';
import {
	givenEmergency,
	givenRestricted,
	open,
	openingsOf,
	PASSWORD,
	REASON,
	referenceOf,
} from '../use-cases/openings/given.ts';

const typed = { reference: 'NOBODY', reason: REASON, password: PASSWORD };
type World = Awaited<ReturnType<typeof givenEmergency>>;

const formOf = ({ context, people }: World) => ({ ...typed, reference: referenceOf(context, people.man) });

test('from People to an opened record and back: what it shows, what it does not, and the way to close it', async () => {
	const world = await givenEmergency();
	const { context, coordinator, people, cohorts } = world;
	expect((await visit(context, paths.person(people.man), { as: coordinator })).status).toBe(404);
	const list = await visit(context, paths.people(), { as: coordinator });
	expect(list.html).toContain(`href="${paths.newOpening()}"`);
	const page = await visit(context, paths.newOpening(), { as: coordinator });
	expect(page.text).toContain('opens for 60 minutes');
	expect(page.html).toContain('<title>Open a record - Plumbline</title>');
	expect(page.html).not.toContain('name="side"');

	const opened = await visit(context, paths.newOpening(), { as: coordinator, form: formOf(world) });
	expect([opened.status, opened.location]).toEqual([302, paths.person(people.man)]);
	const person = await visit(context, opened.location!, { as: coordinator });
	expect(person.text).toContain('You opened this record. It is open until 7pm.');
	expect(person.text).toContain('Dean Faraway');
	expect(person.text).toContain('Cohort not shown');
	expect(person.text).toContain('No register yet');
	expect(person.html).not.toMatch(/dean@example\.org|Safe contact|Their group|Eastmoor/);
	expect(person.html).not.toContain(cohorts.far.cohortId);

	const { id } = openingsOf(context)[0]!;
	expect(person.html).toContain(`action="${paths.openingEnd(id)}"`);
	const again = await visit(context, paths.newOpening(), { as: coordinator });
	expect(again.text).toContain('You have a record open');
	const closed = await visit(context, paths.openingEnd(id), { as: coordinator, form: {} });
	expect([closed.status, closed.location]).toEqual([302, paths.people('closed')]);
	expect((await visit(context, paths.person(people.man), { as: coordinator })).status).toBe(404);
});

test('an opened record leads to nothing else of the person: no cohort, no session, no contact, no exit', async () => {
	const world = await givenEmergency();
	const { context, coordinator, people, cohorts } = world;
	await open(context, coordinator, people.man);
	const enrolment = context.db
		.select()
		.from(schema.enrolments)
		.where(eq(schema.enrolments.personId, people.man))
		.get()!;
	for (const path of [
		paths.cohort(cohorts.far.cohortId),
		paths.session(cohorts.far.sessionIds[0]!),
		paths.register(cohorts.far.sessionIds[0]!),
		paths.safeContact(people.man),
		paths.exit(enrolment.id),
	]) {
		expect([path, (await visit(context, path, { as: coordinator })).status]).toEqual([path, 404]);
	}
	expect((await visit(context, paths.person(people.man), { as: world.facilitator })).status).toBe(404);
});

test('a form with errors keeps what was typed, and never the password', async () => {
	const { context, coordinator } = await givenEmergency();
	const send = (form: Record<string, string>) => visit(context, paths.newOpening(), { as: coordinator, form });
	const empty = await send({});
	expect(empty.status).toBe(400);
	for (const sentence of ['Enter the reference of the person', 'Enter your reason', 'Enter your password']) {
		expect(empty.text).toContain(sentence);
	}
	expect((await send({ ...typed, reason: 'urgent' })).text).toContain('Enter your reason in at least 10 characters');
	const wrong = await send({ ...typed, password: 'something else' });
	expect(wrong.status).toBe(422);
	expect(wrong.text).toContain('The password is not right');
	expect(wrong.html).toContain('value="NOBODY"');
	expect(wrong.text).toContain(REASON);
	expect(wrong.html).not.toContain('something else');
});

test('a reference of the other side answers with the same bytes as one that does not exist', async () => {
	const [other, none] = [await givenEmergency(), await givenEmergency()];
	const form = { ...typed, reference: referenceOf(other.context, other.people.woman) };
	none.context.db.update(schema.people).set({ reference: 'ELSE' }).where(eq(schema.people.id, none.people.woman)).run();
	for (const who of ['coordinator', 'facilitator'] as const) {
		const crossing = await visit(other.context, paths.newOpening(), { as: other[who], form });
		const nobody = await visit(none.context, paths.newOpening(), { as: none[who], form });
		expect(crossing.status).toBe(422);
		expect(crossing.text).toContain('There is no record with this reference that you can open');
		expect(crossing.html).toBe(nobody.html);
		expect([...crossing.headers]).toEqual([...nobody.headers]);
	}
	const right = await visit(other.context, paths.newOpening(), { as: other.coordinator, form: formOf(other) });
	expect(right.status).toBe(302);
});

test('after five references in vain the page says “Too many attempts” for an hour, whatever is typed', async () => {
	const world = await givenEmergency();
	const { context, coordinator } = world;
	const send = (form: Record<string, string>) => visit(context, paths.newOpening(), { as: coordinator, form });
	for (let tried = 0; tried < 5; tried += 1) await send({ ...typed, reference: `NOBODY-${tried}` });
	const wait = 'Too many attempts. Try again after 7pm';
	const refused = await send(formOf(world));
	expect([refused.status, refused.text.includes(wait)]).toEqual([422, true]);
	expect((await visit(context, paths.newOpening(), { as: coordinator })).text).toContain(wait);
	context.setNow('2026-03-03T19:00:00Z');
	expect((await send(formOf(world))).status).toBe(302);
});

test('who works on both sides chooses one', async () => {
	const { context, coordinator, people } = await givenEmergency();
	context.db.insert(schema.staffSides).values({ staffId: coordinator.staffId, side: 'survivor' }).run();
	expect((await visit(context, paths.newOpening(), { as: coordinator })).html).toContain('name="side"');
	const reference = referenceOf(context, people.woman);
	const without = await visit(context, paths.newOpening(), { as: coordinator, form: { ...typed, reference } });
	expect(without.text).toContain('Choose the side that the person is on');
	const form = { ...typed, reference, side: 'survivor' };
	expect((await visit(context, paths.newOpening(), { as: coordinator, form })).location).toBe(
		paths.person(people.woman),
	);
});

test.each(['lead', 'administrator', 'partner-support', 'observer', 'read-only'] as const)(
	'for a %s the page and its links are not there, with the bytes of any absent page',
	async (role) => {
		const { context, ours } = await givenEmergency();
		const somebody = givenStaff(context, { roles: [role], areaIds: [ours.areaId] });
		const absent = await visit(context, '/opened-records/nothing', { as: somebody });
		const page = await visit(context, paths.newOpening(), { as: somebody });
		expect([page.status, page.html]).toEqual([404, absent.html]);
		expect((await visit(context, paths.newOpening(), { as: somebody, form: typed })).status).toBe(404);
		const list = await visit(context, paths.people(), { as: somebody });
		expect(list.html).not.toContain(paths.newOpening());
		expect(openingsOf(context)).toEqual([]);
	},
);

async function givenOpened(options: { leads?: number } = {}) {
	const world = await givenEmergency(options);
	await open(world.context, world.coordinator, world.people.man);
	return { ...world, id: openingsOf(world.context)[0]!.id };
}

test('a lead is told on every page, opens the review from the notice, and closes it', async () => {
	const { context, leads, id } = await givenOpened();
	const ruth = leads[0]!;
	expect((await visit(context, paths.cohorts(), { as: ruth })).text).toContain('Notices (1)');
	const notices = await visit(context, paths.notices(), { as: ruth });
	expect(notices.text).toContain('A record was opened in an emergency.');
	expect(notices.html).toContain(`href="${paths.review(id)}"`);
	expect(notices.html).not.toMatch(/Faraway|agitated/);
	const list = await visit(context, paths.reviews(), { as: ruth });
	expect(list.text).toContain('1 review waiting for you');
	expect(list.text).toContain('Waits for review');

	const review = await visit(context, paths.review(id), { as: ruth });
	for (const shown of ['Priya Raman', 'Dean Faraway', REASON, '3 March 2026, 7pm, still open']) {
		expect(review.text).toContain(shown);
	}
	const empty = await visit(context, paths.review(id), { as: ruth, form: { version: '1', note: ' ' } });
	expect([empty.status, empty.text.includes('Enter what came of the review')]).toEqual([400, true]);
	const form = { version: '1', note: 'It was needed' };
	const closed = await visit(context, paths.review(id), { as: ruth, form });
	expect([closed.status, closed.location]).toEqual([302, paths.reviews('closed')]);
	expect((await visit(context, paths.reviews('closed'), { as: ruth })).text).toContain(`Closed by ${ruth.name}`);
	expect((await visit(context, paths.cohorts(), { as: leads[1]! })).text).not.toContain('Notices (');
});

test('a lead whose page is older than a colleague’s review keeps what they typed and sees what was written', async () => {
	const { context, leads, id } = await givenOpened();
	const send = (lead: number, note: string) =>
		visit(context, paths.review(id), { as: leads[lead]!, form: { version: '1', note } });
	await send(0, 'It was needed');
	const late = await send(1, 'I am not so sure');
	expect(late.status).toBe(409);
	expect(late.text).toContain('“It was needed”');
	expect(late.text).toContain('I am not so sure');
	expect(openingsOf(context)).toMatchObject([{ reviewNote: 'It was needed' }]);
});

test('who opened a record has no form to review it, and a form that was made up is refused', async () => {
	const { context, coordinator, leads, people } = await givenEmergency();
	context.db.insert(schema.staffRoles).values({ staffId: coordinator.staffId, role: 'lead' }).run();
	givenRestricted(context, people.man, leads[0]!);
	await open(context, coordinator, people.man);
	const { id } = openingsOf(context)[0]!;
	const page = await visit(context, paths.review(id), { as: coordinator });
	expect(page.text).toContain('Another lead has to review it');
	expect(page.html).not.toContain('name="note"');
	const sent = await visit(context, paths.review(id), { as: coordinator, form: { version: '1', note: 'Fine' } });
	expect(sent.status).toBe(422);
	expect(openingsOf(context)).toMatchObject([{ reviewedAt: null }]);
	const other = await visit(context, paths.review(id), { as: leads[0]! });
	expect(other.text).toContain(referenceOf(context, people.man));
	expect(other.text).not.toContain('Faraway');
});

test('nobody but a lead sees a review, and nobody but leads and administrators is told of one', async () => {
	const { context, id, coordinator, facilitator, administrator } = await givenOpened({ leads: 1 });
	for (const as of [coordinator, facilitator, administrator]) {
		const absent = await visit(context, paths.review(asId('abcdefghijkmnpqrstuv')), { as });
		for (const path of [paths.reviews(), paths.review(id)]) {
			const page = await visit(context, path, { as });
			expect([page.status, page.html]).toEqual([404, absent.html]);
		}
		const form = { version: '1', note: 'All was well' };
		expect((await visit(context, paths.review(id), { as, form })).status).toBe(404);
	}
	for (const as of [coordinator, facilitator]) {
		expect((await visit(context, paths.notices(), { as })).text).not.toContain('review');
	}
	const told = await visit(context, paths.notices(), { as: administrator });
	expect(told.text).toContain('A review waits, and fewer than two programme leads can close it.');
	expect(told.html).not.toContain(id);
	const notice = context.db
		.select()
		.from(schema.staffNotices)
		.where(eq(schema.staffNotices.staffId, administrator.staffId))
		.get()!;
	const read = await visit(context, paths.notices(), { as: administrator, form: { notice: notice.id } });
	expect(read.location).toBe(paths.notices('read'));
	expect((await visit(context, paths.notices(), { as: administrator })).text).not.toContain('Notices (');
});

test('somebody else’s opening cannot be closed, with the bytes of one that does not exist', async () => {
	const { context, id, facilitator, coordinator } = await givenOpened();
	const theirs = await visit(context, paths.openingEnd(id), { as: facilitator, form: {} });
	const none = await visit(context, paths.openingEnd(asId('abcdefghijkmnpqrstuv')), { as: facilitator, form: {} });
	expect([theirs.status, theirs.html]).toEqual([404, none.html]);
	expect((await visit(context, paths.openingEnd(id), { as: coordinator })).location).toBe(paths.people());
	expect(openingsOf(context)).toMatchObject([{ closedAt: null }]);
});

test('a reason is never in an address', async () => {
	const world = await givenEmergency();
	const sent = await visit(world.context, paths.newOpening(), { as: world.coordinator, form: formOf(world) });
	expect(sent.location).not.toMatch(/reason|agitated|REF/i);
});
