import { RATING_MEANINGS } from '#app/domain/fidelity/activity-ratings.ts';
import { EXPLANATIONS, type Explanation } from '#app/domain/fidelity/adaptations/explained-changes.ts';
import { type Programme, planNumbered } from '#app/domain/programmes/programme.ts';
import { paths } from '#app/paths.ts';

import { formatCount, formatPercent } from '#app/ui/format.ts';
import { planTitle } from '#app/ui/session-name.ts';
import type { ChangesReview } from '#app/use-cases/fidelity/review-changes.ts';
import type { CohortFidelityRecord } from '#db/queries/fidelity/cohort-fidelity.ts';

export type ExplainedView = ReturnType<typeof explainedView>;

const NAMES: Readonly<Record<Explanation, { readonly name: string; readonly means: string }>> = {
	approved: { name: 'Planned', means: 'A lead approved the change before the session' },
	described: { name: 'Unplanned, described', means: 'Somebody said what was changed; nobody had approved it' },
	'not-described': { name: 'Not explained', means: 'The log says it was changed, and nobody has said what' },
};

/** How many changed activities were planned, were described, or are drift that nobody explained, and which they are. */
export function explainedView(
	{ changes, missing }: ChangesReview,
	{ sessions }: Pick<CohortFidelityRecord, 'sessions'>,
	programme: Programme,
) {
	const numberOf = new Map(sessions.map(({ id, planNumber }) => [id, planNumber]));
	return {
		sentence: sentenceFor(changes.length, missing),
		groups: EXPLANATIONS.map((behind) => {
			const own = changes.filter((change) => change.behind === behind);
			return {
				...{ behind, ...NAMES[behind] },
				figure: formatPercent(own.length, changes.length),
				rows: own.map(({ sessionId, activityKey, rating }) => {
					const { number, title, activities } = planNumbered(programme, numberOf.get(sessionId)!);
					return {
						key: `${sessionId} ${activityKey}`,
						session: planTitle(number, title),
						href: paths.adaptations(sessionId),
						activity: activities.find(({ key }) => key === activityKey)?.title ?? activityKey,
						rating: RATING_MEANINGS[rating].label,
					};
				}),
			};
		}),
	};
}

function sentenceFor(changes: number, missing: number): string {
	const without =
		missing === 0 ? '' : ` ${formatCount('held session', missing)} without a log: what was changed there is not known.`;
	if (changes === 0) return `No log says that an activity was changed.${without}`;
	return `The logs say that ${formatCount('activity', changes)} ${changes === 1 ? 'was' : 'were'} delivered otherwise than planned. What was left out is not counted here: it was not delivered.${without}`;
}
