import type { AppContext } from '#app/context.ts';
import { type Actor, CLOCK } from '#app/domain/access/actor.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import type { SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { sessionTeam } from '#app/domain/team/session-team.ts';
import type { Db } from '#db/client.ts';
import { listTimesOnTeams } from '#db/queries/access/session-teams.ts';
import { findSession } from '#db/queries/sessions.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { readTerm } from '../sessions/read-term.ts';
import { readCatchUps } from './read-catch-ups.ts';

export type CatchUpPlan = NonNullable<ReturnType<typeof readCatchUpPlan>>;

/**
 * What booking a catch-up of this session is decided on: its plan, everybody’s catch-ups, and the term with all that may
 * be in the way. Null for a catch-up itself, and where the actor may book none. The term is read by the rule, because a
 * facilitator may book a catch-up and may not change the schedule.
 */
export function readCatchUpPlan(context: AppContext, db: Db, actor: Actor, sessionId: SessionId) {
	const session = findSession(db, actor, sessionId, 'read', 'session');
	if (!session || session.kind === 'catch-up') return null;
	const { cohortId, planNumber } = session;
	if (!mayOn(db, actor, 'write', 'catch-up', cohortId)) return null;
	const read = readCatchUps(context, db, actor, cohortId);
	const term = readTerm(context, db, CLOCK, cohortId);
	if (!read || !term || read.cohort.state === 'draft') return null;
	const ofPlan = read.people.flatMap(({ catchUps, ...person }) => {
		const own = catchUps.find((one) => one.planNumber === planNumber);
		return own ? [{ ...person, catchUps, own }] : [];
	});
	return {
		session,
		term,
		people: ofPlan,
		mayOverride: mayOn(db, actor, 'write', 'late-catch-up', cohortId),
		terms: listTimesOnTeams(db, [cohortId]),
	};
}

/** Who of the team could deliver a session at this time: who was, is or will be on it then. */
export function teamAt(
	{ session, terms }: Pick<CatchUpPlan, 'session' | 'terms'>,
	time: SessionTime | null,
): readonly StaffId[] {
	return sessionTeam({ id: session.id, time }, terms, []).map(({ staffId }) => staffId);
}
