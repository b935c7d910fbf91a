import { expect, test } from 'vitest';
import { loadProgrammes } from '#app/content/programme-files.ts';
import { checkProgramme } from '#app/domain/programmes/check-programme.ts';
import type { Programme, SessionPlan } from '#app/domain/programmes/programme.ts';

const toolkit = loadProgrammes('tests/fixtures/programmes').find(
	({ slug, variant }) => slug === 'recovery-toolkit' && variant === null,
)!;

test('a programme that agrees with itself has no faults', () => {
	expect(checkProgramme(toolkit)).toEqual([]);
});

test('a gap in the numbering is found at the first plan after it, and once', () => {
	const faults = checkProgramme(withPlans(toolkit.plans.filter(({ number }) => number !== 3)));
	expect(faults).toEqual([
		{
			path: ['plans', 2, 'number'],
			sentence: 'Session plan 4 follows 2: number the plans 1, 2, 3 and so on without a gap.',
		},
	]);
});

test('a programme whose plans begin with 2 has a gap before its first', () => {
	const faults = checkProgramme(withPlans(toolkit.plans.slice(1)));
	expect(faults.map(({ path, sentence }) => `${path.join('.')} ${sentence}`)).toContain(
		'plans.0.number Session plan 2 comes first: number the plans 1, 2, 3 and so on without a gap.',
	);
});

test('a plan that stands twice is a break in the numbering', () => {
	const faults = checkProgramme(withPlans([...toolkit.plans.slice(0, 2), ...toolkit.plans.slice(1)]));
	expect(faults.map(({ path }) => path)).toEqual([['plans', 2, 'number']]);
});

test('two plans may have an activity of the same key', () => {
	expect(toolkit.plans.every(({ activities }) => activities.some(({ key }) => key === 'close'))).toBe(true);
	expect(checkProgramme(toolkit)).toEqual([]);
});

test('a variant that names a plan twice is at fault, and so are two of one key', () => {
	const [variant] = toolkit.variants;
	const twice = { ...variant!, plans: [...variant!.plans, ...variant!.plans] };
	expect(checkProgramme({ ...toolkit, variants: [twice] }).map(({ path }) => path)).toEqual([
		['variants', 0, 'plans', 1, 'number'],
	]);
	expect(checkProgramme({ ...toolkit, variants: [variant!, variant!] }).map(({ path }) => path)).toEqual([
		['variants', 1, 'key'],
	]);
});

test('a share of core activities needs a core activity', () => {
	const plans = toolkit.plans.map((plan) => ({
		...plan,
		activities: plan.activities.map((activity) => ({ ...activity, core: false })),
	}));
	expect(checkProgramme(withPlans(plans)).map(({ path }) => path)).toEqual([
		['thresholds', 'completion', 'shareOfCoreActivities'],
	]);
});

function withPlans(plans: readonly SessionPlan[]): Programme {
	return { ...toolkit, plans };
}
