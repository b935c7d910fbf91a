import { expect, test } from 'vitest';
import { loadContent } from '#app/content/load-content.ts';
import { type RatedTwice, ratersOverSessions } from '#app/domain/observations/raters-over-sessions.ts';
import { intraclassInterval } from '#app/domain/statistics/icc-interval.ts';

const form = loadContent().observationForm();
/** `3 2 - 1`: a score for each item from the first on, a dash where there is none. */
const scored = (scores: string) =>
	scores
		.split(' ')
		.flatMap((score, at) => (score === '-' ? [] : [{ itemKey: form.items[at]!.key, score: Number(score) }]));
const twice = (first: string, second: string): RatedTwice => ({ form, scores: [scored(first), scored(second)] });

test('without a session there is nothing, and it is said', () => {
	expect(ratersOverSessions([])).toMatchObject({
		...{ sessions: 0, withoutPair: 0, items: [], alike: { count: 0, outOf: 0, percent: null } },
		icc: { done: false, code: 'too-few-sessions', details: { sessions: 0 } },
	});
});

test('what one of the two left open is no difference; a session without an item that both scored is left out', () => {
	const found = ratersOverSessions([twice('3 - 1', '2 2 -'), twice('3 -', '- 2')]);
	expect(found).toMatchObject({ sessions: 1, withoutPair: 1, alike: { count: 0, outOf: 1 } });
	expect(found.items.map(({ key }) => key)).toEqual([form.items[0]!.key]);
});

test('the items that are scored differently most often come first, then those further apart, with their counts', () => {
	const found = ratersOverSessions([twice('3 1 2 0', '3 2 2 3'), twice('1 1 2 3', '1 2 1 0')]);
	expect(found.items.map(({ key, differ, moreThanOne, apart }) => [key, differ.count, moreThanOne, apart])).toEqual([
		[form.items[3]!.key, 2, 2, 3],
		[form.items[1]!.key, 2, 0, 1],
		[form.items[2]!.key, 1, 0, 0.5],
		[form.items[0]!.key, 0, 0, 0],
	]);
	expect(found.items[0]).toMatchObject({
		formVersion: form.version,
		title: form.items[3]!.title,
		differ: { outOf: 2 },
	});
	expect([found.alike, found.nearlyAlike]).toMatchObject([
		{ count: 3, outOf: 8 },
		{ count: 6, outOf: 8 },
	]);
});

test('items of another version of the form are items of their own', () => {
	const other = { ...twice('3', '2'), form: { ...form, version: form.version + 1 } };
	const found = ratersOverSessions([twice('3', '3'), other]);
	expect(found.items.map(({ formVersion }) => formVersion)).toEqual([form.version + 1, form.version]);
});

test('from ten sessions on there is a correlation over sessions, form (1,1), with its interval', () => {
	const pairs = ['0 1', '1 1', '2 3', '3 3', '1 0', '2 2', '3 2', '0 0', '2 1', '3 3'].map((pair) => pair.split(' '));
	const rated = pairs.map(([one, other]) => twice(`${one} ${one} ${one}`, `${other} ${other} ${other}`));
	expect(ratersOverSessions(rated.slice(1)).icc).toMatchObject({ code: 'too-few-sessions', details: { sessions: 9 } });
	const { icc } = ratersOverSessions(rated);
	const byPoints = intraclassInterval(pairs.map((pair) => pair.map((points) => Number(points) / 3)));
	if (!icc.done || !byPoints.done) throw new Error('no correlation');
	expect(icc.value.value).toBeCloseTo(byPoints.value.value!, 12);
	expect(icc.value.interval).toEqual(byPoints.value.interval);
	expect(icc.value.interval!.low).toBeLessThan(icc.value.value);
});

test('where all sessions have the same points nothing can be told apart', () => {
	const { icc } = ratersOverSessions(Array.from({ length: 10 }, () => twice('2 2', '2 2')));
	expect(icc).toMatchObject({ done: false, code: 'targets-alike' });
});
