import { type FunnelPlace, funnelPlace } from '../statistics/funnel-plot.ts';
import { type Counted, isCounted } from '../statistics/p-chart.ts';
import { type Share, shareOf } from '../statistics/percentages.ts';

/** Where one cohort lies among the others, in the order in which they were given: it is no ranking. */
export type FunnelMember<Cohort> = Counted & FunnelPlace & { readonly cohort: Cohort };

export type CohortFunnel<Cohort> = {
	/** Over all of them: the line that the limits lie around. */
	readonly overall: Share;
	readonly members: readonly FunnelMember<Cohort>[];
	/** Cohorts of which nothing is counted yet. */
	readonly withoutData: number;
};

/**
 * The cohorts’ shares against the limits that chance alone allows around their common rate, exact at 95% and 99.9%; small
 * cohorts have wide limits, so that they are not told apart by noise (§7.7, facts/evaluation §4).
 */
export function cohortFunnel<Cohort>(
	cohorts: readonly { readonly cohort: Cohort; readonly counts: Pick<Share, 'count' | 'outOf'> }[],
): CohortFunnel<Cohort> {
	const counted = cohorts.map(({ cohort, counts }) => ({ cohort, x: counts.count, n: counts.outOf })).filter(isCounted);
	const overall = shareOf(
		counted.reduce((sum, { x }) => sum + x, 0),
		counted.reduce((sum, { n }) => sum + n, 0),
	);
	const target = overall.count / overall.outOf;
	return {
		overall,
		members: counted.map((member) => ({ ...member, ...funnelPlace(member, target) })),
		withoutData: cohorts.length - counted.length,
	};
}

/** What a place in the funnel says of a cohort, in words; of one of which nothing is counted, that there is no data. */
export function placeInWords(of: FunnelPlace | null): string {
	if (of === null) return 'no data';
	if (of.place === 'inside') return 'within what chance explains';
	return `${of.side}: past ${of.place === 'alarm' ? '99.9%' : '95%'}`;
}
