import { expect, test } from 'vitest';
import { listEnrolmentsOfPerson } from '#db/queries/enrolments.ts';
import { listPeople } from '#db/queries/people.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

const NEW = { givenName: 'Alex', familyName: 'Smith', reference: 'CD26/01' };
const EXIT = {
	version: '1',
	'on-day': '20',
	'on-month': '1',
	'on-year': '2026',
	kind: 'left',
	reason: 'work',
	note: '',
};

function office({ now = '2026-01-20T12:00:00Z', places = 12 } = {}) {
	const context = testContext({ now });
	const { areaId } = givenPlaces(context);
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId] });
	const facilitator = givenStaff(context, { name: 'Sam Okafor' });
	const cohort = givenCohort(context, { areaId, places, team: [facilitator] });
	const add = (change: object = {}) =>
		visit(context, `/cohorts/${cohort.cohortId}/members/new`, { as: coordinator, form: { ...NEW, ...change } });
	return { context, areaId, coordinator, facilitator, cohort, add };
}

test('a person is added after a page that says from when they are expected', async () => {
	const { context, coordinator, cohort, add } = office();
	const page = await visit(context, `/cohorts/${cohort.cohortId}/members/new`, { as: coordinator });
	expect(page.text).toContain('joins at session 2 on Tuesday 20 January 2026 and is expected at 16 sessions');
	expect(page.text).toContain('0 of 12 places taken');
	expect((await add()).location).toBe(`/cohorts/${cohort.cohortId}?said=added`);
	const [person] = listPeople(context.db, coordinator);
	expect((await visit(context, `/people/${person!.personId}`, { as: coordinator })).text).toContain('Alex Smith');
	expect((await visit(context, '/people', { as: coordinator })).text).toContain('Smith, Alex');
});

test.each([
	[{ familyName: ' ' }, 400, 'Enter their family name too'],
	[{ reference: '' }, 400, 'Enter the reference that your team uses on paper'],
	[{ givenName: 'x'.repeat(61) }, 400, 'Enter at most 60 characters'],
	[{ givenName: ['Alex', 'Sam'] }, 400, 'Answer this once'],
	[{ givenName: '', familyName: '', reference: 'CD26/99' }, 422, 'Nobody whom you can see has the reference “CD26/99”'],
])('adding a person with %o is refused with a sentence', async (change, status, sentence) => {
	const { context, coordinator, add } = office();
	const answer = await add(change);
	expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(sentence)]);
	expect(listPeople(context.db, coordinator)).toEqual([]);
});

test('a reference, a full cohort and a closed one are each refused with what to do', async () => {
	const { add } = office({ places: 2 });
	await add();
	const again = await add({ familyName: 'Jones' });
	expect([again.status, again.text]).toEqual([422, expect.stringContaining('The reference “CD26/01” cannot be used')]);
	expect(again.html).toContain('value="Jones"');
	const place = await add({ givenName: '', familyName: '' });
	expect([place.status, place.text]).toEqual([422, expect.stringContaining('has a place in this programme already')]);
	await add({ reference: 'CD26/02' });
	const full = await add({ reference: 'CD26/03' });
	expect([full.status, full.text]).toEqual([422, expect.stringContaining('All 2 places are taken')]);
	const late = office({ now: '2026-02-20T12:00:00Z' });
	const closed = await late.add();
	expect([closed.status, closed.text]).toEqual([
		422,
		expect.stringContaining('Joining closed after session 3, and the next is session 7'),
	]);
});

test('an exit says what will happen, is recorded, and can be undone', async () => {
	const { context, coordinator: as, cohort } = office();
	const { enrolmentId, personId } = givenMember(context, cohort);
	const path = `/enrolments/${enrolmentId}/exit`;
	const before = await visit(context, path, { as });
	expect(before.text).toContain('Alex Smith is taken off the register of every session');
	expect(before.text).toContain('individual sessions that are booked for them and have not begun are given back');
	expect((await visit(context, path, { as, form: EXIT })).location).toBe(`/people/${personId}?said=exited`);
	const person = await visit(context, `/people/${personId}?said=exited`, { as });
	expect(person.text).toContain('The exit is recorded.');
	expect(person.text).toContain('20 January 2026. Circumstances: work');
	expect((await visit(context, path, { as, form: EXIT })).status).toBe(409);
	const undo = await visit(context, `${path}/undo`, { as });
	expect(undo.text).toContain('expected again at every session');
	expect(undo.text).toContain('Individual sessions that were given back are not booked again by this');
	const undone = await visit(context, `${path}/undo`, { as, form: { version: '2' } });
	expect(undone.location).toBe(`/people/${personId}?said=undone`);
	expect(listEnrolmentsOfPerson(context.db, as, personId)).toMatchObject([{ exitOn: null }]);
});

test.each([
	[{ 'on-day': '31', 'on-month': '2' }, 400, 'There is no such day as 31 2 2026'],
	[{ 'on-day': '21' }, 422, 'Enter a day on or before today, Tuesday 20 January 2026'],
	[{ 'on-day': '5' }, 422, 'Enter a day on or after Tuesday 6 January 2026, when they were enrolled'],
	[{ kind: '' }, 400, 'Choose who ended it'],
	[{ kind: 'expelled' }, 400, 'Choose who ended it'],
	[{ reason: 'made-up' }, 400, 'Choose the main reason'],
	[{ reason: 'other' }, 422, 'Say in a few words what the reason was'],
	[{ version: 'x' }, 400, 'Open the page again'],
])('an exit with %o is refused with a sentence and the note kept', async (change, status, sentence) => {
	const { context, coordinator: as, cohort } = office();
	const { enrolmentId, personId } = givenMember(context, cohort);
	const note = 'reason' in change && change.reason === 'other' ? '' : 'Works on Tuesdays now';
	const answer = await visit(context, `/enrolments/${enrolmentId}/exit`, { as, form: { ...EXIT, note, ...change } });
	expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(sentence)]);
	if (note) expect(answer.html).toContain(`${note}</textarea>`);
	expect(listEnrolmentsOfPerson(context.db, as, personId)).toMatchObject([{ state: 'on-programme' }]);
});

test('a facilitator reads the people of their cohorts and is offered no exit', async () => {
	const { context, facilitator: as, areaId, cohort } = office();
	const { personId } = givenMember(context, cohort);
	givenMember(context, givenCohort(context, { areaId, name: 'Other group' }), { familyName: 'Elsewhere' });
	const list = await visit(context, '/people', { as });
	expect(list.text).toContain('Smith, Alex');
	expect(list.text).not.toContain('Elsewhere');
	const person = await visit(context, `/people/${personId}`, { as });
	expect(person.text).not.toContain('Record an exit');
	expect(person.text).toContain('Safe contact');
});

test('thirty people need no more queries than one, and a page holds fifty', async () => {
	const { context, coordinator: as, cohort } = office();
	givenMember(context, cohort);
	const read = () => visit(context, '/people', { as });
	await read();
	const one = await countQueries(context.db, read);
	for (let count = 0; count < 59; count += 1) givenMember(context, cohort, { familyName: `Person${count}` });
	// Once before counting: which people a page shows is kept as a set the first time.
	await read();
	expect(await countQueries(context.db, read)).toBe(one);
	expect((await read()).html.match(/href="\/people\/id/g)).toHaveLength(50);
	expect((await visit(context, '/people?page=2', { as })).html.match(/href="\/people\/id/g)).toHaveLength(10);
	expect((await visit(context, '/people?page=99', { as })).status).toBe(200);
});
