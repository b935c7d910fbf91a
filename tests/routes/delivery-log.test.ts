import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

function givenEvening(now = '2026-01-13T20:45:00Z') {
	const context = testContext({ now });
	const places = givenPlaces(context);
	const [sam, marek] = [givenStaff(context), givenStaff(context, { name: 'Marek Novak' })];
	const { sessionIds } = givenCohort(context, { ...places, team: [sam, marek] });
	const programme = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	const { activities } = planNumbered(programme, 1);
	return { context, places, sam, marek, activities, path: `/sessions/${sessionIds[0]}/delivery-log` };
}
type Evening = ReturnType<typeof givenEvening>;
type Form = Record<string, string | readonly string[]>;

const see = ({ context, sam, path }: Evening, as: StaffActor = sam) => visit(context, path, { as });
const send = ({ context, sam, path }: Evening, form: Form, as: StaffActor = sam) =>
	visit(context, path, { as, form: { version: '0', ...form } });
const logsOf = ({ context }: Evening) => context.db.select().from(schema.deliveryLogs).all();

test('the log asks about every activity of the plan and presets nothing', async () => {
	const evening = givenEvening();
	const page = await see(evening);
	expect(page.status).toBe(200);
	expect(page.html).toContain('<title>Delivery log - Plumbline</title>');
	for (const { title } of evening.activities) expect(page.text).toContain(title);
	expect(page.text).toContain(`0 of ${evening.activities.length} answered`);
	expect(page.html).not.toContain('checked=""');
});

test('“Everything left as planned” saves all of it in one press, and the page shows what that comes to', async () => {
	const evening = givenEvening();
	const saved = await send(evening, { intent: 'as-planned' });
	expect(saved.location).toBe(`${evening.path}?said=saved`);
	const page = await visit(evening.context, saved.location!, { as: evening.sam });
	const { length } = evening.activities;
	expect(page.text).toContain('Delivery log saved.');
	expect(page.text).toContain(`Delivered 100% ${length} of ${length}`);
	expect(page.text).toContain('Minutes 100% 120 of 120');
});

test('adherence counts what was answered, with what is missing beside it', async () => {
	const evening = givenEvening();
	const [first, second, ...missing] = evening.activities;
	await send(evening, {
		[`rating-${first!.key}`]: 'as-intended',
		[`minutes-${first!.key}`]: '10',
		[`rating-${second!.key}`]: 'not-delivered',
		[`minutes-${second!.key}`]: '99',
		[`reason-${second!.key}`]: 'Time ran out',
	});
	const page = await see(evening);
	expect(page.text).toContain('Delivered 50% 1 of 2');
	expect(page.text).toContain(`${missing.length} activities not answered`);
	expect(page.text).toContain('Not delivered, Time ran out');
});

test('a log at fault names each activity and keeps everything typed', async () => {
	const evening = givenEvening();
	const core = evening.activities.find((activity) => activity.core)!;
	const other = evening.activities.find(({ key }) => key !== core.key)!;
	const page = await send(evening, {
		[`rating-${core.key}`]: 'content-changed',
		[`rating-${other.key}`]: 'as-intended',
		[`minutes-${other.key}`]: 'all evening',
		note: 'We began late',
	});
	expect(page.status).toBe(400);
	expect(page.text).toContain(`Enter why “${core.title}” was changed`);
	expect(page.text).toContain(`The minutes of “${other.title}” must be a whole number from 0 to 300`);
	expect(page.html).toContain('value="all evening"');
	expect(page.html).toContain('We began late');
	expect(page.html).toMatch(new RegExp(`name="rating-${core.key}"[^>]*checked="" value="content-changed"`));
	expect(logsOf(evening)).toEqual([]);
});

test('an empty log, a field sent twice, a forged activity and an unknown button are refused', async () => {
	const evening = givenEvening();
	const { key, title } = evening.activities[0]!;
	const attempts: [Form, string][] = [
		[{}, 'Say of at least one activity how it was delivered'],
		[{ [`rating-${key}`]: ['as-intended', 'not-delivered'] }, `Answer once for “${title}”`],
		[{ 'rating-juggling': 'as-intended' }, 'nothing was saved'],
		[{ intent: 'delete-all' }, 'nothing was saved'],
		[{ version: 'latest' }, 'nothing was saved'],
		[{ intent: 'as-planned', order: 'backwards' }, 'Enter the numbers of the activities as they were delivered'],
		[{ intent: 'as-planned', order: ['1', '2'] }, 'nothing was saved'],
		[
			{ intent: 'as-planned', [`minutes-${key}`]: '600' },
			`The minutes of “${title}” must be a whole number from 0 to 300`,
		],
		[{ intent: 'as-planned', note: 'x'.repeat(2001) }, 'The note must be 2000 characters or fewer'],
	];
	for (const [form, sentence] of attempts) {
		const page = await send(evening, form);
		expect(page.status).toBe(400);
		expect(page.text).toContain(sentence);
	}
	expect(logsOf(evening)).toEqual([]);
});

