import type { ComparedGroup } from '#app/domain/cohorts/compare-retention.ts';
import type { LogRank } from '#app/domain/statistics/log-rank.ts';
import { formatCount } from '#app/ui/format.ts';

/** With fewer exits to be expected in a group the test is rough: the rule of thumb for tests by chi-square. */
const FEW_EXPECTED = 5;

/** What the log-rank test says and does not say, in sentences. */
export function logRankInWords(logRank: LogRank | null, groups: readonly ComparedGroup[]): string {
	if (groups.length < 2) return 'There are not two groups to compare.';
	if (!logRank) return 'Nobody has left while two groups were there to compare, so there is nothing to test.';
	const { chiSquare, df, pValue } = logRank;
	const isRough = groups.some(({ isFew }) => isFew) || logRank.groups.some(({ expected }) => expected < FEW_EXPECTED);
	return [
		`Log-rank test over all exits: chi-square ${chiSquare.toFixed(2)}, ${formatCount('degree', df)} of freedom, p ${pInWords(pValue)}.`,
		`If nothing but chance parted these groups, a difference at least as large would come up in ${inHundred(pValue)}.`,
		isRough && 'Some groups are small, so the test is rough: read the counts.',
		'Of twenty such comparisons one looks remarkable by chance alone, and a difference never says what caused it.',
	]
		.filter(Boolean)
		.join(' ');
}

/** `= 0.27`, `= 0.048`, `below 0.001`. */
function pInWords(p: number): string {
	if (p < 0.001) return 'below 0.001';
	return `= ${p.toFixed(p < 0.1 ? 3 : 2)}`;
}

function inHundred(p: number): string {
	if (p < 0.01) return 'fewer than 1 of 100 comparisons';
	return `about ${Math.round(p * 100)} of 100 comparisons`;
}
