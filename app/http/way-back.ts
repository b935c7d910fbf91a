import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';

/**
 * Where a page of a cohort’s registers leads back to: the cohort, or for somebody who stands in and has no way into it the
 * session that they take, or today when there is none.
 */
export function wayBack(cohortId: CohortId, readsCohort: boolean, sessionId: SessionId | undefined) {
	if (readsCohort) return { href: paths.cohort(cohortId), words: 'Cohort' };
	return sessionId ? { href: paths.session(sessionId), words: 'Session' } : { href: paths.today(), words: 'Today' };
}
