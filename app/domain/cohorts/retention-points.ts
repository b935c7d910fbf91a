import type { Retention } from '../attrition/retention.ts';
import { type RestrictedMean, restrictedMean } from '../statistics/restricted-mean.ts';
import { countAtRisk, eventTimes, survivalCurve } from '../statistics/survival.ts';

/** The curve after one session of the programme; the first point is session 0, with everybody in. Shares are 0 to 1. */
export type RetentionPoint = {
	readonly session: number;
	/** People who could still be lost at this session; at session 0, those who are there from the first. */
	readonly atRisk: number;
	/** People whose last session attended this was, and who then left. */
	readonly left: number;
	readonly share: number;
	/** The 95% log-log limits; null before the first loss, and when nobody is left. */
	readonly band: { readonly lower: number; readonly upper: number } | null;
};

/**
 * The retention curve as one point for each session up to the last one held, so that the drawing and the table under it
 * show the same numbers. Empty while nobody has attended.
 */
export function retentionPoints({ observations }: Pick<Retention, 'observations'>): readonly RetentionPoint[] {
	if (observations.length === 0) return [];
	const { steps } = survivalCurve(observations);
	const last = Math.max(...observations.map(({ exit }) => exit));
	return Array.from({ length: last + 1 }, (_, session) => {
		const step = steps.findLast(({ time }) => time <= session);
		const lower = step?.ciLogLogLower ?? null;
		const upper = step?.ciLogLogUpper ?? null;
		return {
			session,
			atRisk: countAtRisk(observations, Math.max(1, session)),
			left: steps.find(({ time }) => time === session)?.events ?? 0,
			share: step?.survival ?? 1,
			band: lower === null || upper === null ? null : { lower, upper },
		};
	});
}

/**
 * The session until which those who started stay on average, up to the last one held: the area under the curve. Null
 * while nobody has left, when there is nothing to average, and once the curve emptied early, when it would mislead.
 */
export function meanSessionReached({ observations }: Pick<Retention, 'observations'>): RestrictedMean | null {
	const curve = survivalCurve(observations);
	if (curve.events === 0 || curve.emptiedEarlyAt !== null) return null;
	return restrictedMean(curve, Math.max(...observations.map(({ exit }) => exit)));
}

/** After which sessions people left, and how many after each; in order. */
export function lossesBySession({ observations }: Pick<Retention, 'observations'>) {
	return eventTimes(observations).map((afterSession) => ({
		afterSession,
		people: observations.filter(({ event, exit }) => event && exit === afterSession).length,
	}));
}
