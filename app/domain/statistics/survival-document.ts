import { type LogRank, logRankTest } from './log-rank.ts';
import type { Observation } from './observation.ts';
import { type RestrictedMean, restrictedMean } from './restricted-mean.ts';
import { type SurvivalCurve, survivalCurves } from './survival.ts';

/** Curves and test as the command line prints them; names as in tests/fixtures/vectors/kaplan-meier-6mp.json. */
export type SurvivalDocument = {
	/** The mean of each is up to the last time at which all groups were still observed, so that they can be compared. */
	readonly groups: readonly (Omit<SurvivalCurve, 'emptiedEarlyAt'> & { readonly restrictedMean: RestrictedMean })[];
	readonly logRank: LogRank | null;
};

/** The document for these observations; `logRank` is null when there are not two groups to compare. */
export function survivalDocument(observations: readonly Observation[]): SurvivalDocument {
	const upTo = lastTimeOfAll(observations);
	const groups = survivalCurves(observations).map(({ emptiedEarlyAt: _warnedOfApart, ...curve }) => ({
		...curve,
		restrictedMean: restrictedMean(curve, upTo),
	}));
	return { groups, logRank: logRankTest(observations) };
}

function lastTimeOfAll(observations: readonly Observation[]): number {
	const groups = Map.groupBy(observations, ({ group }) => group).values();
	return Math.min(...groups.map((own) => Math.max(...own.map(({ exit }) => exit))));
}

/** What a reader of the curves has to know, a sentence each: a risk set that emptied early ruins the rest of its curve. */
export function survivalWarnings(observations: readonly Observation[]): readonly string[] {
	return survivalCurves(observations)
		.filter((curve) => curve.emptiedEarlyAt !== null)
		.map(
			({ group, emptiedEarlyAt }) =>
				`Group ${group}: everybody at risk at ${emptiedEarlyAt} had the event, so the curve stays at 0 although others were observed later. Look at the numbers at risk.`,
		);
}
