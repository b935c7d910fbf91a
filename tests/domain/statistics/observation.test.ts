import { expect, test } from 'vitest';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { readObservations, sentenceForObservations } from '#app/domain/statistics/observation.ts';
import { survivalDocument, survivalWarnings } from '#app/domain/statistics/survival-document.ts';

test('an observation without an entry begins at 0, and without a group belongs to all', () => {
	expect(readObservations({ observations: [{ exit: 3, event: true }] })).toEqual({
		done: true,
		value: [{ entry: 0, exit: 3, event: true, group: 'all' }],
	});
});

test('the list alone is read like the list under its name', () => {
	const list = [{ entry: 2, exit: 17, event: false, group: 'A' }];
	expect(readObservations(list)).toEqual(readObservations({ observations: list }));
	expect(readObservations(list)).toEqual({ done: true, value: list });
});

const good = { exit: 1, event: true };
const refusals: [unknown, string][] = [
	[[good, 'x'], 'Observation 2: the whole entry must be an object with exit and event.'],
	[[good, good, null], 'Observation 3: the whole entry must be an object with exit and event.'],
	[[{ event: true }], 'Observation 1: exit must be a number, 0 or more.'],
	[[{ exit: '5', event: true }], 'Observation 1: exit must be a number, 0 or more.'],
	[[{ exit: -1, event: true }], 'Observation 1: exit must be a number, 0 or more.'],
	[[{ entry: null, exit: 5, event: true }], 'Observation 1: entry must be a number, 0 or more.'],
	[[{ entry: Number.NaN, exit: 5, event: true }], 'Observation 1: entry must be a number, 0 or more.'],
	[[{ entry: 5, exit: 5, event: true }], 'Observation 1: exit must be after entry (5), not 5.'],
	[[{ exit: 0, event: true }], 'Observation 1: exit must be after entry (0), not 0.'],
	[[{ exit: 5, event: 1 }], 'Observation 1: event must be true or false.'],
	[[{ exit: 5 }], 'Observation 1: event must be true or false.'],
	[[{ exit: 5, event: true, group: 3 }], 'Observation 1: group must be text.'],
	[[{ exit: 5, event: true, group: '' }], 'Observation 1: group must be text.'],
];
for (const [json, sentence] of refusals) {
	test(`unreadable observations are refused by place and field: ${JSON.stringify(json)}`, () => {
		expect(sentenceForObservations(readObservations(json) as Refused<'observation-unreadable'>)).toBe(sentence);
	});
}

test('anything without a list of observations is refused', () => {
	for (const json of [null, 3, 'text', {}, { observations: {} }, [], { observations: [] }]) {
		const outcome = readObservations(json) as Refused<'no-observations'>;
		expect(outcome).toMatchObject({ done: false, code: 'no-observations' });
		expect(sentenceForObservations(outcome)).toMatch(/^There are no observations/);
	}
});

test('the document has each group in the order in which it is first named, and a test between them', () => {
	const document = survivalDocument([
		{ entry: 0, exit: 4, event: true, group: 'B' },
		{ entry: 0, exit: 5, event: false, group: 'A' },
		{ entry: 0, exit: 9, event: true, group: 'B' },
	]);
	expect(document.groups.map(({ group, n, events }) => [group, n, events])).toEqual([
		['B', 2, 2],
		['A', 1, 0],
	]);
	expect(Object.keys(document.groups[0]!)).toEqual([
		'group',
		'n',
		'events',
		'steps',
		'median',
		'medianCi',
		'restrictedMean',
	]);
	expect(Object.keys(document.logRank!)).toEqual(['groups', 'variance', 'chiSquare', 'df', 'pValue']);
	expect(document.groups[0]!.median).toBe(6.5);
});

test('a single group has no test', () => {
	expect(survivalDocument([{ entry: 0, exit: 4, event: true, group: 'all' }]).logRank).toBeNull();
});

test('a risk set that empties early is told in a sentence', () => {
	const emptied = [
		{ entry: 0, exit: 1, event: true, group: 'A' },
		{ entry: 1, exit: 9, event: false, group: 'A' },
	];
	expect(survivalWarnings(emptied)).toEqual([expect.stringContaining('Group A: everybody at risk at 1')]);
	expect(survivalWarnings(emptied.slice(1))).toEqual([]);
});

test('the mean of each group is up to the last time at which every group was still observed', () => {
	const { groups } = survivalDocument([
		...[1, 2, 9].map((exit) => ({ entry: 0, exit, event: exit < 9, group: 'A' })),
		...[6, 2].map((exit) => ({ entry: 0, exit, event: exit === 2, group: 'B' })),
	]);
	// By hand up to 6: 1 + ⅔ + ⅓·4 of the one, and 2 + ½·4 of the other.
	expect(groups.map(({ group, restrictedMean: { upTo } }) => [group, upTo])).toEqual([
		['A', 6],
		['B', 6],
	]);
	expect(groups[0]!.restrictedMean.estimate).toBeCloseTo(3, 12);
	expect(groups[1]!.restrictedMean.estimate).toBeCloseTo(4, 12);
});
