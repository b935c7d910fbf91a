import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cumulativeIncidence } from '#app/domain/statistics/cumulative-incidence.ts';
import { survivalCurve } from '#app/domain/statistics/survival.ts';

const causes = ['left', 'removed'] as const;

test('each cause takes its part of those who were still in', () => {
	const steps = cumulativeIncidence(
		[
			{ entry: 0, exit: 2, cause: 'left' },
			{ entry: 0, exit: 4, cause: 'removed' },
			{ entry: 0, exit: 4, cause: 'left' },
			{ entry: 0, exit: 9, cause: null },
		],
		causes,
	);
	expect(steps).toEqual([
		{ time: 2, atRisk: 4, survival: 0.75, incidence: { left: 0.25, removed: 0 } },
		{ time: 4, atRisk: 3, survival: 0.25, incidence: { left: 0.5, removed: 0.25 } },
	]);
});

test('nobody leaving gives no steps', () => {
	expect(cumulativeIncidence([{ entry: 0, exit: 9, cause: null }], causes)).toEqual([]);
});

test('the causes and those still in always make up everybody, and agree with the curve of all causes', () => {
	const person = fc
		.record({
			entry: fc.integer({ min: 0, max: 3 }),
			stay: fc.integer({ min: 1, max: 14 }),
			cause: fc.constantFrom(...causes, null),
		})
		.map(({ entry, stay, cause }) => ({ entry, exit: entry + stay, cause }));
	fc.assert(
		fc.property(fc.array(person, { minLength: 1, maxLength: 30 }), (people) => {
			const steps = cumulativeIncidence(people, causes);
			const curve = survivalCurve(people.map((one) => ({ ...one, event: one.cause !== null })));
			expect(steps.map(({ time, atRisk }) => [time, atRisk])).toEqual(
				curve.steps.map(({ time, atRisk }) => [time, atRisk]),
			);
			for (const [index, { survival, incidence }] of steps.entries()) {
				expect(survival + incidence.left + incidence.removed).toBeCloseTo(1, 12);
				expect(survival).toBeCloseTo(curve.steps[index]!.survival, 12);
			}
		}),
		{ numRuns: 100 },
	);
});
