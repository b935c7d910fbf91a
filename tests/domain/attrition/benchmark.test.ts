import { expect, test } from 'vitest';
import { type Benchmark, benchmarksFor, localFigures } from '#app/domain/attrition/benchmark.ts';

const outcomes = (places: number, completed: number, left: number, removed: number, notRecorded = 0) => ({
	...{ places, completed, left, removed, notRecorded },
});
const BOTH = { enrolled: outcomes(30, 12, 13, 5), started: outcomes(20, 12, 5, 3) };
const figures = (asked: Pick<Benchmark, 'measure' | 'denominator' | 'removals'>, of = BOTH) =>
	localFigures(asked, of).map(({ counts, share: { count, outOf, percent } }) => [counts, count, outOf, percent]);

test('our figure has the denominator of the published one', () => {
	const completed = { measure: 'completed', removals: 'not-said' } as const;
	expect(figures({ ...completed, denominator: 'started' })).toEqual([['completed', 12, 20, 60]]);
	expect(figures({ ...completed, denominator: 'enrolled' })).toEqual([['completed', 12, 30, 40]]);
});

test('drop-out by the person and removal by the service are told apart, and both stand there where the source is silent', () => {
	const ended = { measure: 'ended-early', denominator: 'started' } as const;
	expect(figures({ ...ended, removals: 'left-out' })).toEqual([['left by themselves', 5, 20, 25]]);
	expect(figures({ ...ended, removals: 'counted' })).toEqual([['left or were removed', 8, 20, 40]]);
	expect(figures({ ...ended, removals: 'not-said' })).toEqual([
		['left by themselves', 5, 20, 25],
		['left or were removed', 8, 20, 40],
	]);
	const nobody = { ...BOTH, started: outcomes(20, 15, 5, 0) };
	expect(figures({ ...ended, removals: 'not-said' }, nobody)).toEqual([
		['left by themselves, and nobody was removed', 5, 20, 25],
	]);
});

test('each has its Wilson interval', () => {
	const [figure] = localFigures({ measure: 'completed', denominator: 'started', removals: 'not-said' }, BOTH);
	expect(figure!.interval!.lower).toBeCloseTo(0.3866, 4);
	expect(figure!.interval!.upper).toBeCloseTo(0.7812, 4);
});

test('there is none while nobody is counted, nor while an ending is not recorded', () => {
	const asked = { measure: 'completed', denominator: 'started', removals: 'not-said' } as const;
	expect(figures(asked, { ...BOTH, started: outcomes(0, 0, 0, 0) })).toEqual([]);
	expect(figures(asked, { ...BOTH, started: outcomes(20, 11, 5, 3, 1) })).toEqual([]);
});

test('figures on the programme itself come first, then those on its side in general; never another programme’s', () => {
	const published = (key: string, programme: string | null, side: Benchmark['side']) => ({ key, programme, side });
	const all = [
		published('general', null, 'perpetrator'),
		published('own', 'caring-dads', 'perpetrator'),
		published('other', 'another', 'perpetrator'),
		published('other-side', null, 'survivor'),
	] as Benchmark[];
	const found = benchmarksFor(all, { slug: 'caring-dads', side: 'perpetrator' });
	expect(found.map(({ key }) => key)).toEqual(['own', 'general']);
});
