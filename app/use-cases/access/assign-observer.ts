import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { idsToKeep } from '#app/domain/audit/entry.ts';
import { teamsOverlap } from '#app/domain/people/both-sides.ts';
import type { SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listObservers, listPossibleObservers } from '#db/queries/access/observers.ts';
import { listOpenCovers } from '#db/queries/access/session-teams.ts';
import { listTeams } from '#db/queries/cohorts.ts';
import { findLinkedCohortId } from '#db/queries/families/cohort-pairs.ts';
import { listFamilyIdsOfCohort, listStaffOfCohort } from '#db/queries/families/staff-on-sides.ts';
import { findSessionDay, type SessionDay } from '#db/queries/session-day.ts';
import { hasRole } from '#db/queries/staff.ts';
import { listSessionTeam } from '#db/queries/team/covers.ts';
import { deleteObserver, insertObserver } from '#db/stores/access.ts';
import { audited } from '../audit/audited.ts';
import { staffsBothSides } from '../families/staffs-both-sides.ts';

type Assignment = { readonly sessionId: SessionId; readonly staffId: StaffId };
type Refusal = 'not-found' | 'unknown-observer' | 'observes-already' | 'on-the-team' | 'both-sides';

/**
 * Assigns somebody to observe a session: an active observer who is not on the team of it or of the cohort and is not asked
 * to stand in, and who does not work with the other side of a family in it, as a partner-support worker may at any time.
 */
export function assignObserver(
	context: AppContext,
	actor: StaffActor,
	{ sessionId, staffId }: Assignment,
): Outcome<undefined, Refusal> {
	const record = ['session', sessionId] as const;
	return audited(context, { actor, action: 'observer-assigned', record }, (tx, tell) => {
		tell({ details: { observer: idsToKeep([staffId]) } });
		const day = findSessionDay(tx, actor, sessionId, 'write', 'observer');
		if (!day) return refused('not-found');
		const { id: cohortId, side } = day.cohort;
		if (!listPossibleObservers(tx, actor).some(({ id }) => id === staffId)) return refused('unknown-observer');
		if (listObservers(tx, actor, sessionId).some(({ id }) => id === staffId)) return refused('observes-already');
		if (isOnTeam(tx, day, staffId)) return refused('on-the-team');
		const observer = [{ staffId, side }];
		const linkedId = findLinkedCohortId(tx, cohortId);
		const worksOpposite =
			(side === 'perpetrator' && hasRole(tx, staffId, 'partner-support')) ||
			(linkedId !== null && teamsOverlap(observer, listStaffOfCohort(tx, linkedId))) ||
			staffsBothSides(tx, listFamilyIdsOfCohort(tx, cohortId), observer);
		if (worksOpposite) return refused('both-sides');
		insertObserver(tx, { sessionId, staffId, assignedBy: actor.staffId, assignedAt: context.clock.now() });
		return done();
	});
}

/** On the team of the cohort or of this session, or asked to stand in at it: nobody observes themself. */
function isOnTeam(tx: Db, { session, cohort }: SessionDay, staffId: StaffId): boolean {
	const delivering = [...listTeams(tx, [cohort.id]), ...listSessionTeam(tx, session)];
	const standingIn = listOpenCovers(tx, { sessionId: session.id });
	return (
		delivering.some((member) => member.staffId === staffId) ||
		standingIn.some(({ coveringId }) => coveringId === staffId)
	);
}

/** Takes an assignment back: the session is not there for the observer any more. */
export function takeBackObserver(
	context: AppContext,
	actor: StaffActor,
	{ sessionId, staffId }: Assignment,
): Outcome<undefined, 'not-found'> {
	const record = ['session', sessionId] as const;
	return audited(context, { actor, action: 'observer-taken-back', record }, (tx, tell) => {
		tell({ details: { observer: idsToKeep([staffId]) } });
		const isThere = findSessionDay(tx, actor, sessionId, 'write', 'observer') !== null;
		if (!isThere || !listObservers(tx, actor, sessionId).some(({ id }) => id === staffId)) return refused('not-found');
		deleteObserver(tx, sessionId, staffId);
		return done();
	});
}
