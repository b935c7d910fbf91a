import type { Activity } from '../programmes/programme.ts';
import { type Agreement, agreementOf, agreementTable, type KappaBand, kappaBand } from '../statistics/agreement.ts';
import { type Share, shareOf } from '../statistics/percentages.ts';
import { ACTIVITY_RATINGS, type ActivityRating } from './activity-ratings.ts';
import type { RatedActivity } from './delivery-log.ts';

type Planned = Pick<Activity, 'key'>;

/**
 * How far two accounts of one session agree: rated alike out of rated by both, kappa over the four ratings, its word from
 * ten activities on. `onlyOne` and `neither` were left open by one or by both, and are missing rather than a difference.
 */
export type LogAgreement = {
	readonly alike: Share;
	readonly kappa: Agreement['kappa'];
	readonly band: KappaBand | null;
	readonly onlyOne: number;
	readonly neither: number;
	readonly direction: Direction;
};

/** Of the activities rated differently, how many each account puts nearer to “as intended”. Nothing is averaged (§7.3). */
export type Direction = { readonly firstHigher: number; readonly secondHigher: number };

/** The agreement of two logs of one session, activity by activity of its plan; others that a log names count nowhere (§7.2). */
export function agreementOfLogs(
	activities: readonly Planned[],
	first: readonly RatedActivity[],
	second: readonly RatedActivity[],
): LogAgreement {
	const pairs = activities.map(({ key }) => [ratingIn(first, key), ratingIn(second, key)] as const);
	const { n, same, kappa } = agreementOf(agreementTable(pairs, ACTIVITY_RATINGS));
	const neither = pairs.filter(([one, other]) => one === null && other === null).length;
	return {
		alike: shareOf(same, n),
		kappa,
		band: kappa.done ? kappaBand(kappa.value, n) : null,
		onlyOne: activities.length - n - neither,
		neither,
		direction: directionOf(pairs),
	};
}

/** Which account errs upwards: a rating is the higher the nearer it is to “as intended”, “not delivered” the lowest. */
export function directionOf(pairs: readonly (readonly [ActivityRating | null, ActivityRating | null])[]): Direction {
	const steps = pairs.flatMap(([one, other]) =>
		one === null || other === null ? [] : [ACTIVITY_RATINGS.indexOf(other) - ACTIVITY_RATINGS.indexOf(one)],
	);
	return {
		firstHigher: steps.filter((step) => step > 0).length,
		secondHigher: steps.filter((step) => step < 0).length,
	};
}

function ratingIn(ratings: readonly RatedActivity[], key: string): ActivityRating | null {
	return ratings.find(({ activityKey }) => activityKey === key)?.rating ?? null;
}
