import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { CLOCK, type StaffActor } from '#app/domain/access/actor.ts';
import type { SaidAdaptation } from '#app/domain/fidelity/adaptation-records.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import type { AdaptationId } from '#app/domain/shared/ids.ts';
import { decideAdaptation } from '#app/use-cases/adaptations/decide-adaptation.ts';
import { closeBegunProposals } from '#app/use-cases/adaptations/proposal-task.ts';
import { recordAdaptation } from '#app/use-cases/adaptations/record-adaptation.ts';
import { correctAdaptation, withdrawAdaptation } from '#app/use-cases/adaptations/revise-adaptation.ts';
import { listAdaptations } from '#db/queries/fidelity/adaptations.ts';
import { listNotices } from '#db/queries/notices/notices.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

const BEFORE = '2026-01-13T12:00:00Z';
const AFTER = '2026-01-13T20:45:00Z';

function given(now = BEFORE) {
	const context = testContext({ now });
	const place = givenPlaces(context);
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const ruth = givenStaff(context, { name: 'Ruth Lead', roles: ['lead'] });
	const kim = givenStaff(context, { name: 'Kim' });
	const { sessionIds } = givenCohort(context, { ...place, team: [sam, kim] });
	const sessionId = sessionIds[0]!;
	const programme = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	const core = planNumbered(programme, 1).activities.find((activity) => activity.core)!.key;
	const said: SaidAdaptation = {
		...{ when: 'implementation', how: 'In the planning meeting', isLasting: false, decidedBy: 'team' },
		...{ what: 'content', contentChange: 'tailoring', contextChange: null, level: 'cohort' },
		...{ fidelity: 'consistent', goal: 'better-fit', reason: 'Two read little', activityKey: core },
	};
	const record = (as: StaffActor = sam) => idOf(recordAdaptation(context, as, { sessionId, ...said }));
	const correct = (
		adaptationId: AdaptationId,
		more: Partial<SaidAdaptation> = { goal: 'cost' },
		{ as = sam, why = 'Wrong goal' }: { as?: StaffActor; why?: string | null } = {},
	) => correctAdaptation(context, as, { sessionId, adaptationId, why, ...said, ...more });
	const withdraw = (adaptationId: AdaptationId, as: StaffActor = sam, why: string | null = 'Put off') =>
		withdrawAdaptation(context, as, { sessionId, adaptationId, why });
	const decide = (adaptationId: AdaptationId) =>
		decideAdaptation(context, ruth, { sessionId, adaptationId, decision: 'approved', reason: null });
	const all = () => listAdaptations(context.db, ruth, sessionId, context.clock.now());
	const standings = () => all().map(({ standing }) => standing);
	const tasks = () =>
		context.db
			.select({ cause: schema.tasks.cause, state: schema.tasks.state, dueOn: schema.tasks.dueOn })
			.from(schema.tasks)
			.where(eq(schema.tasks.kind, 'adaptation'))
			.all();
	const states = () => tasks().map(({ state }) => state);
	return { context, sam, ruth, kim, sessionIds, record, correct, withdraw, decide, all, standings, tasks, states };
}

function idOf(outcome: { done: true; value: { id: AdaptationId } } | { done: false; code: string }): AdaptationId {
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value.id;
}

test('what was approved and is corrected before the session is another proposal: it is decided again, and both are kept', () => {
	const { record, correct, decide, all, standings } = given();
	const first = record();
	decide(first);
	const second = idOf(correct(first));
	expect(standings()).toEqual(['corrected', 'waiting']);
	expect(decide(first)).toMatchObject({ code: 'changed-meanwhile', details: { standing: 'corrected' } });
	expect(decide(second).done).toBe(true);
	expect(all()).toMatchObject([
		{ id: first, goal: 'better-fit', decision: 'approved', deciderName: 'Ruth Lead', correctedBy: second },
		{ id: second, goal: 'cost', corrects: first, correctionReason: 'Wrong goal', standing: 'approved' },
	]);
});

test('from the session’s start on a correction was not decided beforehand, whatever was decided of what it corrects', () => {
	const { context, record, correct, decide, standings } = given();
	const [approved, left] = [record(), record()];
	decide(approved);
	context.setNow(AFTER);
	expect(standings()).toEqual(['approved', 'not-decided']);
	expect(decide(left)).toMatchObject({ code: 'session-started' });
	correct(approved);
	expect(standings()).toEqual(['corrected', 'not-decided', 'unplanned']);
});

test('an unplanned record stays unplanned, and a correction is corrected in turn', () => {
	const { record, correct, standings } = given(AFTER);
	const second = idOf(correct(record()));
	expect(correct(second, { goal: 'effectiveness' }).done).toBe(true);
	expect(standings()).toEqual(['corrected', 'corrected', 'unplanned']);
});

