import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type Adaptation, isPlanned } from '#app/domain/fidelity/frame.ts';
import type { Session } from '#app/domain/scheduling/session.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { AdaptationId, SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { type ClosingReason, dueDayOf } from '#app/domain/tasks/task.ts';
import type { Db } from '#db/client.ts';
import { listOpenTasksOfSessions, listTasksOfBegunSessions } from '#db/queries/tasks/of-sessions.ts';
import { updateTask } from '#db/stores/tasks.ts';
import { audited } from '../audit/audited.ts';
import { closeTask, closeTaskOfCause, openTask } from '../tasks/open-task.ts';

type Proposed = {
	readonly id: AdaptationId;
	readonly adaptation: Pick<Adaptation, 'planned'>;
	readonly session: Pick<Session, 'id' | 'cohortId' | 'time'>;
};

/**
 * Opens the leads’ task to decide on what was proposed; nothing for what is unplanned. The words of the proposal are not in
 * it: its page shows them. It is due by the day of the session at the latest. Call it in the transaction in which it is written.
 */
export function askForDecision(context: AppContext, tx: Db, actor: Actor, { id, adaptation, session }: Proposed): void {
	if (!isPlanned(adaptation)) return;
	const about = { cohortId: session.cohortId, sessionId: session.id };
	const dueOn = dueDay(context.clock.now(), session.time?.day ?? null);
	openTask(context, tx, actor, { kind: 'adaptation', cause: causeOf(id), about, dueOn });
}

/**
 * Gives the open tasks about proposals for these sessions the day on which they are due now, in the transaction that has
 * moved them: what is due on another day is told anew when that is over.
 */
export function moveProposals(tx: Db, sessionIds: readonly SessionId[]): void {
	for (const { task, day } of listOpenTasksOfSessions(tx, 'adaptation', sessionIds)) {
		const dueOn = dueDay(task.openedAt, day);
		if (dueOn !== task.dueOn) updateTask(tx, task, { dueOn, toldOnAt: null });
	}
}

/** Closes that task, if it is open, in the transaction of what makes it needless. */
export function closeProposal(
	context: AppContext,
	tx: Db,
	actor: Actor,
	id: AdaptationId,
	reason: Extract<ClosingReason, `adaptation-${string}`>,
): void {
	closeTaskOfCause(context, tx, actor, causeOf(id), reason);
}

/**
 * Closes every open task about a proposal whose session has begun, or whose time came although it was cancelled: what was
 * not decided beforehand is not planned (§7.5). The clock’s, every minute, in one read.
 */
export function closeBegunProposals(context: AppContext, actor: Actor): void {
	if (actor.kind !== 'operator') return;
	audited(context, { actor, action: 'adaptation-tasks-closed' }, (tx, tell) => {
		const begun = listTasksOfBegunSessions(tx, 'adaptation', context.clock.now());
		for (const task of begun) closeTask(context, tx, actor, task, 'session-begun');
		tell({ details: { tasks: begun.map(({ id }) => id) } });
	});
}

/** The usual days from when it was asked, and the day of the session at the latest. */
function dueDay(askedAt: Instant, sessionDay: CalendarDay | null): CalendarDay {
	const usual = dueDayOf('adaptation', askedAt);
	return sessionDay !== null && sessionDay < usual ? sessionDay : usual;
}

function causeOf(id: AdaptationId): string {
	return `adaptation ${id}`;
}
