import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { AdaptationDecision, SaidAdaptation } from '#app/domain/fidelity/adaptation-records.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import type { AdaptationId } from '#app/domain/shared/ids.ts';
import { decideAdaptation } from '#app/use-cases/adaptations/decide-adaptation.ts';
import { recordAdaptation } from '#app/use-cases/adaptations/record-adaptation.ts';
import { listAdaptations } from '#db/queries/fidelity/adaptations.ts';
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
	const jo = givenStaff(context, { name: 'Jo', roles: ['coordinator'], areaIds: [place.areaId] });
	const { sessionIds } = givenCohort(context, { ...place, team: [sam] });
	const sessionId = sessionIds[0]!;
	const programme = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	const [first, other] = [1, 2].map((number) => planNumbered(programme, number).activities);
	const core = first!.find((activity) => activity.core)!.key;
	const sound: SaidAdaptation = {
		...{ when: 'implementation', how: 'In the planning meeting', isLasting: false, decidedBy: 'team' },
		...{ what: 'content', contentChange: 'tailoring', contextChange: null, level: 'cohort' },
		...{ fidelity: 'consistent', goal: 'better-fit', reason: 'Two read little', activityKey: core },
	};
	const record = (more: Partial<SaidAdaptation> = {}, as: StaffActor = sam) =>
		recordAdaptation(context, as, { sessionId, ...sound, ...more });
	const decide = (adaptationId: AdaptationId, decision: AdaptationDecision, as = ruth, reason: string | null = null) =>
		decideAdaptation(context, as, { sessionId, adaptationId, decision, reason });
	const seenBy = (as: StaffActor) =>
		listAdaptations(context.db, as, sessionId, context.clock.now()).map(({ standing }) => standing);
	const elsewhere = other!.find(({ key }) => !first!.some((one) => one.key === key))!.key;
	return { context, sam, ruth, jo, sessionIds, core, elsewhere, record, decide, seenBy };
}

function idOf(outcome: ReturnType<ReturnType<typeof given>['record']>): AdaptationId {
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value.id;
}

test('what is written before the session is a proposal that a lead decides; what is written after it is unplanned', () => {
	const { context, sam, ruth, record, decide, seenBy } = given();
	const [one, two] = [idOf(record()), idOf(record({ reason: 'The room is small' }))];
	expect(seenBy(sam)).toEqual(['waiting', 'waiting']);
	expect(decide(one, 'approved').done).toBe(true);
	expect(decide(two, 'declined')).toMatchObject({ code: 'reason-needed' });
	expect(decide(two, 'declined', ruth, 'It would drop a core activity').done).toBe(true);
	context.setNow(AFTER);
	const three = idOf(record());
	expect(seenBy(sam)).toEqual(['approved', 'declined', 'unplanned']);
	expect(decide(three, 'approved')).toMatchObject({ code: 'not-proposed' });
	const { sessionId } = context.db.select().from(schema.adaptations).all()[0]!;
	const [first] = listAdaptations(context.db, sam, sessionId, context.clock.now());
	expect(first).toMatchObject({ recordedByName: 'Sam Okafor', deciderName: 'Ruth Lead', planned: 'proactive' });
});

test('a second decision is refused, and what was decided first stands', () => {
	const { context, record, decide, seenBy, ruth } = given();
	const id = idOf(record());
	decide(id, 'approved');
	const other = givenStaff(context, { roles: ['lead'] });
	expect(decide(id, 'declined', other, 'Too late')).toMatchObject({
		code: 'decided-already',
		details: { standing: 'approved' },
	});
	expect(seenBy(ruth)).toEqual(['approved']);
});

test('a button pressed twice decides once; another decision of the same lead is refused as decided by them', () => {
	const { record, decide, seenBy, ruth } = given();
	const id = idOf(record());
	for (const press of [1, 2])
		expect([press, decide(id, 'declined', ruth, 'Core')]).toMatchObject([press, { done: true }]);
	const details = { standing: 'declined', isYours: true };
	expect(decide(id, 'approved')).toMatchObject({ code: 'decided-already', details });
	expect(decide(id, 'declined', ruth, 'Too long')).toMatchObject({ code: 'decided-already', details });
	expect(seenBy(ruth)).toEqual(['declined']);
});

test('an activity of another plan, an unknown answer and a session that did not go ahead are refused', () => {
	const { context, elsewhere, record } = given();
	expect(record({ activityKey: elsewhere, goal: 'fun' })).toMatchObject({
		code: 'faulty-adaptation',
		details: { faults: [{ field: 'goal' }, { field: 'activityKey', fault: 'unknown-activity' }] },
	});
	context.db.update(schema.sessions).set({ state: 'cancelled', stateReason: 'snow' }).run();
	expect(record()).toMatchObject({ code: 'session-cancelled' });
	expect(context.db.select().from(schema.adaptations).all()).toEqual([]);
});

test('that leaving out a core activity keeps to the model is for a lead to say', () => {
	const { ruth, record } = given();
	const removed = { contentChange: 'removing', fidelity: 'consistent' };
	expect(record(removed)).toMatchObject({ details: { faults: [{ field: 'fidelity', fault: 'core-removed' }] } });
	expect(record({ ...removed, fidelity: 'inconsistent' }).done).toBe(true);
	expect(record(removed, ruth).done).toBe(true);
});

test('facilitators propose and do not decide, coordinators read, and a lead decides of no proposal of their own', () => {
	const { context, sam, ruth, jo, record, decide, seenBy } = given();
	const id = idOf(record());
	for (const as of [sam, jo]) expect(decide(id, 'approved', as)).toMatchObject({ code: 'not-found' });
	for (const as of [jo, givenStaff(context)]) expect(record({}, as)).toMatchObject({ code: 'not-found' });
	expect(decide(idOf(record({}, ruth)), 'approved')).toMatchObject({ code: 'own-proposal' });
	for (const as of [sam, jo, ruth]) expect(seenBy(as)).toEqual(['waiting', 'waiting']);
	const observer = givenStaff(context, { roles: ['observer'] });
	for (const as of [givenStaff(context), observer]) expect(seenBy(as)).toEqual([]);
});

test('a decision under the address of another session finds nothing', () => {
	const { context, ruth, sessionIds, record } = given();
	const adaptationId = idOf(record());
	const asked = { sessionId: sessionIds[1]!, adaptationId, decision: 'approved', reason: null } as const;
	expect(decideAdaptation(context, ruth, asked)).toMatchObject({ code: 'not-found' });
});

test('the trail says which record and how it was decided, and none of its words', () => {
	const { context, record, decide } = given();
	const id = idOf(record());
	decide(id, 'approved');
	const entries = context.db.select().from(schema.auditEntries).all().slice(-2);
	expect(entries.map(({ action, outcome }) => [action, outcome])).toEqual([
		['adaptation-recorded', 'done'],
		['adaptation-decided', 'done'],
	]);
	expect(JSON.stringify(entries)).not.toContain('read little');
});