test('a page that another window overtook shows both answers, and saving again puts its own in place', async () => {
	const evening = givenEvening();
	const { key, title } = evening.activities[0]!;
	await send(evening, { intent: 'as-planned' });
	const answers = { [`rating-${key}`]: 'not-delivered', [`reason-${key}`]: 'Time ran out' };
	const page = await send(evening, answers);
	expect(page.status).toBe(409);
	expect(page.text).toContain('You saved another version of this log in another window');
	expect(page.text).toMatch(new RegExp(`“${title}” was saved at 8:45pm as: As intended, \\d+ minutes`));
	expect(page.html).toContain('name="version" value="1"');
	expect((await send(evening, { ...answers, version: '1' })).status).toBe(302);
	expect(logsOf(evening).map(({ version }) => version)).toEqual([1, 2]);
});

test('before the session starts there is nothing to fill in, and a log sent anyway is refused', async () => {
	const evening = givenEvening('2026-01-13T10:00:00Z');
	const page = await see(evening);
	expect(page.text).toContain('The log opens when the session starts: Tuesday 13 January 2026, 6:30pm.');
	expect(page.html).not.toContain('name="intent"');
	expect((await send(evening, { intent: 'as-planned' })).status).toBe(422);
});

test('the second facilitator writes blind; the coordinator reads and cannot write', async () => {
	const evening = givenEvening();
	const { context, marek, places } = evening;
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] });
	expect((await see(evening, coordinator)).text).toContain('No log yet');
	await send(evening, { intent: 'as-planned', note: 'They laughed a lot' });
	const blind = await see(evening, marek);
	expect(blind.text).toContain('Sam Okafor saved a log already. You see it once you have saved yours');
	expect(blind.html).not.toContain('They laughed a lot');
	const read = await see(evening, coordinator);
	expect(read.text).toContain('They laughed a lot');
	expect(read.html).not.toContain('name="intent"');
	expect((await send(evening, { intent: 'as-planned' }, coordinator)).status).toBe(404);
	await send(evening, { intent: 'as-planned' }, marek);
	expect((await see(evening, marek)).html).toContain('They laughed a lot');
});

test('two logs stand side by side once both are saved: agreement, kappa, direction, and only what differs', async () => {
	const evening = givenEvening();
	const [first, second, third, ...rest] = evening.activities;
	await send(evening, { intent: 'as-planned' });
	expect((await see(evening)).text).not.toContain('Side by side');
	const blind = await see(evening, evening.marek);
	expect(blind.text).not.toContain('Rated alike');
	await send(
		evening,
		{
			[`rating-${first!.key}`]: 'as-intended',
			[`minutes-${first!.key}`]: String(first!.minutes),
			[`rating-${second!.key}`]: 'not-delivered',
			[`reason-${second!.key}`]: 'Time ran out',
			[`rating-${third!.key}`]: 'as-intended',
			[`minutes-${third!.key}`]: '5',
		},
		evening.marek,
	);
	for (const as of [evening.sam, evening.marek]) {
		const { text } = await see(evening, as);
		const [sam, marek] = [evening.sam.name, 'Marek Novak'];
		expect(text).toContain(`Side by side ${sam} and ${marek} Rated alike: 67% (2 of 3) .`);
		expect(text).toContain('Kappa 0.00. With fewer than 10 activities it has no word: read the counts.');
		expect(text).toContain(
			`${sam}’s is nearer to “as intended” in 1 activity, ${marek}’s is nearer to “as intended” in 0 activities.`,
		);
		expect(text).toContain(`Missing: ${rest.length} activities answered by one only.`);
		expect(text).toContain(`${sam} As intended, ${second!.minutes} minutes ${marek} Not delivered, Time ran out`);
		expect(text).toContain(`${sam} As intended, ${third!.minutes} minutes ${marek} As intended, 5 minutes`);
	}
});

test('two logs that say the same agree fully, and kappa says why it is not calculable', async () => {
	const evening = givenEvening();
	for (const as of [evening.sam, evening.marek]) await send(evening, { intent: 'as-planned' }, as);
	const { text } = await see(evening);
	expect(text).toContain('Rated alike: 100% (5 of 5) .');
	expect(text).toContain('Kappa is not calculable: both used one and the same category throughout');
	expect(text).toContain('They differ in no rating, and in no minutes that both gave.');
});

