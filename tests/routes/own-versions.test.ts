import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

const slug = 'caring-dads';
const idOf = (version: string) => programmeIdOf({ slug, version, variant: null });
const list = `/programmes/${idOf('1')}/versions`;

function given() {
	const context = testContext({ now: '2026-01-02T09:00:00Z' });
	const lead = givenStaff(context, { name: 'Lena Holt', roles: ['lead'] });
	const facilitator = givenStaff(context);
	const see = (path: string, as: StaffActor = lead) => visit(context, path, { as });
	const send = (path: string, form: Record<string, string>, as: StaffActor = lead) =>
		visit(context, path, { as, form });
	const begin = async () => (await send(list, { from: idOf('1') })).location!.replace('?said=started', '');
	const versionNow = () => String(context.db.select().from(schema.programmeVersions).get()!.version);
	const planOne = () => context.db.select().from(schema.programmeVersions).get()!.plans[0]!;
	/** Session 1 as its page has it, with the version that it shows. */
	const form = (change: Record<string, string> = {}) => {
		const { title, aim, minutes, materials, guidance, homework, activities } = planOne();
		const rows = activities.flatMap((one, at) => [
			[`key-${at + 1}`, one.key],
			[`order-${at + 1}`, String(at + 1)],
			[`title-${at + 1}`, one.title],
			[`minutes-${at + 1}`, String(one.minutes)],
			[`kind-${at + 1}`, one.core ? 'core' : 'adaptable'],
			[`mechanism-${at + 1}`, one.mechanism],
		]);
		return {
			...{ version: versionNow(), title, aim, minutes: String(minutes), homework: homework ?? '' },
			...{ materials: materials.join('\r\n'), guidance: guidance.join('\r\n\r\n') },
			...(Object.fromEntries(rows) as Record<string, string>),
			...change,
		};
	};
	return { context, lead, facilitator, see, send, begin, form, planOne, versionNow };
}

test('a lead begins a draft from a version, and the list leads on to it', async () => {
	const { see, send, begin } = given();
	expect((await see(`/programmes/${idOf('1')}`)).text).toContain('Versions, and writing your own');
	expect((await see(list)).text).toContain('Version 1 State In force Where it comes from Came with Plumbline');
	const draft = await begin();
	expect((await see(draft)).text).toContain('It began with the wording of version 1');
	expect((await see(list)).text).toMatch(
		/Version 1\.1 State Draft Where it comes from Began as version 1\. Last changed .* by Lena Holt/,
	);
	const second = await send(list, { from: idOf('1') });
	expect([second.status, second.text.includes('There is a draft of this programme already')]).toEqual([409, true]);
});

test.each(['', 'unheard-of', programmeIdOf({ slug, version: '1', variant: '15-plus-2' })])(
	'a draft does not begin from “%s”',
	async (from) => {
		const { send } = given();
		const answer = await send(list, { from });
		expect([answer.status, answer.text.includes('Choose the version to begin with')]).toEqual([400, true]);
	},
);

test('the form of a plan sent back as it is changes nothing; new words are saved and shown', async () => {
	const { see, send, begin, form, planOne, versionNow } = given();
	const page = `${await begin()}/plans/1`;
	expect((await send(page, form())).location).toBe(`${page}?said=unchanged`);
	expect(versionNow()).toBe('1');
	expect((await send(page, form({ title: 'Our own title' }))).location).toBe(`${page}?said=saved`);
	expect(planOne().title).toBe('Our own title');
	const shown = await see(`${page}?said=saved`);
	expect(shown.text).toContain('The session plan is saved.');
	expect(shown.html).toContain('value="Our own title"');
	expect(shown.html.match(/<title>(.*?)<\/title>/)?.[1]).toBe('Write a session plan - Plumbline');
});

test('activities are added, removed and put in another order by fields alone', async () => {
	const { send, begin, form, planOne } = given();
	const page = `${await begin()}/plans/1`;
	const keys = planOne().activities.map(({ key }) => key);
	const added = {
		'title-6': 'Own words',
		'minutes-6': '25',
		'kind-6': 'adaptable',
		'mechanism-6': 'trust',
		'order-6': '1',
	};
	const answer = await send(page, form({ ...added, 'key-6': '', 'remove-2': 'yes', 'order-5': '0' }));
	expect(answer.location).toBe(`${page}?said=saved`);
	expect(planOne().activities.map(({ key }) => key)).toEqual([keys[4], keys[0], 'added-1', keys[2], keys[3]]);
	expect(planOne().activities[2]).toMatchObject({ title: 'Own words', minutes: 25, core: false, mechanism: 'trust' });
});

