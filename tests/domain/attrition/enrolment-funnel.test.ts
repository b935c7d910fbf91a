import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	enrolmentFunnel,
	FUNNEL_STAGES,
	fateOf,
	furthestStage,
	halfWayPlan,
	type PlaceInTerm,
} from '#app/domain/attrition/enrolment-funnel.ts';
import { ENROLMENT_STATES } from '#app/domain/attrition/enrolment-states.ts';
import { outcomesOfTerms } from '#app/domain/attrition/outcomes-of-terms.ts';
import published from '#tests/fixtures/vectors/funnel-gondolf.json' with { type: 'json' };

const place = (state: PlaceInTerm['state'], last: number | null, more: Partial<PlaceInTerm> = {}): PlaceInTerm => ({
	state,
	attended: last === null ? null : { first: 1, last },
	plans: 17,
	isTermOver: false,
	...more,
});

// Worked by hand: ten places of seventeen sessions, half-way is session 9.
const TEN = [
	place('completed', 17),
	place('on-programme', 12),
	place('on-programme', 8),
	place('on-programme', 9),
	place('enrolled', null),
	place('left', null),
	place('removed', null),
	place('left', 8),
	place('removed', 9),
	place('left', 3),
];

test('each stage says who went on, who left, who was removed, and who is still in progress, which is no loss', () => {
	expect(enrolmentFunnel(TEN)).toEqual([
		{
			...{ stage: 'enrolled', reached: 10, wentOn: { count: 7, outOf: 9, percent: 78 } },
			...{ left: 1, removed: 1, inProgress: 1, notRecorded: 0 },
		},
		{
			...{ stage: 'started', reached: 7, wentOn: { count: 4, outOf: 6, percent: 67 } },
			...{ left: 2, removed: 0, inProgress: 1, notRecorded: 0 },
		},
		{
			...{ stage: 'half-way', reached: 4, wentOn: { count: 1, outOf: 2, percent: 50 } },
			...{ left: 0, removed: 1, inProgress: 2, notRecorded: 0 },
		},
		{ stage: 'completed', reached: 1, wentOn: null, left: 0, removed: 0, inProgress: 0, notRecorded: 0 },
	]);
});

test('a place that goes on after its term is over has no recorded ending, and is not in progress', () => {
	expect(fateOf(place('on-programme', 17, { isTermOver: true }))).toBe('not-recorded');
	expect(fateOf(place('on-programme', 17))).toBe('in-progress');
	expect(enrolmentFunnel([place('on-programme', 17, { isTermOver: true })])[2]).toMatchObject({
		...{ notRecorded: 1, inProgress: 0, wentOn: { count: 0, outOf: 0, percent: null } },
	});
});

test('half-way is the first plan of the second half', () => {
	expect([17, 10, 6, 1].map(halfWayPlan)).toEqual([9, 6, 4, 1]);
	expect(furthestStage(place('left', 8))).toBe('started');
	expect(furthestStage(place('left', 9))).toBe('half-way');
});

test('nothing counted is no percentage, and not nought', () => {
	expect(enrolmentFunnel([]).map(({ wentOn }) => wentOn?.percent ?? null)).toEqual([null, null, null, null]);
});

const ANY_PLACE = fc.record({
	state: fc.constantFrom(...ENROLMENT_STATES),
	last: fc.option(fc.integer({ min: 1, max: 17 })),
	isTermOver: fc.boolean(),
});

test('nobody is lost or counted twice, whatever the places: the parts of a stage and the next one make it up', () => {
	fc.assert(
		fc.property(fc.array(ANY_PLACE, { maxLength: 40 }), (all) => {
			const places = all.map(({ state, last, isTermOver }) => place(state, last, { isTermOver }));
			const steps = enrolmentFunnel(places);
			expect(steps[0]!.reached).toBe(places.length);
			for (const [at, { reached, left, removed, inProgress, notRecorded }] of steps.entries()) {
				const further = steps[at + 1]?.reached ?? 0;
				const completed = at === FUNNEL_STAGES.length - 1 ? reached : 0;
				expect(left + removed + inProgress + notRecorded + further + completed).toBe(reached);
			}
			// The slow way: every place by itself.
			for (const kind of ['left', 'removed'] as const) {
				const lost = steps.reduce((sum, step) => sum + step[kind], 0);
				expect(lost).toBe(places.filter(({ state }) => state === kind).length);
			}
			const beforeStart = places.filter(({ state, attended }) => attended === null && state === 'left').length;
			expect(steps[0]!.left).toBe(beforeStart);
		}),
	);
});

// Gondolf and Foster 1991: accepted, attended at least once, attended at least 12 sessions, which is half-way of 22.
test('the steps of a published funnel come out as they were published', () => {
	const countOf = (name: string) => published.stages.find(({ stage }) => stage === name)!;
	const stages = ['accepted', 'attended at least 1 session', 'attended at least 12 sessions'].map(countOf);
	const [accepted, started, twelve] = stages.map(({ count }) => count) as [number, number, number];
	const places = Array.from({ length: accepted }, (_, at) =>
		place('left', at < twelve ? 12 : at < started ? 11 : null, { plans: 22 }),
	);
	const steps = enrolmentFunnel(places);
	expect(steps.map(({ reached }) => reached)).toEqual([45, 27, 13, 0]);
	for (const [at, { stepPercent }] of stages.slice(1).entries()) {
		const { count, outOf } = steps[at]!.wentOn!;
		expect((100 * count) / outOf).toBeCloseTo(stepPercent!, 8);
	}
});

test('outcomes are counted over terms that are over, those who started apart from everybody with a place', () => {
	const over = { isTermOver: true };
	const places = [
		...TEN,
		place('completed', 17, over),
		place('left', null, over),
		place('left', 5, over),
		place('removed', 6, over),
		place('on-programme', 17, over),
	];
	expect(outcomesOfTerms(places)).toEqual({
		enrolled: { places: 5, completed: 1, left: 2, removed: 1, notRecorded: 1 },
		started: { places: 4, completed: 1, left: 1, removed: 1, notRecorded: 1 },
	});
});
