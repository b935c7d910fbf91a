import { expect, test } from 'vitest';
import { adaptationsTable } from '#app/domain/exports/adaptations-table.ts';
import { groupRegister, type RegisteredAdaptation } from '#app/domain/fidelity/adaptations/adaptation-register.ts';
import { STANDING_WORDS } from '#app/ui/fidelity/frame-words.ts';
import { COUNTED_NAMES, countedInWords } from '#app/ui/fidelity/register-words.ts';

const one: RegisteredAdaptation = {
	...{ planNumber: 1, activityKey: 'a', standing: 'unplanned', when: 'implementation', isLasting: false },
	...{ decidedBy: 'team', what: 'content', contentChange: 'tailoring', contextChange: null, level: 'cohort' },
	...{ fidelity: 'consistent', goal: 'better-fit' },
};
const many = (count: number, more: Partial<RegisteredAdaptation> = {}) =>
	Array.from({ length: count }, () => ({ ...one, ...more }));

function linesOf(records: readonly RegisteredAdaptation[]) {
	const names = {
		about: () => ({ plan: 'Session 1', activity: 'Check-in' }),
		...{ standing: STANDING_WORDS, question: COUNTED_NAMES, answer: countedInWords },
	};
	const { rows } = adaptationsTable({ title: 'Caring Dads', groups: groupRegister(records, []), names });
	return rows
		.filter(([plan]) => plan === 'Session 1')
		.map(([, , question, answer, count]) => [question, answer, count]);
}

test('counts of five and more are shown, question by question', () => {
	const lines = linesOf([...many(6), ...many(5, { standing: 'approved', goal: 'cost' })]);
	expect(lines).toContainEqual(['All', null, 11]);
	expect(lines).toContainEqual(['Standing', 'Unplanned', 6]);
	expect(lines).toContainEqual(['Standing', 'Planned, approved', 5]);
	expect(lines).toContainEqual(['What it is for', 'Cost', 5]);
	expect(lines).toContainEqual(['True to the model', 'Keeps to the model', 11]);
});

test('a small count hides the answers to its question, and how many there are; a question without one is shown beside it', () => {
	const lines = linesOf([...many(9), ...many(2, { goal: 'cost' })]);
	expect(lines).toContainEqual(['All', null, 11]);
	expect(lines.filter(([question]) => question === 'What it is for')).toEqual([['What it is for', null, 'hidden']]);
	expect(lines).toContainEqual(['How it is changed', 'Tailoring', 11]);
});

test('five records with five answers do not say that each was given once', () => {
	const levels = ['individual', 'target-group', 'cohort', 'practitioner', 'unit'];
	const ones = linesOf(levels.flatMap((level) => many(1, { level })));
	expect(ones).toEqual(linesOf([...many(3), ...many(2, { level: 'unit' })]));
});

test('of four records and fewer nothing is shown, not even how many answers there were', () => {
	const standings = ['unplanned', 'approved', 'declined', 'not-decided'] as const;
	const shown = [1, 2, 3, 4].map((count) =>
		linesOf(standings.slice(0, count).flatMap((standing) => many(1, { standing }))),
	);
	for (const lines of shown) {
		expect(new Set(lines.map((line) => line[2]))).toEqual(new Set(['hidden']));
		expect(lines).toEqual(shown[0]);
	}
});
