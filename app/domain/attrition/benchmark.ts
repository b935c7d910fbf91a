import type { Programme, Side } from '../programmes/programme.ts';
import { type Share, shareOf } from '../statistics/percentages.ts';
import { type Interval, wilsonInterval } from '../statistics/proportion.ts';
import type { TermOutcomes } from './outcomes-of-terms.ts';

/** What a published figure counts. */
export const BENCHMARK_MEASURES = ['completed', 'ended-early'] as const;
/** What it is out of; one that is out of anything else cannot stand beside a figure of ours, and has no place here. */
export const BENCHMARK_DENOMINATORS = ['enrolled', 'started'] as const;
/** Whether people whom the service removed are among those who ended early. */
export const BENCHMARK_REMOVALS = ['counted', 'left-out', 'not-said'] as const;

/** One published figure with what it is out of and where it stands: never shown without them (§6.2). */
export type Benchmark = {
	readonly key: string;
	/** As it was published: `around half`, `37.8%`. */
	readonly figure: string;
	readonly measure: (typeof BENCHMARK_MEASURES)[number];
	readonly denominator: (typeof BENCHMARK_DENOMINATORS)[number];
	readonly removals: (typeof BENCHMARK_REMOVALS)[number];
	/** The programme that it is about; null for programmes of a side in general. */
	readonly programme: string | null;
	readonly side: Side;
	/** Who was counted, where and when, in the source’s own terms. */
	readonly about: string;
	readonly source: string;
	readonly year: number;
	readonly link: string;
};

/** A figure of ours with the same denominator: `counts` says what of, in words. */
export type LocalFigure = { readonly counts: string; readonly share: Share; readonly interval: Interval | null };

/** The published figures that are about this programme, or about its side in general; its own first. */
export function benchmarksFor(all: readonly Benchmark[], { slug, side }: Pick<Programme, 'slug' | 'side'>) {
	const own = all.filter(({ programme }) => programme === slug);
	return [...own, ...all.filter((benchmark) => benchmark.programme === null && benchmark.side === side)];
}

/**
 * Our figures to stand beside a published one, out of the same people. Two of them where the source does not say whether
 * removals count. None while nobody is counted, or while it is not recorded how some places ended: what is left would be
 * mostly losses.
 */
export function localFigures(
	{ measure, denominator, removals }: Pick<Benchmark, 'measure' | 'denominator' | 'removals'>,
	outcomes: Readonly<Record<'enrolled' | 'started', TermOutcomes>>,
): readonly LocalFigure[] {
	const { places, completed, left, removed, notRecorded } = outcomes[denominator];
	if (places === 0 || notRecorded > 0) return [];
	const figure = (counts: string, count: number): LocalFigure => ({
		counts,
		share: shareOf(count, places),
		interval: wilsonInterval(count, places),
	});
	if (measure === 'completed') return [figure('completed', completed)];
	const dropOut = figure('left by themselves', left);
	const both = figure('left or were removed', left + removed);
	if (removals === 'not-said') {
		return removed === 0 ? [figure('left by themselves, and nobody was removed', left)] : [dropOut, both];
	}
	return [removals === 'counted' ? both : dropOut];
}
