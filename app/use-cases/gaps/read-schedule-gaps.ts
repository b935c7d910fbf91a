import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { scheduleGaps } from '#app/domain/gaps/schedule-gaps.ts';
import type { GapFacts } from '#app/domain/gaps/session-gaps.ts';
import { listApproved, listDecided } from '#db/queries/gaps/session-facts.ts';
import type { WorkingSession } from '#db/queries/today.ts';

type Scheduled = Pick<GapFacts, 'isMerged' | 'isSplit' | 'isOutOfOrder' | 'isSettled'>;

/**
 * What is not in the order of the plan, cohort by cohort, and whether a plan that was cancelled stands again or it is decided
 * what becomes of it; in two reads for all of them. By the sessions that the actor may work on.
 */
export function readScheduleGaps(
	db: AppContext['db'],
	actor: Actor,
	all: readonly WorkingSession[],
): (session: WorkingSession['session']) => Scheduled {
	const ofCohort = [...Map.groupBy(all, ({ cohort }) => cohort.id)];
	const cohortIds = ofCohort.map(([id]) => id);
	const decided = listDecided(db, actor, cohortIds);
	const approved = listApproved(db, actor, cohortIds);
	const decidedAt = new Map(decided.map((one) => [one.sessionId, one]));
	const standing = new Set(all.filter(({ session }) => session.state !== 'cancelled').map(planKey));
	const gapsOf = new Map(
		ofCohort.map(([id, own]) => {
			const sessions = own.map(({ session }) => session);
			const here = sessions.flatMap((one) => decidedAt.get(one.id) ?? []);
			return [id, scheduleGaps(sessions, here, approved)];
		}),
	);
	return (session) => {
		const { merged, split, outOfOrder } = gapsOf.get(session.cohortId)!;
		return {
			isMerged: merged.has(session.id),
			isSplit: split.has(session.id),
			isOutOfOrder: outOfOrder.has(session.id),
			isSettled: decidedAt.has(session.id) || standing.has(planKey({ session })),
		};
	};
}

/** The same plan for the same people: what stands beside a cancelled session takes its place. */
function planKey({ session: { cohortId, planNumber, enrolmentId } }: Pick<WorkingSession, 'session'>): string {
	return `${cohortId} ${planNumber} ${enrolmentId}`;
}
