import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ADAPTATION_STANDINGS, stands } from '#app/domain/fidelity/adaptation-records.ts';
import {
	answersOf,
	COUNTED_QUESTIONS,
	countChanges,
	filterRegister,
	groupRegister,
	type RegisteredAdaptation,
} from '#app/domain/fidelity/adaptations/adaptation-register.ts';

const one: RegisteredAdaptation = {
	...{ planNumber: 1, activityKey: 'a', standing: 'approved', when: 'implementation', isLasting: false },
	...{ decidedBy: 'team', what: 'content', contentChange: 'tailoring', contextChange: null, level: 'cohort' },
	...{ fidelity: 'consistent', goal: 'better-fit' },
};
const plans = [
	{ number: 1, activities: [{ key: 'b' }, { key: 'a' }] },
	{ number: 2, activities: [{ key: 'c' }] },
];

test('by plan, what is about no activity first, then in the order of the plan, what the plan does not have last', () => {
	const keys = [
		[2, 'c'],
		[1, 'gone'],
		[1, 'a'],
		[2, null],
		[1, 'b'],
		[1, null],
	] as const;
	const groups = groupRegister(
		keys.map(([planNumber, activityKey]) => ({ ...one, planNumber, activityKey })),
		plans,
	);
	expect(groups.map(({ planNumber, activityKey }) => [planNumber, activityKey])).toEqual([
		...[
			[1, null],
			[1, 'b'],
			[1, 'a'],
			[1, 'gone'],
			[2, null],
			[2, 'c'],
		],
	]);
	expect(groupRegister([], plans)).toEqual([]);
});

test('each group says how often every answer was given, the most frequent first, and how many were approved', () => {
	const records = [
		one,
		{ ...one, standing: 'unplanned', goal: 'cost', isLasting: true },
		{ ...one, what: 'context', contentChange: null, contextChange: 'setting', goal: 'cost', standing: 'waiting' },
		{ ...one, standing: 'declined', contentChange: 'adding', goal: 'cost' },
	] as const;
	const [group] = groupRegister(records, plans);
	expect(group).toMatchObject({
		approved: 1,
		records,
		answers: {
			change: [
				{ answer: 'tailoring', count: 2 },
				{ answer: 'adding', count: 1 },
				{ answer: 'setting', count: 1 },
			],
			goal: [
				{ answer: 'cost', count: 3 },
				{ answer: 'better-fit', count: 1 },
			],
			lasting: [
				{ answer: 'once', count: 3 },
				{ answer: 'lasting', count: 1 },
			],
			level: [{ answer: 'cohort', count: 4 }],
		},
	});
});

test('the kinds of change are counted over all records, whatever they are about; of two alike, by the alphabet', () => {
	const records = [
		{ ...one, contentChange: 'tailoring' },
		{ ...one, activityKey: null, contentChange: 'adding' },
		{ ...one, planNumber: 2, contentChange: 'adding' },
		{ ...one, what: 'context', contentChange: null, contextChange: 'format' },
	];
	expect(countChanges(records)).toEqual([
		{ answer: 'adding', count: 2 },
		{ answer: 'format', count: 1 },
		{ answer: 'tailoring', count: 1 },
	]);
	expect(countChanges([])).toEqual([]);
});

test('of what is neither content nor context the change is what is changed', () => {
	expect(answersOf({ ...one, what: 'training-and-evaluation', contentChange: null }).change).toBe(
		'training-and-evaluation',
	);
});

test('what was corrected or withdrawn is never in it; a filter leaves what it names', () => {
	const records = ADAPTATION_STANDINGS.map((standing) => ({ ...one, standing }));
	const all = { about: null, standing: null };
	expect(filterRegister(records, all).map(({ standing }) => standing)).toEqual(
		ADAPTATION_STANDINGS.filter((standing) => stands({ standing })),
	);
	for (const standing of ADAPTATION_STANDINGS)
		expect(filterRegister(records, { ...all, standing })).toHaveLength(stands({ standing }) ? 1 : 0);
	const places = [one, { ...one, activityKey: null }, { ...one, planNumber: 2 }];
	expect(filterRegister(places, { ...all, about: { planNumber: 1 } })).toEqual(places.slice(0, 2));
	expect(filterRegister(places, { ...all, about: { planNumber: 1, activityKey: null } })).toEqual([places[1]]);
	expect(filterRegister(places, { ...all, about: { planNumber: 2, activityKey: 'a' } })).toEqual([places[2]]);
});

test('no record is lost or counted twice, and the counts of every question add up to the records', () => {
	const record = fc.record({
		planNumber: fc.integer({ min: 1, max: 3 }),
		activityKey: fc.constantFrom(null, 'a', 'b', 'c'),
		goal: fc.constantFrom('better-fit', 'cost'),
	});
	fc.assert(
		fc.property(fc.array(record), (some) => {
			const records = some.map((more) => ({ ...one, ...more }));
			const groups = groupRegister(records, plans);
			expect(groups.flatMap((group) => group.records)).toHaveLength(records.length);
			for (const { records: own, answers } of groups)
				for (const question of COUNTED_QUESTIONS)
					expect(answers[question].reduce((sum, { count }) => sum + count, 0)).toBe(own.length);
		}),
	);
});
