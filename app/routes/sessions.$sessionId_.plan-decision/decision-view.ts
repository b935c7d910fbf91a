import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { whenInWords } from '#app/ui/schedule/move-lines.ts';
import { readTerm } from '#app/use-cases/sessions/read-term.ts';
import { findSession } from '#db/queries/sessions.ts';

export type DecisionView = NonNullable<ReturnType<typeof readDecisionView>>;

/** The session whose plan is decided on, with the sessions that it can be merged with or run over into. */
export function readDecisionView(context: AppContext, actor: StaffActor, sessionId: SessionId) {
	const session = findSession(context.db, actor, sessionId, 'write', 'session');
	const read = session && readTerm(context, context.db, actor, session.cohortId);
	if (!session || !read || session.enrolmentId !== null) return null;
	const others = read.term.filter(
		({ planNumber, kind, state }) =>
			planNumber !== session.planNumber && kind !== 'individual' && state !== 'cancelled',
	);
	return {
		sessionId,
		planNumber: session.planNumber,
		caption: `${read.cohort.name} · session ${session.planNumber} · ${whenInWords(session.time)}`,
		isCancelled: session.state === 'cancelled',
		others: others.map(({ id, planNumber, time }) => ({
			value: id,
			label: `Session ${planNumber}, ${whenInWords(time)}`,
		})),
	};
}