test('a colleague’s log that was opened with one answer and copied agrees with nothing but that one answer', async () => {
	const evening = givenEvening();
	const { activities, marek, sam, context } = evening;
	const [first, second] = activities;
	const left = { [`rating-${second!.key}`]: 'not-delivered', [`reason-${second!.key}`]: 'Time ran out' };
	await send(evening, { intent: 'as-planned', ...left });
	context.setNow('2026-01-13T21:00:00Z');
	await send(evening, { [`rating-${first!.key}`]: 'as-intended' }, marek);
	expect((await see(evening, marek)).text).toContain(`${sam.name} Not delivered, Time ran out`);
	context.setNow('2026-01-13T21:05:00Z');
	const copied = await send(evening, { intent: 'as-planned', version: '1', ...left }, marek);
	expect(copied.location).toContain('said=saved');
	const { text } = await see(evening);
	expect(text).toContain('Rated alike: 100% (1 of 1) .');
	expect(text).toContain(`Missing: ${activities.length - 1} activities answered by one only.`);
	expect(text).toContain('One or both were corrected once both could be read.');
	expect(text).toContain('They differ in no rating');
});

test('who delivered and in which order is preset to nothing, is saved with the log, and stands there for a correction', async () => {
	const evening = givenEvening();
	const { marek, activities } = evening;
	const fresh = await see(evening);
	expect(fresh.text).toContain('Who delivered it');
	expect(fresh.html).not.toMatch(/type="checkbox"[^>]*checked/);
	const order = [2, 1, ...activities.map((_, index) => index + 1).slice(2)].join(' ');
	const said = { intent: 'as-planned', deliveredBy: marek.staffId, order };
	expect((await send(evening, said)).status).toBe(302);
	const page = await see(evening);
	expect(page.text).toContain('Delivered by Marek Novak. In another order than the plan’s: 2, 1, 3, 4, 5.');
	expect(page.html).toContain('value="2, 1, 3, 4, 5"');
	expect(page.html).toMatch(new RegExp(`<input[^>]*checked=""[^>]*value="${marek.staffId}"`));
	const later = { ...said, version: '1', deliveredBy: [evening.sam.staffId, marek.staffId], order: '1 2 3 4 5' };
	await send(evening, later);
	expect((await see(evening)).text).toContain(
		`Delivered by Marek Novak and ${evening.sam.name}. In the order of the plan: 1, 2, 3, 4, 5.`,
	);
});

test('an order that does not fit the log, and somebody who is not of the team, are refused with everything typed', async () => {
	const evening = givenEvening();
	const { context, activities } = evening;
	const stranger = givenStaff(context, { name: 'Uma Stranger' });
	const attempts: [Form, string][] = [
		[{ order: '1, 9' }, 'There is no activity 9 in this plan: enter numbers from 1 to 5'],
		[{ order: '1 1 2 3 4 5' }, `1 (“${activities[0]!.title}”) is in it twice`],
		[{ order: '2 1 3 4' }, `5 (“${activities[4]!.title}”) is missing`],
		[
			{
				order: '2 1 3 4 5',
				[`rating-${activities[0]!.key}`]: 'not-delivered',
				[`reason-${activities[0]!.key}`]: 'Time',
			},
			`Leave 1 (“${activities[0]!.title}”) out of the order`,
		],
		[{ order: '', deliveredBy: stranger.staffId }, 'Choose who delivered from the team of this session'],
	];
	for (const [form, sentence] of attempts) {
		const page = await send(evening, { intent: 'as-planned', note: 'We began late', ...form });
		expect([400, 422]).toContain(page.status);
		expect(page.text).toContain(sentence);
		expect(page.text).toContain('We began late');
		if (form.order) expect(page.html).toContain(`value="${form.order}"`);
	}
	expect(logsOf(evening)).toEqual([]);
	expect(context.db.select().from(schema.logDeliverers).all()).toEqual([]);
});

test('“Everything left as planned” stands before the activities and in the bar that stays on the screen', async () => {
	const { html } = await see(givenEvening());
	expect(html.match(/value="as-planned"/g)).toHaveLength(2);
	expect(html.indexOf('value="as-planned"')).toBeLessThan(html.indexOf('register-row'));
	expect(html.slice(html.indexOf('save-bar"')).includes('value="as-planned"')).toBe(true);
});
