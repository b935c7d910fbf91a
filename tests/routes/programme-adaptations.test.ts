import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import type { AdaptationId, SessionId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { decideAdaptation } from '#app/use-cases/adaptations/decide-adaptation.ts';
import { recordAdaptation } from '#app/use-cases/adaptations/record-adaptation.ts';
import { withdrawAdaptation } from '#app/use-cases/adaptations/revise-adaptation.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

const KEY = { slug: 'caring-dads', version: '1', variant: null };
const ID = programmeIdOf(KEY);

function given() {
	const context = testContext({ now: '2026-01-12T12:00:00Z' });
	const place = givenPlaces(context);
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const ruth = givenStaff(context, { name: 'Ruth Lead', roles: ['lead'] });
	const { sessionIds, cohortId } = givenCohort(context, { ...place, team: [sam], name: 'Tuesday group' });
	const plans = [1, 2].map((number) => planNumbered(context.content.programmeOf(KEY), number));
	const core = plans[0]!.activities.find((activity) => activity.core)!;
	const write = (sessionId: SessionId, how: string, more = {}, as: StaffActor = sam): AdaptationId => {
		const outcome = recordAdaptation(context, as, {
			...{ sessionId, how, when: 'implementation', isLasting: false, decidedBy: 'team', what: 'content' },
			...{ contentChange: 'tailoring', contextChange: null, level: 'cohort', fidelity: 'consistent' },
			...{ goal: 'better-fit', reason: 'Some read little', activityKey: core.key, ...more },
		});
		if (!outcome.done) throw new Error(outcome.code);
		return outcome.value.id;
	};
	const approve = (sessionId: SessionId, adaptationId: AdaptationId) =>
		decideAdaptation(context, ruth, { sessionId, adaptationId, decision: 'approved', reason: null });
	const see = (as: StaffActor, filter = {}) => visit(context, paths.programmeAdaptations(ID, filter), { as });
	return { context, place, sam, ruth, sessionIds, cohortId, core, plans, write, approve, see };
}

test('records lie together by plan and activity, with how often each answer was given and a link to each session', async () => {
	const { context, ruth, sessionIds, core, plans, write, approve, see } = given();
	const [one, two] = sessionIds as [SessionId, SessionId];
	approve(one, write(one, 'Cards in place of the sheet'));
	write(one, 'Talked through', { goal: 'cost', contentChange: 'substituting' });
	write(two, 'Shortened', { activityKey: null, contentChange: 'longer-or-shorter' });
	context.db.update(schema.sessions).set({ state: 'held' }).run();
	const page = await see(ruth);
	expect(page.status).toBe(200);
	expect(page.text).toContain('3 records: 1 approved before the session, 2 not.');
	expect(page.text).toContain('over all of them: Longer or shorter: 1, Substituting: 1, Tailoring: 1.');
	expect(page.text).toContain(
		'2 records in 1 session, 1 approved before the session. The plan was held in 1 session .',
	);
	for (const words of [core.title, 'Tailoring: 1', 'A better fit: 1, Cost: 1', 'Cards in place of the sheet'])
		expect(page.text).toContain(words);
	expect(page.text.indexOf(core.title)).toBeLessThan(page.text.indexOf('Shortened'));
	for (const id of [one, two]) expect(page.html).toContain(`href="${paths.adaptations(id)}"`);
	expect(page.text).toContain(plans[1]!.title);
});

test('the filters leave one plan, one activity, one standing; what is no filter of ours is left out', async () => {
	const { ruth, sessionIds, core, write, approve, see } = given();
	const [one, two] = sessionIds as [SessionId, SessionId];
	approve(one, write(one, 'Cards in place of the sheet'));
	write(two, 'Shortened', { activityKey: null });
	const only = async (filter: object) => {
		const { text } = await see(ruth, filter);
		return [text.includes('Cards in place of the sheet'), text.includes('Shortened')];
	};
	expect(await only({ about: '1' })).toEqual([true, false]);
	expect(await only({ about: `1:${core.key}` })).toEqual([true, false]);
	expect(await only({ about: '2:' })).toEqual([false, true]);
	expect(await only({ about: '1:' })).toEqual([false, false]);
	expect(await only({ standing: 'approved' })).toEqual([true, false]);
	expect(await only({ standing: 'waiting' })).toEqual([false, true]);
	expect(await only({ about: 'nonsense', standing: 'corrected' })).toEqual([true, true]);
	expect(await only({ version: '9' })).toEqual([false, false]);
	expect(await only({ version: 'all' })).toEqual([true, true]);
	expect((await see(ruth, { about: '1:' })).text).toContain('No record fits these filters');
});

test('what was withdrawn, and a session that did not go ahead, are not in it', async () => {
	const { context, sam, ruth, sessionIds, write, see } = given();
	const [one, two] = sessionIds as [SessionId, SessionId];
	const id = write(one, 'Cards in place of the sheet');
	withdrawAdaptation(context, sam, { sessionId: one, adaptationId: id, why: 'Put off' });
	expect((await see(ruth)).text).toContain('Nobody has written of a change in a session yet');
	write(two, 'Shortened', { activityKey: null });
	expect((await see(ruth)).text).toContain('Shortened');
	context.db.update(schema.sessions).set({ state: 'cancelled', stateReason: 'snow' }).run();
	expect((await see(ruth)).text).toContain('Nobody has written of a change in a session yet');
});

test('each reads what is theirs to read: the team its own cohorts, the other roles no page; an unknown programme is none', async () => {
	const { context, place, sam, sessionIds, write, see } = given();
	write(sessionIds[0]!, 'Cards in place of the sheet');
	expect((await see(sam)).text).toContain('Cards in place of the sheet');
	expect((await see(givenStaff(context))).text).not.toContain('Cards in place of the sheet');
	const near = givenStaff(context, { roles: ['coordinator'], areaIds: [place.areaId] });
	const far = givenStaff(context, { roles: ['coordinator'], areaIds: [givenPlaces(context, 'Far away').areaId] });
	expect((await see(near)).text).toContain('Cards in place of the sheet');
	expect((await see(far)).text).not.toContain('Cards in place of the sheet');
	for (const role of ['observer', 'read-only', 'administrator', 'partner-support'] as const)
		expect((await see(givenStaff(context, { roles: [role] }))).status).toBe(404);
	expect((await visit(context, '/programmes/0000000000000/adaptations', { as: sam })).status).toBe(404);
});

test('many records take no more queries than one', async () => {
	const { context, ruth, sessionIds, write, see } = given();
	write(sessionIds[0]!, 'Cards');
	await see(ruth);
	const few = await countQueries(context.db, () => see(ruth));
	for (const id of sessionIds) for (const how of ['One', 'Two', 'Three']) write(id, how, { activityKey: null });
	expect(await countQueries(context.db, () => see(ruth))).toBe(few);
});

test('the file holds counts, no words and no small ones; its download is in the trail', async () => {
	const { context, ruth, sessionIds, core, write } = given();
	for (let count = 0; count < 6; count += 1) write(sessionIds[0]!, '=Cards in place of the sheet');
	write(sessionIds[1]!, 'Shortened', { activityKey: null });
	const file = await visit(context, paths.programmeAdaptationsFile(ID), { as: ruth });
	expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
	const lines = file.html.split(/\r?\n/);
	expect(lines.some((line) => line.includes(core.title) && line.endsWith('Tailoring,6'))).toBe(true);
	expect(lines.filter((line) => line.startsWith('Session 2') || line.includes('No activity')).length).toBeGreaterThan(
		0,
	);
	for (const line of lines.filter((one) => one.includes('No activity in particular'))) expect(line).toMatch(/,hidden$/);
	for (const word of ['Cards', 'Shortened', 'Some read', 'Tuesday group', 'Sam']) expect(file.html).not.toContain(word);
	const trail = context.db.select().from(schema.auditEntries).all();
	expect(JSON.stringify(trail.at(-1))).toContain('programmes.$programmeId.adaptations[.]csv');
});

test('it is linked from the programme and, for leads, from its versions', async () => {
	const { context, sam, ruth } = given();
	const href = `href="${paths.programmeAdaptations(ID)}"`;
	for (const as of [sam, ruth]) expect((await visit(context, paths.programme(ID), { as })).html).toContain(href);
	const versions = await visit(context, paths.programmeVersions(ID), { as: ruth });
	expect(versions.html).toContain(`href="${paths.programmeAdaptations(ID, { version: 'all' })}"`);
	const observer = givenStaff(context, { roles: ['observer'] });
	expect((await visit(context, paths.programme(ID), { as: observer })).html).not.toContain(href);
});
