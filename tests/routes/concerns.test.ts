import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import { setReferrer } from '#app/use-cases/people/set-referrer.ts';
import { listConcerns } from '#db/queries/attendance/concerns.ts';
import { listOpenTasks } from '#db/queries/tasks/tasks.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

function givenEvening() {
	const context = testContext({ now: '2026-01-13T18:41:00Z' });
	const places = givenPlaces(context);
	const [sam, marek] = [givenStaff(context), givenStaff(context, { name: 'Marek Novak' })];
	const lead = givenStaff(context, { name: 'Lena Ford', roles: ['lead'] });
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] });
	const cohort = givenCohort(context, { ...places, team: [sam, marek] });
	const alex = givenMember(context, cohort).enrolmentId;
	const sessionId = cohort.sessionIds[0]!;
	const register = `/sessions/${sessionId}/register`;
	return {
		context,
		places,
		sam,
		marek,
		lead,
		coordinator,
		alex,
		sessionId,
		register,
		path: `/sessions/${sessionId}/concerns`,
	};
}
type Evening = ReturnType<typeof givenEvening>;

/** The row of the register as its page sends it, with the box ticked. */
const ticked = (id: EnrolmentId, more: Record<string, string> = {}) => ({
	...{ [`version-${id}`]: '1', [`mark-${id}`]: 'attended', [`minutes-${id}`]: '', [`reason-${id}`]: '' },
	...{ [`note-${id}`]: '', [`concern-${id}`]: 'yes', ...more },
});
const tick = ({ context, register, alex, sam }: Evening, as: StaffActor = sam) =>
	visit(context, register, { as, form: ticked(alex) });
const idOf = ({ context, sam, sessionId }: Evening) => listConcerns(context.db, sam, sessionId)[0]!.id;

function say(evening: Evening, words: string, { tell = '', opened = '0', as = evening.sam } = {}) {
	const id = idOf(evening);
	const form = { [`opened-${id}`]: opened, [`words-${id}`]: words, [`tell-${id}`]: tell };
	return visit(evening.context, evening.path, { as, form });
}

test('the box is offered once the session has started, to who was there and to leads, and says which person', async () => {
	const evening = givenEvening();
	const { context, register, sam, lead, coordinator, alex } = evening;
	for (const as of [sam, lead])
		expect((await visit(context, register, { as })).html).toContain(`name="concern-${alex}"`);
	expect((await visit(context, register, { as: coordinator })).html).not.toContain('concern-');
	context.setNow('2026-01-13T12:00:00Z');
	expect((await visit(context, register, { as: sam })).html).not.toContain('concern-');
});

test('a tick is saved with the marks, cannot be taken back, and leads to where it is said in words', async () => {
	const evening = givenEvening();
	const { context, register, sam, marek, alex, path } = evening;
	expect((await tick(evening)).location).toBe(`${register}?said=saved`);
	const page = await visit(context, register, { as: sam });
	expect(page.html).toMatch(new RegExp(`name="concern-${alex}"[^>]*checked=""[^>]*`));
	expect(page.html).toMatch(
		new RegExp(
			`<input[^>]*disabled=""[^>]*name="concern-${alex}"|name="concern-${alex}"[^>]*disabled=""|disabled=""[^>]*name="concern-${alex}"`,
		),
	);
	expect(page.text).toContain('You said that something concerned you about 1 person.');
	expect(page.html).toContain(`href="${path}"`);
	expect((await visit(context, register, { as: marek })).text).not.toContain('You said that something');
	expect((await tick(evening)).location).toBe(`${register}?said=unchanged`);
	await say(evening, 'Shaking');
	expect((await visit(context, register, { as: sam })).text).not.toContain('You said that something');
});

test('the session’s list of steps says what is left of the concerns: to who raised one that it is to be described', async () => {
	const evening = givenEvening();
	const { context, sam, marek, sessionId } = evening;
	const list = async (as: StaffActor) => (await visit(context, `/sessions/${sessionId}`, { as })).text;
	expect(await list(sam)).toContain('None raised');
	await tick(evening);
	expect(await list(sam)).toContain('1 to describe');
	expect(await list(marek)).toContain('1 concern');
	expect(await list(marek)).not.toContain('to describe');
	await say(evening, 'Shaking');
	expect(await list(sam)).toContain('1 concern');
	expect(await list(sam)).not.toContain('to describe');
});

