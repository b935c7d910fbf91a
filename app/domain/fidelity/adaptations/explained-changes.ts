import type { SessionId } from '../../shared/ids.ts';
import { type ActivityRating, isChanged } from '../activity-ratings.ts';
import { type AdaptationStanding, stands } from '../adaptation-records.ts';
import type { RatedActivity } from '../delivery-log.ts';
import type { Adaptation } from '../frame.ts';

/**
 * What is behind a changed activity: a lead approved it beforehand; somebody described it, and nobody had approved it; or
 * nobody has said what was changed, which is drift without an explanation (§7.5).
 */
export const EXPLANATIONS = ['approved', 'described', 'not-described'] as const;
export type Explanation = (typeof EXPLANATIONS)[number];

/** One activity that the log of a held session says was changed, and what is behind it. */
export type ExplainedChange = {
	readonly sessionId: SessionId;
	readonly activityKey: string;
	readonly rating: ActivityRating;
	readonly behind: Explanation;
};

type LoggedRatings = {
	readonly sessionId: SessionId;
	readonly ratings: readonly Pick<RatedActivity, 'activityKey' | 'rating'>[];
};
type Described = Pick<Adaptation, 'activityKey'> & {
	readonly sessionId: SessionId;
	readonly standing: AdaptationStanding;
};

/**
 * Every changed activity of these sessions, in their order and that of their logs, with what is behind it: the record that
 * names this activity of this session. One about no activity in particular explains none; what was corrected or withdrawn
 * explains nothing; what was declined, or not decided in time, was not planned.
 */
export function explainChanges(
	sessions: readonly LoggedRatings[],
	records: readonly Described[],
): readonly ExplainedChange[] {
	const standing = records.filter(stands);
	return sessions.flatMap(({ sessionId, ratings }) => {
		const own = standing.filter((record) => record.sessionId === sessionId);
		return ratings
			.filter(({ rating }) => isChanged(rating))
			.map(({ activityKey, rating }) => ({ sessionId, activityKey, rating, behind: behindIt(own, activityKey) }));
	});
}

function behindIt(records: readonly Described[], activityKey: string): Explanation {
	const about = records.filter((record) => record.activityKey === activityKey);
	if (about.some(({ standing }) => standing === 'approved')) return 'approved';
	return about.length > 0 ? 'described' : 'not-described';
}
