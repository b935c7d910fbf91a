import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

async function given(now = '2026-01-13T12:00:00Z') {
	const context = testContext({ now });
	const place = givenPlaces(context);
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const kim = givenStaff(context, { name: 'Kim' });
	const ruth = givenStaff(context, { name: 'Ruth Lead', roles: ['lead'] });
	const { sessionIds } = givenCohort(context, { ...place, team: [sam, kim] });
	const programme = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	const core = planNumbered(programme, 1).activities.find((activity) => activity.core)!;
	const list = `/sessions/${sessionIds[0]}/adaptations`;
	const said = {
		...{ activityKey: core.key, when: 'implementation', decidedBy: 'team', what: 'content', level: 'cohort' },
		...{ contentChange: 'tailoring', contextChange: '', fidelity: 'consistent', goal: 'better-fit', lasting: 'no' },
		...{ how: 'Cards in place of the sheet', reason: 'Some read little' },
	};
	await visit(context, list, { as: sam, form: said });
	const ids = () =>
		context.db
			.select()
			.from(schema.adaptations)
			.all()
			.map(({ id }) => id);
	const own = `${list}/${ids()[0]}`;
	const see = (as: StaffActor, path = list) => visit(context, path, { as });
	const send = (as: StaffActor, form: Record<string, string>, path = own) => visit(context, path, { as, form });
	const correction = { ...said, intent: 'correct', goal: 'cost', correctionReason: 'Wrong goal' };
	return { context, sam, kim, ruth, list, own, said, ids, see, send, correction };
}

test('who wrote it finds it filled in, corrects it, and the list keeps what it said before', async () => {
	const { sam, list, own, see, send, correction, ids } = await given();
	expect((await see(sam)).html).toContain(`href="${own}"`);
	const form = await see(sam, own);
	expect(form.html).toContain('Cards in place of the sheet');
	expect(form.text).toContain('A lead decides on it again');
	expect((await send(sam, correction)).location).toBe(`${list}?said=corrected`);
	const after = await see(sam);
	expect(after.text).toContain('corrected: Wrong goal');
	expect(after.text).toContain('What 1 record said before a correction');
	expect(after.html).toContain(`href="${list}/${ids()[1]}"`);
	expect(after.html).not.toContain(`href="${own}"`);
});

test('nobody else finds the page, nor the link to it, and what they send changes nothing', async () => {
	const { kim, ruth, own, see, send, correction, ids } = await given();
	for (const as of [kim, ruth]) {
		expect((await see(as)).html).not.toContain(`href="${own}"`);
		expect((await see(as, own)).status).toBe(404);
		expect((await send(as, correction)).status).toBe(404);
	}
	expect(ids()).toHaveLength(1);
});

test('a page from before the last correction is refused, with everything typed and the way to what stands', async () => {
	const { sam, list, own, see, send, correction, ids } = await given();
	await send(sam, correction);
	const stale = await send(sam, { ...correction, how: 'Pictures on the wall' });
	expect(stale.status).toBe(409);
	expect(stale.text).toContain('you have corrected this record meanwhile');
	expect(stale.html).toContain('Pictures on the wall');
	expect(stale.html).toContain(`href="${list}/${ids()[1]}"`);
	const late = await send(sam, { intent: 'withdraw', withdrawalReason: 'Put off till spring' });
	expect([late.status, late.html.includes('Put off till spring')]).toEqual([409, true]);
	expect((await see(sam, own)).html).not.toContain('name="how"');
	expect(ids()).toHaveLength(2);
});

test('each fault has a sentence, and nothing typed is lost', async () => {
	const { sam, send, correction, ids, said } = await given();
	const noReason = await send(sam, { ...correction, correctionReason: ' ' });
	expect([noReason.status, noReason.text.includes('Enter why you correct it')]).toEqual([422, true]);
	expect(noReason.html).toContain('Cards in place of the sheet');
	const faulty = await send(sam, { ...correction, contentChange: 'removing', goal: 'fun' });
	for (const sentence of ['Leaving out a core activity departs from the model', 'Choose what it is for'])
		expect(faulty.text).toContain(sentence);
	const same = await send(sam, { ...said, intent: 'correct', correctionReason: 'Again' });
	expect([same.status, same.text.includes('it says the same as before')]).toEqual([422, true]);
	const why = await send(sam, { intent: 'withdraw', withdrawalReason: '' });
	expect([why.status, why.text.includes('Enter why you withdraw it')]).toEqual([422, true]);
	expect(ids()).toHaveLength(1);
});

test('what is withdrawn is said to be, and a lead who has it open is told', async () => {
	const { sam, ruth, list, see, send, ids } = await given();
	const decided = { adaptationId: ids()[0]!, decision: 'approved', reason: 'Good' };
	expect((await send(sam, { intent: 'withdraw', withdrawalReason: 'Put off' })).location).toBe(
		`${list}?said=withdrawn`,
	);
	expect((await see(sam)).text).toContain('Withdrawn');
	const late = await send(ruth, decided, `${list}/decision`);
	expect(late.status).toBe(409);
	expect(late.text).toContain('who proposed it has withdrawn it meanwhile');
	expect(late.html).toContain('Good');
});

test('from its session’s start on a proposal is decided by nobody, and a correction says that it counts as unplanned', async () => {
	const { context, sam, ruth, list, own, see, send, ids } = await given();
	context.setNow('2026-01-13T20:45:00Z');
	const late = await send(ruth, { adaptationId: ids()[0]!, decision: 'approved', reason: '' }, `${list}/decision`);
	expect([late.status, late.text.includes('it was not decided beforehand')]).toEqual([409, true]);
	expect((await see(sam)).text).toContain('Proposed, not decided before the session');
	expect((await see(sam, own)).text).toContain('once corrected it counts as unplanned');
});

test('of a session that did not go ahead nothing is corrected, and what was typed is kept', async () => {
	const { context, sam, send, correction, ids } = await given();
	context.db.update(schema.sessions).set({ state: 'cancelled', stateReason: 'snow' }).run();
	const refused = await send(sam, correction);
	expect([refused.status, refused.html.includes('Wrong goal')]).toEqual([409, true]);
	expect(ids()).toHaveLength(1);
});

test('a lead finds the proposal from the task, and who proposed it finds the decision from the notice', async () => {
	const { context, sam, ruth, list, see, send, ids } = await given();
	const task = context.db.select().from(schema.tasks).get()!;
	expect((await see(ruth, `/tasks/${task.id}`)).html).toContain(`href="${list}/decision"`);
	await send(ruth, { adaptationId: ids()[0]!, decision: 'declined', reason: 'It drops the aim' }, `${list}/decision`);
	const notices = await see(sam, '/notices');
	expect(notices.text).toContain('A lead has decided on a change of a session that you proposed');
	expect(notices.html).toContain(`href="${list}"`);
	expect((await see(sam)).text).toContain('Planned, declined by Ruth Lead');
});
