import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { judgeLadder } from '#app/domain/attendance/absence-ladder.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import type { TaskId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { type LadderOf, listLadderFacts, listLadderTasks } from '#db/queries/tasks/ladder.ts';
import type { KeptTask } from '#db/queries/tasks/tasks.ts';
import { closeTask, openTask } from './open-task.ts';

type Rows = ReturnType<typeof listLadderFacts>;
export type LadderKept = { readonly opened: readonly TaskId[]; readonly closed: readonly TaskId[] };

/**
 * Brings the tasks that follow absences in line with what the registers say: of everybody on the register of a session, or
 * of these places. Call it inside the transaction of whatever changed a mark, a session or a place; changing nothing twice
 * is the same as once (§5.9).
 */
export function keepLadder(context: AppContext, tx: Db, actor: Actor, of: LadderOf): LadderKept {
	const rows = Map.groupBy(listLadderFacts(tx, of), ({ enrolmentId }) => enrolmentId);
	if (rows.size === 0) return { opened: [], closed: [] };
	const kept = Map.groupBy(listLadderTasks(tx, [...rows.keys()]), ({ enrolmentId }) => enrolmentId!);
	const each = [...rows].map(([enrolmentId, own]) =>
		keepOne(context, tx, actor, { own, kept: kept.get(enrolmentId) ?? [] }),
	);
	return { opened: each.flatMap(({ opened }) => opened), closed: each.flatMap(({ closed }) => closed) };
}

function keepOne(
	context: AppContext,
	tx: Db,
	actor: Actor,
	{ own, kept }: { readonly own: Rows; readonly kept: readonly KeptTask[] },
): LadderKept {
	const { cohort, enrolmentId, enrolmentState } = own[0]!;
	const { thresholds } = context.content.programmeOf(cohort);
	const judged = judgeLadder(
		own.map(({ fact }) => fact),
		thresholds,
		{ side: cohort.side, isActive: isActive(enrolmentState), kept },
	);
	for (const { task, reason } of judged.close) closeTask(context, tx, actor, task, reason);
	const opened = judged.open.map(({ kind, at, withinDays }) =>
		openTask(context, tx, actor, {
			...{ kind, cause: `${kind}:${enrolmentId}:${at}`, about: { cohortId: cohort.id, enrolmentId, sessionId: at } },
			...(withinDays !== null && { withinDays }),
		}),
	);
	return { opened, closed: judged.close.map(({ task }) => task.id) };
}
