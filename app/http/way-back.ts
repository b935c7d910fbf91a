import type { StaffActor } from '#app/domain/access/actor.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import type { RequestContext } from './request-context.ts';

/**
 * Where a page of a cohort’s registers leads back to: the cohort, or for somebody who stands in and has no way into it the
 * session that they take, or today when there is none.
 */
export function wayBack(
	{ db }: RequestContext,
	actor: StaffActor,
	cohortId: CohortId,
	sessionId: SessionId | undefined,
) {
	if (mayOn(db, actor, 'read', 'cohort', cohortId)) return { href: paths.cohort(cohortId), words: 'Cohort' };
	return sessionId ? { href: paths.session(sessionId), words: 'Session' } : { href: paths.today(), words: 'Today' };
}
