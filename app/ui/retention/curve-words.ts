import type { RetentionPoint } from '#app/domain/cohorts/retention-points.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { percentOf } from '#app/domain/statistics/percentages.ts';
import type { RestrictedMean } from '#app/domain/statistics/restricted-mean.ts';
import { formatCount, formatInterval, formatRate } from '#app/ui/format.ts';

type Drawn = {
	/** Who started, and of these who has not left. */
	readonly people: number;
	readonly stayed: number;
	readonly isFew: boolean;
	readonly points: readonly RetentionPoint[];
	readonly mean: RestrictedMean | null;
	readonly emptiedEarlyAt: number | null;
};

/** What a retention curve shows, its last value, and the numbers under it; null while nobody has attended. */
export function curveWords(drawn: Drawn, planCount: number) {
	const { points, people, stayed } = drawn;
	const last = points.at(-1);
	if (!last) return null;
	const share = `${formatRate(last.share)} still taking part`;
	const isPlainShare = formatRate(last.share) === `${percentOf(stayed, people)}%`;
	// Beside an estimate the plain count would read as its fraction.
	const counts = isPlainShare
		? `${stayed} of ${people} who started`
		: `${people - stayed} of ${people} no longer take part`;
	return {
		points,
		planCount,
		endLabel: { share, counts },
		description: `After session ${last.session}, ${share}: ${counts}. ${bandInWords(last.band)}`,
		note: noteOf(drawn, isPlainShare),
		numbers: {
			head: ['After session', 'People at risk', 'Left', 'Still taking part', '95% band'],
			rows: points
				.filter(({ session }) => session > 0)
				.map((point) => [
					String(point.session),
					String(point.atRisk),
					String(point.left),
					formatRate(point.share),
					point.band ? formatInterval({ low: point.band.lower, high: point.band.upper }) : 'none',
				]),
		},
	};
}

function bandInWords(band: RetentionPoint['band']): string {
	return band ? `The 95% band is ${formatInterval({ low: band.lower, high: band.upper })}.` : 'There is no band yet.';
}

/** The mean that an evaluator asks for, with how it is read. */
function meanInWords({ estimate, upTo, ciLower, ciUpper }: RestrictedMean): string {
	const [mean, low, high] = [estimate, ciLower, ciUpper].map((sessions) => sessions.toFixed(1));
	return `Up to session ${upTo} those who started stay until session ${mean} on average (95% interval ${low} to ${high}): the area under the line.`;
}

function noteOf({ people, isFew, emptiedEarlyAt, points, mean }: Drawn, isPlainShare: boolean): string {
	const few = `Only ${formatCount('person', people)} started: one more who leaves moves this line by about ${percentOf(1, people)} percentage points.`;
	const list = points.filter(({ left }) => left > 0).map(({ session, left }) => `${left} after session ${session}`);
	return [
		'Shade: 95% band. Each drop stands at the last session attended.',
		mean && meanInWords(mean),
		isFew && few,
		isFew && (list.length > 0 ? `Left: ${listInWords(list)}.` : 'Nobody has left.'),
		!isPlainShare &&
			'An estimate: people count from the session at which they came, and as far as their own group has got, so it is not the plain share of all who started.',
		emptiedEarlyAt !== null &&
			`Everybody at risk after session ${emptiedEarlyAt} had left before others joined, so the line stays at 0: look at the numbers.`,
	]
		.filter(Boolean)
		.join(' ');
}
