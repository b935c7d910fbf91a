import { isAtRisk, type Observation } from './observation.ts';
import { Z_95 } from './proportion.ts';

/** The curve after the events of one time. Error and limits are null once nobody is left (survival 0). */
export type SurvivalStep = {
	readonly time: number;
	readonly atRisk: number;
	readonly events: number;
	readonly survival: number;
	readonly stdError: number | null;
	readonly ciLogLower: number | null;
	readonly ciLogUpper: number | null;
	readonly ciLogLogLower: number | null;
	readonly ciLogLogUpper: number | null;
};

/** One group's curve: it starts at 1 and falls at each step. */
export type SurvivalCurve = {
	readonly group: string;
	readonly n: number;
	readonly events: number;
	readonly steps: readonly SurvivalStep[];
	/** Null when the curve never falls that far. */
	readonly median: number | null;
	readonly medianCi: { readonly ciLog: MedianLimits; readonly ciLogLog: MedianLimits };
	/** The time at which everybody at risk left although others came after: from there the curve is 0 for good. */
	readonly emptiedEarlyAt: number | null;
};
export type MedianLimits = readonly [number | null, number | null];

type Timed = Pick<Observation, 'entry' | 'exit' | 'event'>;

/**
 * Kaplan–Meier with late entry: S(t) = product over event times of (n − d)/n, n being at risk when entry < t ≤ exit, so a
 * censoring tied with an event is still at risk. Greenwood's standard error; 95% log limits, capped at 1, and log-log
 * limits. Same conventions as R's survfit (facts/evaluation §3, tests/fixtures/vectors/kaplan-meier-6mp.json).
 */
export function survivalCurve(observations: readonly Timed[], group = 'all'): SurvivalCurve {
	const steps: SurvivalStep[] = [];
	let [survival, greenwood] = [1, 0];
	for (const time of eventTimes(observations)) {
		const atRisk = countAtRisk(observations, time);
		const events = observations.filter((one) => one.event && one.exit === time).length;
		survival *= (atRisk - events) / atRisk;
		greenwood += events / (atRisk * (atRisk - events));
		steps.push({ time, atRisk, events, survival, ...spread(survival, greenwood) });
	}
	return {
		group,
		n: observations.length,
		events: observations.filter((one) => one.event).length,
		steps,
		...medianOf(steps),
		emptiedEarlyAt: timeEmptiedEarly(steps, observations),
	};
}

/** The groups' curves, in the order in which the groups are first named. */
export function survivalCurves(observations: readonly Observation[]): readonly SurvivalCurve[] {
	const groups = Map.groupBy(observations, (one) => one.group);
	return [...groups].map(([group, own]) => survivalCurve(own, group));
}

/** How many are at risk of an event at this time: the numbers printed under a curve. */
export function countAtRisk(observations: readonly Pick<Observation, 'entry' | 'exit'>[], time: number): number {
	return observations.filter((one) => isAtRisk(one, time)).length;
}

/** The times at which somebody had the event, each once, in order. */
export function eventTimes(observations: readonly Pick<Observation, 'exit' | 'event'>[]): readonly number[] {
	const times = observations.filter((one) => one.event).map((one) => one.exit);
	return [...new Set(times)].sort((one, other) => one - other);
}

type Spread = Omit<SurvivalStep, 'time' | 'atRisk' | 'events' | 'survival'>;

function spread(survival: number, greenwood: number): Spread {
	if (survival === 0) {
		return { stdError: null, ciLogLower: null, ciLogUpper: null, ciLogLogLower: null, ciLogLogUpper: null };
	}
	const reach = Z_95 * Math.sqrt(greenwood);
	const logLogReach = reach / Math.abs(Math.log(survival));
	return {
		stdError: survival * Math.sqrt(greenwood),
		ciLogLower: survival * Math.exp(-reach),
		ciLogUpper: Math.min(1, survival * Math.exp(reach)),
		ciLogLogLower: survival ** Math.exp(logLogReach),
		ciLogLogUpper: survival ** Math.exp(-logLogReach),
	};
}

function medianOf(steps: readonly SurvivalStep[]): Pick<SurvivalCurve, 'median' | 'medianCi'> {
	const below = (value: (step: SurvivalStep) => number | null) => timeBelowHalf(steps, value);
	return {
		median: below((step) => step.survival),
		medianCi: {
			ciLog: [below((step) => step.ciLogLower), below((step) => step.ciLogUpper)],
			ciLogLog: [below((step) => step.ciLogLogLower), below((step) => step.ciLogLogUpper)],
		},
	};
}

/** The first time below a half; the middle of the stretch when the value is a half exactly, as R reports it. */
function timeBelowHalf(steps: readonly SurvivalStep[], value: (step: SurvivalStep) => number | null): number | null {
	const tolerance = 1.5e-8;
	const known = steps.flatMap((step) => ({ time: step.time, value: value(step) ?? Number.POSITIVE_INFINITY }));
	const first = known.find((step) => step.value < 0.5 + tolerance);
	if (!first) return null;
	const next = known.find((step) => step.value < first.value);
	return Math.abs(first.value - 0.5) < tolerance && next ? (first.time + next.time) / 2 : first.time;
}

function timeEmptiedEarly(steps: readonly SurvivalStep[], observations: readonly Timed[]): number | null {
	const emptied = steps.find((step) => step.survival === 0);
	return emptied && observations.some((one) => one.exit > emptied.time) ? emptied.time : null;
}