test('a register at fault comes back with the tick still there, and a colleague’s change meanwhile does not lose it', async () => {
	const evening = givenEvening();
	const { context, register, sam, marek, alex } = evening;
	const bad = await visit(context, register, { as: sam, form: ticked(alex, { [`mark-${alex}`]: 'late' }) });
	expect(bad.status).toBe(400);
	expect(bad.html).toMatch(new RegExp(`name="concern-${alex}"[^>]*checked=""`));
	expect(context.db.select().from(schema.concerns).all()).toEqual([]);
	const theirs = { [`version-${alex}`]: '1', [`mark-${alex}`]: 'absent-no-contact' };
	await visit(context, register, { as: marek, form: theirs });
	const conflict = await tick(evening);
	expect(conflict.status).toBe(409);
	expect(context.db.select().from(schema.concerns).all()).toHaveLength(1);
});

test('a tick that is sent without a sign-in saves nothing, and the same form sent once signed in saves it', async () => {
	const { context, register, sam, alex } = givenEvening();
	const answer = await visit(context, register, { form: ticked(alex) });
	expect(answer.location).toMatch(/^\/sign-in/);
	expect(context.db.select().from(schema.concerns).all()).toEqual([]);
	expect((await visit(context, register, { as: sam, form: ticked(alex) })).status).toBe(302);
	expect(context.db.select().from(schema.concerns).all()).toHaveLength(1);
});

test('the words are shown with who and when, to the team of the session and to leads alone', async () => {
	const evening = givenEvening();
	const { context, path, sam, marek, lead, coordinator } = evening;
	await tick(evening);
	expect((await say(evening, 'He was <b>shaking</b>', { tell: 'yes' })).location).toBe(`${path}?said=saved`);
	expect((await say(evening, 'He was <b>shaking</b>', { tell: 'yes' })).location).toBe(`${path}?said=unchanged`);
	for (const as of [sam, marek, lead]) {
		const page = await visit(context, path, { as });
		expect(page.html).toContain('He was &lt;b&gt;shaking&lt;/b&gt;');
		expect(page.text).toContain('Tuesday 13 January 2026, 6:41pm, Sam Okafor');
		expect(page.text).toContain('The referrer is to be told as well');
	}
	const nowhere = await visit(context, '/sessions/never/concerns', { as: coordinator });
	const theirs = await visit(context, path, { as: coordinator });
	expect([theirs.status, theirs.html]).toEqual([404, nowhere.html]);
	expect((await say(evening, 'Me too', { as: marek })).status).toBe(404);
});

test('what is too long comes back with every word, and a broken form saves nothing', async () => {
	const evening = givenEvening();
	await tick(evening);
	const long = await say(evening, 'x'.repeat(2001));
	expect(long.status).toBe(400);
	expect(long.text).toContain('What concerned you must be 2000 characters or fewer');
	expect(long.html).toContain('x'.repeat(2001));
	const broken = await say(evening, 'Shaking', { opened: 'latest' });
	expect(broken.status).toBe(400);
	expect(broken.html).toContain('Shaking');
	expect(context(evening)).toEqual([]);
});
const context = (evening: Evening) => evening.context.db.select().from(schema.concernEntries).all();

test('the lead’s task leads to the words, and shows a draft to the referrer only when that was asked', async () => {
	const evening = givenEvening();
	const { context: app, lead, coordinator, alex, path, sam } = evening;
	await tick(evening);
	const [task] = listOpenTasks(app.db, lead, { own: true });
	const taskPage = () => visit(app, `/tasks/${task!.id}`, { as: lead });
	const first = await taskPage();
	expect(first.text).toContain('Raised by Sam Okafor. They have not said whether to tell the referrer.');
	expect(first.text).not.toContain('A draft');
	await say(evening, 'He was shaking', { tell: 'yes' });
	const asked = await taskPage();
	expect(asked.text).toContain('They asked that the referrer is told as well.');
	expect(asked.html).toContain(`href="${path}"`);
	expect(asked.text).toContain('Not recorded yet');
	expect(asked.text).toContain('There is something that we would like to talk over with you. Please ring us.');
	expect(asked.text).not.toContain('shaking');
	expect((await visit(app, path, { as: sam })).text).toContain('No referrer is recorded for this person yet');
	setReferrer(app, coordinator, { enrolmentId: alex, version: 0, name: 'Ann Wye', agency: 'Early help', email: null });
	expect((await taskPage()).text).toContain('Ann Wye, Early help');
	expect((await visit(app, '/today', { as: lead })).text).toContain('1 concern to look at');
});
