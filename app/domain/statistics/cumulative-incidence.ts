import { isAtRisk } from './observation.ts';
import { eventTimes } from './survival.ts';

/** One subject with what ended the watching; null when nothing did. */
export type CausedObservation<Cause extends string> = {
	readonly entry: number;
	readonly exit: number;
	readonly cause: Cause | null;
};

/** After the events of one time: the share still in, and the share gone by each cause. Together they are 1. */
export type IncidenceStep<Cause extends string> = {
	readonly time: number;
	readonly atRisk: number;
	readonly survival: number;
	readonly incidence: Readonly<Record<Cause, number>>;
};

/**
 * Cumulative incidence of competing causes: at each event time every cause takes S(before) × its events ÷ at risk, with S
 * for all causes together. One curve per cause with the others censored would overstate each (facts/evaluation §3).
 */
export function cumulativeIncidence<Cause extends string>(
	observations: readonly CausedObservation<Cause>[],
	causes: readonly Cause[],
): readonly IncidenceStep<Cause>[] {
	const steps: IncidenceStep<Cause>[] = [];
	let survival = 1;
	let incidence = Object.fromEntries(causes.map((cause) => [cause, 0])) as Record<Cause, number>;
	for (const time of eventTimes(observations.map(({ exit, cause }) => ({ exit, event: cause !== null })))) {
		const present = observations.filter((one) => isAtRisk(one, time));
		const gone = present.filter((one) => one.exit === time && one.cause !== null);
		const before = survival;
		const taken = (cause: Cause) => (before * gone.filter((one) => one.cause === cause).length) / present.length;
		incidence = Object.fromEntries(causes.map((cause) => [cause, incidence[cause] + taken(cause)])) as typeof incidence;
		survival = (before * (present.length - gone.length)) / present.length;
		steps.push({ time, atRisk: present.length, survival, incidence });
	}
	return steps;
}