test('only who wrote it corrects or withdraws it: neither the colleague nor a lead, nor under another session', () => {
	const { context, ruth, kim, sessionIds, record, correct, withdraw, standings } = given();
	const id = record();
	for (const as of [kim, ruth, givenStaff(context)]) {
		expect(correct(id, {}, { as })).toMatchObject({ code: 'not-found' });
		expect(withdraw(id, as)).toMatchObject({ code: 'not-found' });
	}
	const elsewhere = { sessionId: sessionIds[1]!, adaptationId: id, why: 'Put off' };
	const sam = context.db.select().from(schema.adaptations).get()!.recordedBy;
	const writer = { ...kim, staffId: sam };
	expect(withdrawAdaptation(context, writer, elsewhere)).toMatchObject({ code: 'not-found' });
	expect(standings()).toEqual(['waiting']);
});

test('without a reason, without a change, with a fault, or of a session that did not go ahead nothing is written', () => {
	const { context, record, correct, withdraw, standings } = given();
	const id = record();
	expect(correct(id, { goal: 'cost' }, { why: ' ' })).toMatchObject({ code: 'reason-needed' });
	expect(withdraw(id, undefined, null)).toMatchObject({ code: 'reason-needed' });
	expect(correct(id, {})).toMatchObject({ code: 'nothing-changed' });
	expect(correct(id, { goal: 'fun' })).toMatchObject({ code: 'faulty-adaptation' });
	expect(correct(id, { contentChange: 'removing' })).toMatchObject({
		details: { faults: [{ field: 'fidelity', fault: 'core-removed' }] },
	});
	context.db.update(schema.sessions).set({ state: 'cancelled', stateReason: 'snow' }).run();
	expect(correct(id)).toMatchObject({ code: 'session-cancelled' });
	expect(standings()).toEqual(['waiting']);
	expect(withdraw(id).done).toBe(true);
});

test('what was corrected or withdrawn on another page meanwhile is refused with what stands', () => {
	const { record, correct, withdraw, standings } = given();
	const id = record();
	const second = idOf(correct(id));
	for (const refused of [correct(id, { goal: 'effectiveness' }), withdraw(id)])
		expect(refused).toMatchObject({ code: 'changed-meanwhile', details: { standing: 'corrected' } });
	withdraw(second);
	for (const refused of [correct(second, { goal: 'effectiveness' }), withdraw(second)])
		expect(refused).toMatchObject({ code: 'changed-meanwhile', details: { standing: 'withdrawn' } });
	expect(standings()).toEqual(['corrected', 'withdrawn']);
});

test('a proposal opens one task for leads, due by its session; deciding, correcting and withdrawing close it', () => {
	const { context, ruth, record, correct, withdraw, decide, tasks, states } = given();
	const first = record();
	expect(tasks()).toEqual([{ cause: `adaptation ${first}`, state: 'open', dueOn: '2026-01-13' }]);
	expect(listNotices(context.db, ruth).map(({ kind }) => kind)).toEqual(['task-given']);
	decide(first);
	expect(states()).toEqual(['closed']);
	const second = idOf(correct(first));
	expect(states()).toEqual(['closed', 'open']);
	const third = idOf(correct(second, { goal: 'effectiveness' }));
	withdraw(third);
	expect(states()).toEqual(['closed', 'closed', 'closed']);
	const reasons = context.db.select().from(schema.taskEntries).where(eq(schema.taskEntries.event, 'closed')).all();
	expect(reasons.map(({ words }) => words).toSorted()).toEqual([
		'adaptation-corrected',
		'adaptation-decided',
		'adaptation-withdrawn',
	]);
});

test('what is unplanned asks nothing of a lead', () => {
	const { record, tasks } = given(AFTER);
	record();
	expect(tasks()).toEqual([]);
});

test('the clock closes what was not decided when its session begins, once, and leaves a trail', () => {
	const { context, sam, record, states } = given();
	record();
	closeBegunProposals(context, CLOCK);
	expect(states()).toEqual(['open']);
	context.setNow('2026-01-13T18:30:00Z');
	closeBegunProposals(context, sam);
	expect(states()).toEqual(['open']);
	closeBegunProposals(context, CLOCK);
	closeBegunProposals(context, CLOCK);
	expect(states()).toEqual(['closed']);
	const trail = context.db
		.select()
		.from(schema.auditEntries)
		.where(eq(schema.auditEntries.action, 'adaptation-tasks-closed'))
		.all();
	expect(trail).toHaveLength(1);
});

test('who proposed it is told of the decision, and the colleague is not', () => {
	const { context, sam, kim, record, decide } = given();
	const id = record();
	expect(listNotices(context.db, sam)).toEqual([]);
	decide(id);
	expect(listNotices(context.db, sam)).toMatchObject([{ kind: 'adaptation-decided', aboutId: id }]);
	expect(listNotices(context.db, kim)).toEqual([]);
});

test('the trail names the records and none of their words', () => {
	const { context, record, correct, withdraw } = given();
	const first = record();
	const second = idOf(correct(first));
	withdraw(second);
	const entries = context.db.select().from(schema.auditEntries).all().slice(-2);
	expect(entries.map(({ action, details }) => [action, JSON.parse(details)])).toEqual([
		['adaptation-corrected', { adaptation: second, corrects: first, planned: 'proactive' }],
		['adaptation-withdrawn', { adaptation: second }],
	]);
	expect(JSON.stringify(entries)).not.toMatch(/Wrong goal|Put off|read little/);
});
