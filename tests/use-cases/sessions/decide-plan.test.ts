import { expect, test } from 'vitest';
import type { PlanDecision } from '#app/domain/scheduling/changes/plan-decisions.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { decidePlan } from '#app/use-cases/sessions/decide-plan.ts';
import { recordNotHeld } from '#app/use-cases/sessions/record-not-held.ts';
import { undoNotHeld } from '#app/use-cases/sessions/undo-not-held.ts';
import { findPlanDecision, listPlanDecisions } from '#db/queries/schedule-changes.ts';
import { givenTerm, moveAs, type Term } from './given.ts';

function givenCancelled() {
	const term = givenTerm('2026-01-20T21:00:00Z');
	const { context, sam, sessionIds } = term;
	recordNotHeld(context, sam, { sessionId: sessionIds[1]!, version: 1, reason: 'Both were ill' });
	return term;
}

function decide(
	term: Term,
	index: number,
	decision: PlanDecision,
	otherSessionId: SessionId | null = null,
	actor = term.coordinator,
) {
	const sessionId = term.sessionIds[index]!;
	const outcome = decidePlan(term.context, actor, {
		sessionId,
		decision,
		otherSessionId,
		reason: 'No evening is left',
	});
	return outcome.done ? 'done' : outcome.code;
}

test('the plan of a cancelled session is recorded as not delivered, with who, when and why', () => {
	const term = givenCancelled();
	expect(decide(term, 1, 'not-delivered')).toBe('done');
	expect(findPlanDecision(term.context.db, term.coordinator, term.sessionIds[1]!)).toEqual({
		decision: 'not-delivered',
		otherSessionId: null,
		reason: 'No evening is left',
		decidedAt: '2026-01-20T21:00:00Z',
		decidedBy: term.coordinator.name,
	});
	expect(decide(term, 1, 'not-delivered')).toBe('decided-already');
});

test('after that it is neither undone nor scheduled again', () => {
	const term = givenCancelled();
	decide(term, 1, 'merged', term.sessionIds[2]!);
	expect(undoNotHeld(term.context, term.sam, { sessionId: term.sessionIds[1]! })).toMatchObject({
		code: 'decided-already',
	});
	expect(moveAs(term.context, term.coordinator, term.sessionIds[1]!, { day: '2026-01-22' })).toMatchObject({
		code: 'decided-already',
	});
});

test('two plans are merged, or one is split over two, only with another session of the same cohort', () => {
	const term = givenCancelled();
	expect(decide(term, 1, 'merged')).toBe('other-session-missing');
	expect(decide(term, 1, 'merged', 'elsewhere' as SessionId)).toBe('other-session-missing');
	expect(decide(term, 1, 'merged', term.sessionIds[1]!)).toBe('other-session-unfit');
	expect(decide(term, 1, 'merged', term.sessionIds[2]!)).toBe('done');
	expect(decide(term, 0, 'split', term.sessionIds[2]!)).toBe('done');
	expect(decide(term, 3, 'split', term.sessionIds[2]!)).toBe('not-held');
	expect(listPlanDecisions(term.context.db, term.coordinator, term.cohortId)).toEqual([
		{ planNumber: 1, decision: 'split', otherPlan: 3 },
		{ planNumber: 2, decision: 'merged', otherPlan: 3 },
	]);
});

test('a plan that is scheduled again is not left out, and one that was held is not either', () => {
	const term = givenCancelled();
	moveAs(term.context, term.coordinator, term.sessionIds[1]!, { day: '2026-01-22' });
	expect(decide(term, 1, 'not-delivered')).toBe('scheduled-again');
	expect(decide(term, 0, 'not-delivered')).toBe('not-cancelled');
});

test('a facilitator decides nothing of the plan', () => {
	const term = givenCancelled();
	expect(decide(term, 1, 'not-delivered', null, term.sam)).toBe('not-found');
});
