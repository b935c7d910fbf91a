import type { Activity } from '../programmes/programme.ts';
import type { ActivityRating } from './activity-ratings.ts';
import type { RatedActivity } from './delivery-log.ts';

/** What one log says of an activity; null where it leaves it open, which is missing and never “not delivered”. */
export type SideAnswer = Pick<RatedActivity, 'minutes' | 'reason'> & { readonly rating: ActivityRating };

/** One activity of the plan in two logs. `differs`: both rated it, and not alike; the minutes apart. */
export type SideBySideRow = {
	readonly key: string;
	readonly title: string;
	readonly core: boolean;
	readonly plannedMinutes: number;
	readonly first: SideAnswer | null;
	readonly second: SideAnswer | null;
	readonly differs: { readonly rating: boolean; readonly minutes: boolean; readonly answered: boolean };
};

/**
 * Two logs of one session, activity by activity in the order of the plan, with the differences marked: what a debrief
 * talks about. An activity that only one of them answered differs by that (`answered`), not in its rating; minutes differ
 * only where both say some. Nothing is averaged (§7.2, §7.3).
 */
export function layLogsSideBySide(
	activities: readonly Pick<Activity, 'key' | 'title' | 'core' | 'minutes'>[],
	first: readonly RatedActivity[],
	second: readonly RatedActivity[],
): readonly SideBySideRow[] {
	return activities.map(({ key, title, core, minutes }) => {
		const one = answerIn(first, key);
		const other = answerIn(second, key);
		const isBoth = one !== null && other !== null;
		return {
			...{ key, title, core, plannedMinutes: minutes, first: one, second: other },
			differs: {
				rating: isBoth && one.rating !== other.rating,
				minutes: isBoth && one.minutes !== null && other.minutes !== null && one.minutes !== other.minutes,
				answered: (one === null) !== (other === null),
			},
		};
	});
}

/** Whether anything of the row is to be talked about. */
export function isDifferent({ differs }: Pick<SideBySideRow, 'differs'>): boolean {
	return differs.rating || differs.minutes || differs.answered;
}

function answerIn(ratings: readonly RatedActivity[], key: string): SideAnswer | null {
	const found = ratings.find(({ activityKey }) => activityKey === key);
	return found ? { rating: found.rating, minutes: found.minutes, reason: found.reason } : null;
}
