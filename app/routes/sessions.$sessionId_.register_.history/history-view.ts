import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { formatInstant } from '#app/ui/format.ts';
import { markInWords } from '#app/ui/register/mark-in-words.ts';
import { sessionName, sessionTitle } from '#app/ui/session-name.ts';
import { listRegisterHistory } from '#db/queries/attendance/register-history.ts';
import { findSessionDay } from '#db/queries/session-day.ts';

/**
 * Every version of the rows that were saved more than once, the newest first; null when the
 * notes are not the actor’s to read.
 */
export function readHistoryView(context: RequestContext, actor: StaffActor, sessionId: SessionId) {
	const day = findSessionDay(context.db, actor, sessionId, 'read', 'register.notes');
	if (!day) return null;
	const rows = Map.groupBy(listRegisterHistory(context.db, actor, sessionId), ({ enrolmentId }) => enrolmentId);
	const changed = [...rows].filter(([, versions]) => versions.length > 1);
	showsPeople(
		context,
		changed.map(([, versions]) => versions[0]!.personId),
	);
	return {
		sessionId,
		name: sessionTitle(day.session),
		caption: `${day.cohort.name} · ${sessionName(day.session)}`,
		mayTake: day.may('write', 'register'),
		people: changed.map(([key, versions]) => ({
			key,
			person: versions[0]!.name,
			versions: versions.map((version) => ({
				mark: markInWords(version),
				note: version.note ?? '',
				saved: [formatInstant(version.at), version.by].filter(Boolean).join(', '),
				why: version.correctionReason ?? '',
			})),
		})),
	};
}
