import { Z_95 } from './proportion.ts';
import type { SurvivalCurve } from './survival.ts';

export type RestrictedMean = {
	readonly upTo: number;
	readonly estimate: number;
	readonly stdError: number;
	/** The 95% normal limits, within 0 and `upTo`. */
	readonly ciLower: number;
	readonly ciUpper: number;
};

/**
 * The mean time in, up to a limit: the area under the curve, with its standard error from the area that is left at each
 * step. Over session numbers it reads as the mean number of sessions that somebody stays. As R's survfit prints it.
 */
export function restrictedMean(curve: Pick<SurvivalCurve, 'steps'>, upTo: number): RestrictedMean {
	const steps = curve.steps.filter((step) => step.time < upTo);
	const edges = [...steps.map((step) => step.time), upTo];
	const areas = steps.map((step, index) => step.survival * (edges[index + 1]! - edges[index]!));
	const variance = steps.reduce((sum, step, index) => {
		if (step.atRisk === step.events) return sum;
		const areaLeft = areas.slice(index).reduce((total, area) => total + area, 0);
		return sum + (areaLeft ** 2 * step.events) / (step.atRisk * (step.atRisk - step.events));
	}, 0);
	const estimate = areas.reduce((total, area) => total + area, edges[0]!);
	const stdError = Math.sqrt(variance);
	const reach = Z_95 * stdError;
	return {
		upTo,
		estimate,
		stdError,
		ciLower: Math.max(0, estimate - reach),
		ciUpper: Math.min(upTo, estimate + reach),
	};
}
