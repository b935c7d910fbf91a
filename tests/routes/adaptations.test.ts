import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

function given(now = '2026-01-13T12:00:00Z') {
	const context = testContext({ now });
	const place = givenPlaces(context);
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const ruth = givenStaff(context, { name: 'Ruth Lead', roles: ['lead'] });
	const jo = givenStaff(context, { roles: ['coordinator'], areaIds: [place.areaId] });
	const { sessionIds } = givenCohort(context, { ...place, team: [sam] });
	const programme = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	const { activities } = planNumbered(programme, 1);
	const path = `/sessions/${sessionIds[0]}/adaptations`;
	const core = activities.find((activity) => activity.core)!;
	const form = {
		...{ activityKey: core.key, when: 'implementation', decidedBy: 'team', what: 'content', level: 'cohort' },
		...{ contentChange: 'tailoring', contextChange: '', fidelity: 'consistent', goal: 'better-fit', lasting: 'no' },
		...{ how: 'Cards in place of the sheet', reason: 'Some read little' },
	};
	const see = (as: StaffActor, more = '') => visit(context, path + more, { as });
	const send = (as: StaffActor, sent: Record<string, string>, more = '') =>
		visit(context, path + more, { as, form: sent });
	const ids = () =>
		context.db
			.select()
			.from(schema.adaptations)
			.all()
			.map(({ id }) => id);
	return { context, path, sam, ruth, jo, core, form, see, send, ids };
}

test('a facilitator proposes before the session, a lead approves, and the list says where it stands', async () => {
	const { path, sam, ruth, core, form, see, send, ids } = given();
	const fresh = await see(sam);
	expect(fresh.text).toContain('Propose an adaptation');
	expect(fresh.html).not.toContain('checked=""');
	expect((await send(sam, form)).location).toBe(`${path}?said=saved`);
	const listed = await see(sam);
	expect(listed.text).toContain('Planned, waits for a lead');
	expect(listed.text).toContain(core.title);
	expect(listed.html).not.toContain(`${path}/decision`);
	expect((await see(ruth)).html).toContain(`href="${path}/decision"`);
	const decided = await send(ruth, { adaptationId: ids()[0]!, decision: 'approved', reason: '' }, '/decision');
	expect(decided.location).toBe(`${path}?said=decided`);
	expect((await see(sam)).text).toContain('Planned, approved by Ruth Lead');
});

test('what is missing or unknown gets a sentence each, and nothing typed is lost', async () => {
	const { sam, form, see, send, ids } = given();
	const empty = await send(sam, { how: ' ', reason: 'Some read little' });
	expect(empty.status).toBe(400);
	for (const sentence of ['Choose whether it is to last', 'Enter what was changed and how'])
		expect(empty.text).toContain(sentence);
	expect(empty.html).toContain('Some read little');
	const forged = await send(sam, { ...form, goal: 'fun', activityKey: 'juggling', contextChange: 'setting' });
	expect(forged.status).toBe(400);
	for (const sentence of [
		'Choose what it is for',
		'Choose an activity of this session’s plan',
		'Leave this empty: what is changed is not the context',
	])
		expect(forged.text).toContain(sentence);
	expect(forged.html).toContain('Cards in place of the sheet');
	const removed = await send(sam, { ...form, contentChange: 'removing' });
	expect(removed.text).toContain('Leaving out a core activity departs from the model until a lead says otherwise');
	expect(ids()).toEqual([]);
	expect((await see(sam)).text).toContain('Nothing is written yet');
});

test('a proposal that another lead decided meanwhile is refused with what stands; declining needs a reason', async () => {
	const { context, sam, ruth, form, send, see, ids } = given();
	await send(sam, form);
	const decline = { adaptationId: ids()[0]!, decision: 'declined', reason: '' };
	const why = await send(ruth, decline, '/decision');
	expect([why.status, why.text.includes('Enter why you decline it')]).toEqual([422, true]);
	const other = givenStaff(context, { name: 'Max Lead', roles: ['lead'] });
	await send(other, { ...decline, decision: 'approved' }, '/decision');
	const stale = await send(ruth, { ...decline, reason: 'It drops the core' }, '/decision');
	expect(stale.status).toBe(409);
	expect(stale.text).toContain('another lead has approved it meanwhile, and that stands');
	expect(stale.html).toContain('It drops the core');
	const own = await send(other, { ...decline, reason: 'It drops the core' }, '/decision');
	expect([own.status, own.text.includes('You have approved it, and that stands')]).toEqual([409, true]);
	expect((await see(sam)).text).toContain('Planned, approved by Max Lead');
});

