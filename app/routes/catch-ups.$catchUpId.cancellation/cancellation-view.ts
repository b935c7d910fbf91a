import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { whenInWords } from '#app/ui/schedule/move-lines.ts';
import { readBookedCatchUp } from '#app/use-cases/catch-ups/cancel-catch-up.ts';

export type CancellationView = NonNullable<ReturnType<typeof readCancellationView>>;

/** Who is expected at a catch-up; null when it is not the actor’s to take back. */
export function readCancellationView(context: RequestContext, actor: StaffActor, sessionId: SessionId) {
	const read = readBookedCatchUp(context.db, actor, sessionId);
	if (!read) return null;
	const { session, rows } = read;
	showsPeople(
		context,
		rows.map(({ personId }) => personId),
	);
	return {
		sessionId,
		caption: `Catch-up of session ${session.planNumber} · ${whenInWords(session.time)}`,
		people: rows.map(({ enrolmentId, name }) => ({ value: enrolmentId, label: name })),
		all: rows.map(({ enrolmentId }) => enrolmentId),
	};
}
