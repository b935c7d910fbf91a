import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { idsToKeep } from '#app/domain/audit/entry.ts';
import { teamsOverlap } from '#app/domain/people/both-sides.ts';
import type { SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listObservers, listPossibleObservers } from '#db/queries/access/observers.ts';
import { findLinkedCohortId } from '#db/queries/families/cohort-pairs.ts';
import { listFamilyIdsOfCohort, listStaffOfCohort } from '#db/queries/families/staff-on-sides.ts';
import { hasSubmittedByOthers } from '#db/queries/observations/session-observations.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { hasRole } from '#db/queries/staff.ts';
import { deleteObserver, insertObserver } from '#db/stores/access.ts';
import { audited } from '../audit/audited.ts';
import { staffsBothSides } from '../families/staffs-both-sides.ts';
import { isPartOfSession } from './is-part-of-session.ts';

type Assignment = { readonly sessionId: SessionId; readonly staffId: StaffId };
type Refusal =
	| 'not-found'
	| 'session-cancelled'
	| 'unknown-observer'
	| 'observes-already'
	| 'on-the-team'
	| 'may-have-read'
	| 'both-sides';

/**
 * Assigns somebody to observe a session that goes ahead: an active observer who is not on the team of it or of the cohort,
 * is not asked to stand in and has no place in it, and who does not work with the other side of a family in it, as a
 * partner-support worker may at any time. Refused for a session that did not go ahead, and for a lead once somebody else’s
 * observation of it is submitted: leads may have read it, and two raters judge each alone (§7.3).
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
		if (day.session.state === 'cancelled') return refused('session-cancelled');
		const { id: cohortId, side } = day.cohort;
		if (!listPossibleObservers(tx, actor).some(({ id }) => id === staffId)) return refused('unknown-observer');
		if (listObservers(tx, actor, sessionId).some(({ id }) => id === staffId)) return refused('observes-already');
		if (isPartOfSession(tx, day, staffId)) return refused('on-the-team');
		const isRead = hasRole(tx, staffId, 'lead') && hasSubmittedByOthers(tx, sessionId, staffId);
		if (isRead) return refused('may-have-read');
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
