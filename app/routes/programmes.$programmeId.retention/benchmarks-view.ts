import type { Benchmark, LocalFigure } from '#app/domain/attrition/benchmark.ts';
import { formatCount, formatInterval, formatPercent } from '#app/ui/format.ts';
import type { ProgrammeRetentionReview } from '#app/use-cases/retention/review-programme-retention.ts';

export type BenchmarksView = ReturnType<typeof benchmarksView>;

const MEASURES: Readonly<Record<Benchmark['measure'], string>> = {
	completed: 'completed',
	'ended-early': 'ended early',
};
const DENOMINATORS: Readonly<Record<Benchmark['denominator'], string>> = {
	enrolled: 'Out of everybody with a place',
	started: 'Out of those who attended at least once',
};
const REMOVALS: Readonly<Record<Benchmark['removals'], string | null>> = {
	counted: 'People removed by the service are counted.',
	'left-out': 'People removed by the service are left out.',
	'not-said': 'Whether people removed by the service are counted was not found.',
};

/** Published figures, each beside ours out of the same people, or with why ours cannot stand there yet. */
export function benchmarksView({ benchmarks, outcomes }: ProgrammeRetentionReview) {
	return {
		notRecorded: outcomes.enrolled.notRecorded,
		figures: benchmarks.map(({ benchmark, ours }) => ({
			key: benchmark.key,
			published: `${benchmark.figure} ${MEASURES[benchmark.measure]}`,
			outOf: DENOMINATORS[benchmark.denominator],
			about: benchmark.about,
			removals: benchmark.measure === 'completed' ? null : REMOVALS[benchmark.removals],
			source: `${benchmark.source}, ${benchmark.year}`,
			link: benchmark.link,
			ours: ours.map(inWords),
			why: ours.length > 0 ? null : whyNone(outcomes[benchmark.denominator]),
		})),
	};
}

/** `25% (5 of 20) left by themselves, 95% range 11% to 47%`. */
function inWords({ counts, share, interval }: LocalFigure): string {
	const range = interval && `, 95% range ${formatInterval({ low: interval.lower, high: interval.upper })}`;
	return `${formatPercent(share.count, share.outOf)} ${counts}${range ?? ''}`;
}

function whyNone({ notRecorded }: { readonly notRecorded: number }): string {
	return notRecorded > 0
		? `Not comparable yet: ${formatCount('ending', notRecorded)} not recorded`
		: 'No term is over yet';
}
