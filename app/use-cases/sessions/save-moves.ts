import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Moved } from '#app/domain/scheduling/changes/term.ts';
import type { AskedBy } from '#app/domain/scheduling/session.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import type { SessionRow } from '#db/queries/sessions.ts';
import { insertSessionTime } from '#db/stores/schedule-changes.ts';
import { updateSession } from '#db/stores/sessions.ts';
import { moveProposals } from '../adaptations/proposal-task.ts';
import { replan } from '../reminders/replan.ts';

/** Who asked for a change of the schedule, and why (§2.7). */
export type Asked = { readonly askedBy: AskedBy; readonly why: string };

/**
 * Gives these sessions their new times, each with an entry in its history; calendars and reminders hear of it by the
 * versions that go up, what waits to be decided for it is due by its new day, and its messages are planned anew. Call it in the transaction that has read the sessions. (§2.7, §8.2, §8.4)
 */
export function saveMoves(
	context: AppContext,
	tx: Db,
	actor: Actor,
	{
		moves,
		term,
		asked,
	}: { readonly moves: readonly Moved[]; readonly term: readonly SessionRow[]; readonly asked: Asked },
): void {
	const now = context.clock.now();
	const setBy = actor.kind === 'staff' ? actor.staffId : null;
	const moved: SessionId[] = [];
	for (const { planNumber, to } of moves) {
		const session = term.find((one) => one.planNumber === planNumber);
		if (!session) throw new Error(`No session of plan ${planNumber} to move`);
		const timeVersion = session.timeVersion + 1;
		const change = { ...to, timeVersion, sequence: session.sequence + 1, changedAt: now };
		if (!updateSession(tx, session.id, session.version, change))
			throw new Error('The session changed in its own transaction');
		moved.push(session.id);
		const { day, startTime, lengthMinutes } = to;
		insertSessionTime(tx, {
			sessionId: session.id,
			timeVersion,
			day,
			startTime,
			lengthMinutes,
			setAt: now,
			setBy,
			...asked,
		});
	}
	moveProposals(tx, moved);
	for (const cohortId of new Set(term.map((session) => session.cohortId))) replan(context, tx, { cohortId });
}