test('an activity that the log says was changed is missing until somebody says what was changed', async () => {
	const { context, path, sam, core, form, see, send } = given('2026-01-13T20:45:00Z');
	const log = { version: '0', intent: 'as-planned', [`rating-${core.key}`]: 'content-changed' };
	const page = path.replace('adaptations', 'delivery-log');
	await visit(context, page, { as: sam, form: { ...log, [`reason-${core.key}`]: 'It ran over' } });
	expect((await visit(context, page, { as: sam })).html).toContain(`href="${path}"`);
	expect((await see(sam)).text).toContain(`nobody has said what was changed: ${core.title}`);
	expect((await see(sam)).text).toContain('it counts as unplanned');
	await send(sam, form);
	const after = await see(sam);
	expect(after.text).not.toContain('nobody has said what was changed');
	expect(after.text).toContain('Unplanned');
});

test('of a session that did not go ahead nothing is written; a coordinator reads; a stranger finds no page', async () => {
	const { context, sam, jo, form, see, send, ids } = given();
	expect((await see(jo)).html).not.toContain('name="how"');
	expect((await send(jo, form)).status).toBe(404);
	const stranger = givenStaff(context);
	expect([(await see(stranger)).status, (await send(stranger, form)).status]).toEqual([404, 404]);
	expect((await see(sam, '/decision')).status).toBe(404);
	context.db.update(schema.sessions).set({ state: 'cancelled', stateReason: 'snow' }).run();
	const refused = await send(sam, form);
	expect([refused.status, refused.html.includes('Cards in place of the sheet')]).toEqual([409, true]);
	expect(refused.text).toContain('it is recorded that this session did not go ahead');
	expect(ids()).toEqual([]);
});

test('what a colleague wrote since the session started is on the page once one’s own log is saved', async () => {
	const { context, path, sam, form, see, send } = given('2026-01-13T20:45:00Z');
	const kim = givenStaff(context, { name: 'Kim Vale' });
	const { id: cohortId } = context.db.select().from(schema.cohorts).get()!;
	context.db.insert(schema.teamMembers).values({ cohortId, staffId: kim.staffId, duty: 'co-facilitator' }).run();
	await send(sam, form);
	expect((await see(sam)).text).toContain('Cards in place of the sheet');
	const blind = await see(kim);
	expect(blind.text).not.toContain('Cards in place of the sheet');
	expect(blind.text).toContain('What a colleague wrote since the session started is kept back');
	const log = path.replace('adaptations', 'delivery-log');
	expect(blind.html).toContain(`href="${log}"`);
	await visit(context, log, { as: kim, form: { version: '0', intent: 'as-planned' } });
	const after = await see(kim);
	expect(after.text).toContain('Cards in place of the sheet');
	expect(after.text).not.toContain('is kept back');
});

test('a lead decides with the session, the activity, who, when and the plan before them, not on a sentence alone', async () => {
	const { context, sam, ruth, core, form, see, send } = given();
	await send(sam, form);
	const { text } = await see(ruth, '/decision');
	const plan = planNumbered(context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null }), 1);
	for (const shown of [
		...[
			'Tuesday group',
			'Tuesday 13 January 2026, 6:30pm to 8:30pm',
			'Proposed by Sam Okafor, Tuesday 13 January 2026, midday',
		],
		...[`${core.title} (core, ${core.minutes} minutes)`, 'Content: tailoring', 'Cards in place of the sheet'],
		...['Some read little', 'Keeps to the model', plan.title, plan.aim, plan.guidance[0]!],
	])
		expect(text).toContain(shown);
});
