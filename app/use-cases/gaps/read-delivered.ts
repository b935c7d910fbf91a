import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { chooseLog } from '#app/domain/fidelity/delivery-log.ts';
import type { GapFacts } from '#app/domain/gaps/session-gaps.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { listApproved, listLogged } from '#db/queries/gaps/session-facts.ts';
import type { WorkingSession } from '#db/queries/today.ts';

type Delivered = Pick<GapFacts, 'coreNotDelivered' | 'length' | 'deliveredBy' | 'facilitatorsAsked'>;

/** By FRAME, that a session is longer or shorter than its plan. */
const OF_LENGTH = 'longer-or-shorter';

/**
 * What the log that counts says of how a session was delivered, in two reads for all sessions: core activities left out,
 * minutes, and by how many; by its team with cover, where the log does not say or is kept back from the actor.
 */
export function readDelivered(
	{ db, content }: AppContext,
	actor: Actor,
	cohortIds: readonly CohortId[],
): (of: WorkingSession, team: number) => Delivered {
	const logs = Map.groupBy(listLogged(db, actor, cohortIds), ({ sessionId }) => sessionId);
	const approved = listApproved(db, actor, cohortIds).filter(({ contentChange }) => contentChange === OF_LENGTH);
	const isApproved = new Set(approved.map(({ sessionId }) => sessionId));
	return ({ session, cohort }, team) => {
		const programme = content.programmeOf(cohort);
		const plan = planNumbered(programme, session.planNumber);
		const log = chooseLog(logs.get(session.id) ?? []).used;
		const core = plan.activities.filter((activity) => activity.core && log?.keys.includes(activity.key));
		return {
			coreNotDelivered: core.map(({ key }) => key),
			length: {
				planned: plan.minutes,
				lasted: session.time?.lengthMinutes ?? null,
				logged: log && log.rated >= plan.activities.length ? log.minutes : null,
				isApproved: isApproved.has(session.id),
			},
			deliveredBy: log?.deliveredBy || team,
			facilitatorsAsked: programme.thresholds.minimumFacilitators,
		};
	};
}
