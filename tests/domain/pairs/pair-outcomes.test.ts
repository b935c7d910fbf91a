import { expect, test } from 'vitest';
import { FATES, type Fate } from '#app/domain/attrition/enrolment-funnel.ts';
import { PAIR_OUTCOMES, pairOutcomeOf } from '#app/domain/pairs/pair-outcomes.ts';

const outcome = (perpetrator: readonly Fate[], survivor: readonly Fate[]) => pairOutcomeOf({ perpetrator, survivor });

test.each([
	['completed', 'completed', 'both'],
	['completed', 'left', 'perpetrator-only'],
	['completed', 'removed', 'perpetrator-only'],
	['left', 'completed', 'survivor-only'],
	['removed', 'completed', 'survivor-only'],
	['left', 'left', 'neither'],
	['removed', 'left', 'neither'],
	['in-progress', 'completed', 'in-progress'],
	['completed', 'in-progress', 'in-progress'],
	['in-progress', 'left', 'in-progress'],
	['in-progress', 'not-recorded', 'in-progress'],
	['not-recorded', 'completed', 'not-recorded'],
	['left', 'not-recorded', 'not-recorded'],
] as const)('a side that %s and one that %s: %s', (his, hers, expected) => {
	expect(outcome([his], [hers])).toBe(expected);
});

test('a side has completed when anybody of it has, and goes on while somebody does and nobody has', () => {
	expect(outcome(['left', 'completed'], ['completed', 'removed'])).toBe('both');
	expect(outcome(['left', 'in-progress'], ['completed'])).toBe('in-progress');
	expect(outcome(['completed', 'in-progress'], ['left'])).toBe('perpetrator-only');
	expect(outcome(['left', 'not-recorded'], ['completed'])).toBe('not-recorded');
});

test('a family of which one side alone has a place has no outcome, whatever became of it', () => {
	for (const fate of FATES) {
		expect(outcome([fate], [])).toBe('one-side-placed');
		expect(outcome([], [fate])).toBe('one-side-placed');
	}
	expect(outcome([], [])).toBe('one-side-placed');
});

test('every pair of fates has one outcome, and the four are reached only when both sides are over', () => {
	for (const his of FATES) {
		for (const hers of FATES) {
			const found = outcome([his], [hers]);
			expect(PAIR_OUTCOMES).toContain(found);
			const isOver = [his, hers].every((fate) => fate !== 'in-progress' && fate !== 'not-recorded');
			expect(PAIR_OUTCOMES.slice(0, 4).includes(found)).toBe(isOver);
		}
	}
});