test.each([
	['title', '', 'Enter a title'],
	['aim', ' ', 'Enter the goal of the session'],
	['minutes', '600', 'Enter minutes as a whole number from 1 to 480'],
	['minutes', 'two hours', 'Enter minutes as a whole number from 1 to 480'],
	['minutes-1', '0', 'Activity 1: Enter minutes as a whole number from 1 to 480'],
	['title-2', '', 'Enter a title for activity 2'],
	['kind-1', 'both', 'Choose the kind of activity 1'],
	['mechanism-1', '', 'Choose what activity 1 is for'],
	['order-1', 'first', 'Enter the place of activity 1 as a number'],
	['title-6', 'Half an activity', 'Activity 6: Enter minutes'],
	['guidance', '', 'Enter the guidance'],
	['version', 'x', 'Open the page again'],
])(
	'with %s “%s” nothing is saved, a sentence says what to do, and what was typed is kept',
	async (name, typed, sentence) => {
		const { send, begin, form, versionNow } = given();
		const answer = await send(`${await begin()}/plans/1`, form({ homework: 'Typed and not lost', [name]: typed }));
		expect([answer.status, versionNow()]).toEqual([400, '1']);
		expect(answer.text).toContain(sentence);
		expect(answer.text).toContain('Typed and not lost');
	},
);

test.each([
	['guidance', '# A heading', 422, 'Guidance is plain paragraphs'],
	['mechanism-1', 'unheard-of', 422, 'Choose from the list what each activity is for'],
	['key-1', 'unheard-of', 409, 'The activities on this page are not those of the plan'],
	['key-2', 'arrival', 409, 'The activities on this page are not those of the plan'],
])('%s “%s” is refused by the rule, and what was typed is kept', async (name, typed, status, sentence) => {
	const { send, begin, form, versionNow } = given();
	const answer = await send(`${await begin()}/plans/1`, form({ homework: 'Typed and not lost', [name]: typed }));
	expect([answer.status, versionNow()]).toEqual([status, '1']);
	expect([answer.text.includes(sentence), answer.text.includes('Typed and not lost')]).toEqual([true, true]);
});

test('who saves an old page is shown what stands, keeps what was typed, and may then save', async () => {
	const { send, begin, form, planOne } = given();
	const page = `${await begin()}/plans/1`;
	const old = form({ title: 'The second window' });
	await send(page, form({ title: 'The first window' }));
	const stale = await send(page, old);
	expect(stale.status).toBe(409);
	expect(stale.text).toContain('Somebody has changed this draft since you opened the page');
	expect(stale.text).toContain('The plan as it stands now The first window');
	expect(stale.html).toContain('value="The second window"');
	expect(stale.html).toContain('name="version" value="2"');
	await send(page, { ...old, version: '2' });
	expect(planOne().title).toBe('The second window');
});

test('a draft whose minutes do not add up shows it everywhere, and is not published', async () => {
	const { context, see, send, begin, form, versionNow } = given();
	const draft = await begin();
	await send(`${draft}/plans/1`, form({ minutes: '90' }));
	const sentence = 'The session takes 90 minutes and its activities 120: make them equal.';
	for (const page of [draft, `${draft}/plans/1`, `${draft}/publication`]) {
		expect((await see(page)).text).toContain(sentence);
	}
	expect((await see(`${draft}/publication`)).html).not.toContain('name="from-day"');
	const from = { 'from-day': '1', 'from-month': '2', 'from-year': '2026' };
	const answer = await send(`${draft}/publication`, { ...from, version: versionNow() });
	expect([answer.status, answer.text.includes('mend what is listed'), answer.text.includes(sentence)]).toEqual([
		...[422, true, true],
	]);
	expect(context.content.findProgramme({ slug, version: '1.1', variant: null })).toBeNull();
});

