import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

async function givenEvening() {
	const context = testContext({ now: '2026-01-13T18:41:00Z' });
	const places = givenPlaces(context);
	const [sam, marek] = [givenStaff(context), givenStaff(context, { name: 'Marek Novak' })];
	const cohort = givenCohort(context, { ...places, team: [sam, marek] });
	const names = [
		['Alex', 'Smith'],
		['Ben', 'Tanner'],
		['Carl', 'Unwin'],
	] as const;
	const ids = names.map(
		([givenName, familyName]) => givenMember(context, cohort, { givenName, familyName }).enrolmentId,
	);
	const [alex, ben, carl] = ids as [EnrolmentId, EnrolmentId, EnrolmentId];
	const sessionId = cohort.sessionIds[0]!;
	const register = `/sessions/${sessionId}/register`;
	const marks = { [`mark-${alex}`]: 'attended', [`mark-${ben}`]: 'attended', [`mark-${carl}`]: 'absent-no-contact' };
	const versions = Object.fromEntries(ids.map((id) => [`version-${id}`, '1']));
	await visit(context, register, { as: sam, form: { ...marks, ...versions } });
	return { context, places, sam, marek, alex, ben, carl, register, cohort, path: `/sessions/${sessionId}/taking-part` };
}
type Evening = Awaited<ReturnType<typeof givenEvening>>;

const answers = (id: EnrolmentId, more: Record<string, string>, version = '0') => ({
	[`version-${id}`]: version,
	...Object.fromEntries(Object.entries(more).map(([part, answer]) => [`${part}-${id}`, answer])),
});
const send = ({ context, path, sam }: Evening, form: Record<string, string | string[]>, as: StaffActor = sam) =>
	visit(context, path, { as, form });
const saved = ({ context }: Evening) =>
	context.db
		.select()
		.from(schema.takingPartEntries)
		.all()
		.map(({ engagement, homework, version }) => [engagement, homework, version]);

test('the page asks of those who attended only, in the words of the programme, and nothing is preset', async () => {
	const evening = await givenEvening();
	const page = await visit(evening.context, evening.path, { as: evening.sam });
	expect(page.text).toContain('Alex Smith');
	expect(page.text).not.toContain('Carl Unwin');
	expect(page.text).toContain('3 Took part unasked');
	expect(page.html).not.toMatch(/type="radio"[^>]*checked/);
	expect(page.text).toContain('0 of 2 answered');
	expect((await visit(evening.context, evening.register, { as: evening.sam })).html).toContain(evening.path);
});

test('what is saved is shown again, a second tap says so, and what is left open stays missing', async () => {
	const evening = await givenEvening();
	const form = { ...answers(evening.alex, { engagement: '3', homework: 'partly' }), ...answers(evening.ben, {}) };
	expect((await send(evening, form)).location).toBe(`${evening.path}?said=saved`);
	expect((await send(evening, form)).location).toBe(`${evening.path}?said=unchanged`);
	expect(saved(evening)).toEqual([[3, 'partly', 1]]);
	const page = await visit(evening.context, evening.path, { as: evening.sam });
	expect(page.text).toContain('1 of 2 answered');
	expect(page.html.match(/checked=""/g)).toHaveLength(2);
});

test('a colleague’s different answer is a conflict: both values, who and when, and the others are saved', async () => {
	const evening = await givenEvening();
	await send(evening, answers(evening.alex, { engagement: '4' }), evening.marek);
	const mine = { ...answers(evening.alex, { engagement: '1' }), ...answers(evening.ben, { homework: 'done' }) };
	const page = await send(evening, mine);
	expect(page.status).toBe(409);
	expect(page.text).toContain(
		'Marek Novak saved for Alex Smith at 6:41pm: engagement 4 of 4 (Took part and helped others do so), homework not recorded. You chose here: engagement 1 of 4 (Was there, took little part), homework not recorded. Choose again',
	);
	expect(page.text).toContain('What you chose for the others was saved.');
	expect(page.html).not.toMatch(new RegExp(`name="engagement-${evening.alex}"[^>]*checked=""`));
	expect(page.html).toContain(`name="version-${evening.alex}" value="1"`);
	expect(saved(evening)).toEqual([
		[4, null, 1],
		[null, 'done', 1],
	]);
});

test('a second window of one’s own is named as that, and a different question does not conflict', async () => {
	const evening = await givenEvening();
	await send(evening, answers(evening.alex, { engagement: '2' }));
	expect((await send(evening, answers(evening.alex, { homework: 'done' }))).status).toBe(302);
	const page = await send(evening, answers(evening.alex, { engagement: '3' }));
	expect(page.text).toContain('You saved for Alex Smith at 6:41pm in another window');
});

