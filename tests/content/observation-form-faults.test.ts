import { expect, test } from 'vitest';
import { loadContent } from '#app/content/load-content.ts';
import { itemsByDimension, scaleOf } from '#app/domain/observations/observation-form.ts';
import { type Change, faultsAfter } from './content-folder.ts';

const form = 'observation-forms/1.yaml';

test('the shipped form has items in each of the five dimensions, each with a whole-number scale that is described', () => {
	const { observationForm } = loadContent();
	expect(itemsByDimension(observationForm()).map(({ dimension, items }) => [dimension, items.length])).toEqual([
		['adherence', 3],
		['dose', 3],
		['quality', 4],
		['responsiveness', 3],
		['differentiation', 2],
	]);
	for (const item of observationForm(1).items) {
		const { lowest, highest } = scaleOf(item);
		expect(item.anchors.map(({ score }) => score)).toEqual([0, 1, 2, 3]);
		expect([lowest, highest]).toEqual([0, 3]);
	}
	expect(() => observationForm(2)).toThrow('content/observation-forms has no 2.yaml');
});

test.each<[string, Change, string[]]>([
	[
		'a score between two whole numbers',
		{ file: form, from: 'score: 1,', to: 'score: 1.5,' },
		[`${form}:14: “score” must be a whole number, not 1.5.`],
	],
	[
		'a scale with a hole',
		{ file: form, from: 'score: 1,', to: 'score: 2,' },
		[
			`${form}:14: The score 2 follows 0: describe each whole number once, from the lowest up.`,
			`${form}:15: The score 2 follows 2: describe each whole number once, from the lowest up.`,
		],
	],
	[
		'a key that comes twice',
		{ file: form, from: 'key: core-delivered', to: 'key: plan-followed' },
		[`${form}:17: “plan-followed” is the key of item 1 too: give it another.`],
	],
	[
		'a dimension that there is not',
		{ file: form, from: 'dimension: dose', to: 'dimension: mood' },
		[`${form}:36: “dimension” must be one of adherence, dose, quality, responsiveness, differentiation, not “mood”.`],
	],
	[
		'a score without a description',
		{ file: form, from: '{ score: 0, text: "Little of the plan took place." }', to: '{ score: 0 }' },
		[`${form}:13: “text” is missing: add it.`],
	],
	[
		'something else in the folder',
		{ file: 'observation-forms/draft.yaml', text: 'name: Draft\n' },
		['observation-forms/draft.yaml:1: This does not belong here: files are called 1.yaml, 2.yaml and so on.'],
	],
	['no form at all', { removed: form }, ['observation-forms:1: There is no observation form: add 1.yaml.']],
])('%s stops the start, with its line and what to do', (_, change, faults) => {
	expect(faultsAfter(change)).toEqual(faults.map((fault) => `content/${fault}`));
});

test('a dimension without an item is a fault of the list of items', () => {
	const one = [
		'name: Short\nintroduction: Score it.\nitems:\n  - key: a\n    dimension: quality\n    title: A\n    look_for: B\n',
		'    anchors: [{ score: 1, text: C }, { score: 2, text: D }]\n',
	].join('');
	expect(faultsAfter({ file: 'observation-forms/2.yaml', text: one }).map((fault) => fault.split(': ')[1])).toEqual(
		['adherence', 'dose', 'responsiveness', 'differentiation'].map((name) => `No item is about ${name}`),
	);
});