test('a lead publishes from a day; from then on staff read it, and nobody can write in it', async () => {
	const { see, send, begin, form, facilitator } = given();
	const draft = await begin();
	await send(`${draft}/plans/1`, form({ title: 'Our own title' }));
	const day = (from: string) => ({ 'from-day': from, 'from-month': '1', 'from-year': '2026', version: '2' });
	expect((await see(`${draft}/publication`)).text).toContain('cohorts that are laid out already keep the version');
	expect((await send(`${draft}/publication`, day('1'))).text).toContain('Enter today or a later day');
	expect((await send(`${draft}/publication`, day(''))).status).toBe(400);
	expect((await send(`${draft}/publication`, { ...day('2'), version: '1' })).status).toBe(409);
	expect((await send(`${draft}/publication`, day('2'))).location).toBe(`${draft}?said=published`);
	expect((await see(list)).text).toContain('Version 1.1 State In force');
	expect((await see(`/programmes/${idOf('1.1')}`, facilitator)).text).toContain('Our own title');
	expect((await see(`/programmes/${idOf('1.1')}`, facilitator)).text).not.toContain('placeholder');
	expect((await see(`${draft}/plans/1`)).html).not.toContain('<textarea');
	for (const page of [`${draft}/publication`, `${draft}/removal`]) expect((await see(page)).location).toBe(draft);
	const late = await send(`${draft}/plans/1`, form({ title: 'Too late' }));
	expect([late.status, late.text.includes('a published version never changes')]).toEqual([409, true]);
	expect(late.html).toContain('value="Too late"');
	expect((await send(`${draft}/removal`, { version: '3' })).location).toBe(draft);
	expect((await send(`${draft}/publication`, { ...day('3'), version: '3' })).location).toBe(draft);
});

test('two versions stand side by side with what differs, and only that', async () => {
	const { see, send, begin, form } = given();
	const draft = await begin();
	expect((await see(`${draft}/comparison`)).text).toContain('The two say the same.');
	await send(`${draft}/plans/1`, form({ title: 'Our own title', 'minutes-1': '15', 'minutes-2': '30' }));
	const { text } = await see(`${draft}/comparison`);
	expect(text).toContain('Version 1.1 beside version 1');
	expect(text).toContain('Title Version 1 Session 1 Version 1.1 Our own title');
	expect(text).toMatch(/20 minutes, adaptable .* 15 minutes, adaptable/);
	expect(text).not.toContain('Session 2');
	expect((await see(`${draft}/comparison?beside=unheard-of`)).status).toBe(404);
});

test('a draft is thrown away from its own page, and not by who saw an older one', async () => {
	const { context, see, send, begin, form } = given();
	const draft = await begin();
	await send(`${draft}/plans/1`, form({ title: 'Our own title' }));
	expect((await see(`${draft}/removal`)).text).toContain('Everything that was written in this draft is lost');
	expect((await send(`${draft}/removal`, { version: '1' })).status).toBe(409);
	expect((await send(`${draft}/removal`, { version: '2' })).location).toBe(`${list}?said=removed`);
	expect(context.db.select().from(schema.programmeVersions).all()).toEqual([]);
	expect((await see(draft)).status).toBe(404);
});

test('for everybody else none of it is there, and a version is not there under another programme', async () => {
	const { see, send, begin, facilitator } = given();
	const draft = await begin();
	const absent = await see('/programmes/unheard-of/versions/unheard-of', facilitator);
	for (const page of [
		list,
		draft,
		...['plans/1', 'comparison', 'publication', 'removal'].map((one) => `${draft}/${one}`),
	]) {
		const answer = await see(page, facilitator);
		expect([answer.status, answer.html === absent.html]).toEqual([404, true]);
	}
	expect((await send(`${draft}/removal`, { version: '1' }, facilitator)).status).toBe(404);
	expect((await see(`/programmes/${idOf('1')}`, facilitator)).text).not.toContain('writing your own');
	const elsewhere = programmeIdOf({ slug: 'inspiring-families-abusing', version: '1', variant: null });
	expect((await see(draft.replace(idOf('1'), elsewhere))).status).toBe(404);
	expect((await see(`${draft}/plans/18`)).status).toBe(404);
});