test('an unknown answer, two answers and a broken form save nothing and keep what was chosen', async () => {
	const evening = await givenEvening();
	const { alex } = evening;
	const unknown = await send(evening, { ...answers(alex, { engagement: '5', homework: 'done' }) });
	expect([unknown.status, unknown.text.includes('Choose an answer for Alex Smith')]).toEqual([400, true]);
	expect(unknown.html).toMatch(new RegExp(`name="homework-${alex}"[^>]*checked="" value="done"`));
	const twice = await send(evening, { [`version-${alex}`]: '0', [`engagement-${alex}`]: ['1', '2'] });
	expect(twice.text).toContain('Answer once for Alex Smith: two answers were sent');
	expect((await send(evening, { [`engagement-${alex}`]: '1' })).text).toContain('The page was sent incomplete');
	expect(saved(evening)).toEqual([]);
});

test('who does not count as there any more is named, and nothing is saved', async () => {
	const evening = await givenEvening();
	const page = await send(evening, answers(evening.carl, { engagement: '2' }));
	expect(page.status).toBe(409);
	expect(page.text).toContain('Nothing was saved: Carl Unwin is not marked as having attended any more.');
});

test('after seven days what is answered is fixed for a facilitator, and corrected by a coordinator with a reason', async () => {
	const evening = await givenEvening();
	const { context, places, alex, path, sam } = evening;
	await send(evening, answers(alex, { engagement: '2' }));
	context.setNow('2026-01-23T10:00:00Z');
	const page = await visit(context, path, { as: sam });
	expect(page.html).toMatch(
		new RegExp(`name="engagement-${alex}"[^>]*disabled=""|disabled=""[^>]*name="engagement-${alex}"`),
	);
	expect((await send(evening, answers(alex, { homework: 'done' }, '1'))).status).toBe(302);
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] });
	const asked = await send(evening, answers(alex, { engagement: '3' }, '2'), coordinator);
	expect(asked.text).toContain('Enter why you are correcting what was recorded for Alex Smith');
	const given = { ...answers(alex, { engagement: '3' }, '2'), correctionReason: 'Mixed up' };
	expect((await send(evening, given, coordinator)).status).toBe(302);
	const history = await visit(context, path, { as: coordinator });
	expect(history.text).toContain('Earlier answers');
	expect(history.text).toContain('Mixed up');
});

test('for strangers, the other side, observers and read-only it is not there', async () => {
	const evening = await givenEvening();
	const { context, places, path } = evening;
	const area = { areaIds: [places.areaId] };
	for (const as of [
		givenStaff(context),
		givenStaff(context, { roles: ['coordinator'], ...area, sides: ['survivor'] }),
		givenStaff(context, { roles: ['partner-support'], ...area, sides: ['survivor'] }),
		givenStaff(context, { roles: ['read-only'], ...area }),
		givenStaff(context, { roles: ['observer'] }),
	]) {
		expect((await visit(context, path, { as })).status).toBe(404);
		expect((await send(evening, answers(evening.alex, { engagement: '2' }), as)).status).toBe(404);
	}
	expect(saved(evening)).toEqual([]);
});

test('the register links its neighbours, and what a row said before is shown with who, when and the earlier note', async () => {
	const evening = await givenEvening();
	const { context, register, alex, sam, marek, cohort } = evening;
	const page = await visit(context, register, { as: sam });
	expect(page.html).toContain(`href="/sessions/${cohort.sessionIds[1]}/register"`);
	expect(page.html).not.toContain(`${register}/history`);
	const late = { mark: 'late', minutes: '5', reason: 'travel', note: 'Bus' };
	await visit(context, register, { as: marek, form: answers(alex, late, '2') });
	expect((await visit(context, register, { as: sam })).html).toContain(`${register}/history`);
	const history = await visit(context, `${register}/history`, { as: sam });
	expect(history.text).toContain('Late (5 minutes, travel)');
	expect(history.text).toContain('Bus');
	expect(history.text).toContain('Marek Novak');
	expect(history.text).toContain('Attended');
	expect(history.text).not.toContain('Ben Tanner');
	const readOnly = givenStaff(context, { roles: ['read-only'], areaIds: [evening.places.areaId] });
	expect((await visit(context, `${register}/history`, { as: readOnly })).status).toBe(404);
});

test('a reason for a correction that is too long is refused with all of it on the page, never cut', async () => {
	const evening = await givenEvening();
	const correctionReason = 'because '.repeat(40).trim();
	const { status, text } = await send(evening, { ...answers(evening.alex, { engagement: '3' }), correctionReason });
	expect(status).toBe(400);
	expect(text).toContain('The reason must be 200 characters or fewer');
	expect(saved(evening)).toEqual([]);
});
