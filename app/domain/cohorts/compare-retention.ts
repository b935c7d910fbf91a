import type { RetentionObservation } from '../attrition/retention.ts';
import { type LogRank, logRankTest } from '../statistics/log-rank.ts';
import type { RestrictedMean } from '../statistics/restricted-mean.ts';
import { survivalCurve } from '../statistics/survival.ts';
import { meanSessionReached, type RetentionPoint, retentionPoints } from './retention-points.ts';

/** With fewer people than this one more who leaves moves a curve by a tenth or more (facts/evaluation §3). */
export const FEW_PEOPLE = 10;

/** The retention of one of the groups that are compared. */
export type ComparedGroup = {
	readonly name: string;
	/** Who started. */
	readonly people: number;
	readonly left: number;
	readonly removed: number;
	readonly isFew: boolean;
	readonly points: readonly RetentionPoint[];
	/** The session until which they stay on average; null while nobody has left, or when the curve emptied early. */
	readonly mean: RestrictedMean | null;
	/** Everybody at risk then had left although others came later: the curve stays at 0. Else null. */
	readonly emptiedEarlyAt: number | null;
};

export type Comparison = {
	/** In the order in which the groups are first named. */
	readonly groups: readonly ComparedGroup[];
	/** Null when there are not two groups to compare, or nobody has left. */
	readonly logRank: LogRank | null;
};

/** A curve for each group, and the log-rank test between them, by the name that each observation carries (§6.2). */
export function compareRetention(observations: readonly RetentionObservation[]): Comparison {
	const groups = [...Map.groupBy(observations, ({ group }) => group)].map(([name, own]) => groupOf(name, own));
	return { groups, logRank: logRankTest(observations) };
}

function groupOf(name: string, own: readonly RetentionObservation[]): ComparedGroup {
	const count = (wanted: RetentionObservation['cause']) => own.filter(({ cause }) => cause === wanted).length;
	return {
		name,
		people: own.length,
		left: count('left'),
		removed: count('removed'),
		isFew: own.length < FEW_PEOPLE,
		points: retentionPoints({ observations: own }),
		mean: meanSessionReached({ observations: own }),
		emptiedEarlyAt: survivalCurve(own).emptiedEarlyAt,
	};
}
