import type { Actor } from '#app/domain/access/actor.ts';
import type { Session } from '#app/domain/scheduling/session.ts';
import type { Db } from '#db/client.ts';
import { findPlaceholder } from '#db/queries/schedule-changes.ts';
import { expectAgain, expectNoLonger } from '#db/stores/registers.ts';

/**
 * A person is expected either at the individual session that is booked for them or at the placeholder of its plan: at the
 * placeholder again when the booked one does not go ahead. Does nothing for a session of the whole cohort. (§2.4)
 */
export function expectAtPlaceholder(
	tx: Db,
	actor: Actor,
	session: Pick<Session, 'cohortId' | 'planNumber' | 'enrolmentId'>,
	isExpected: boolean,
): void {
	const placeholderId = session.enrolmentId && findPlaceholder(tx, actor, session);
	if (!session.enrolmentId || !placeholderId) return;
	if (isExpected) expectAgain(tx, session.enrolmentId, [placeholderId]);
	else expectNoLonger(tx, session.enrolmentId, [placeholderId]);
}
