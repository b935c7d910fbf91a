import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { judgeLadder, whoseCauseIsGone } from '#app/domain/attendance/absence-ladder.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import type { TaskId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { type LadderOf, listLadderFacts, listLadderTasks } from '#db/queries/tasks/ladder.ts';
import type { KeptTask } from '#db/queries/tasks/tasks.ts';
import { closeTask, openTask } from './open-task.ts';
import { isAfterwards, takeBackTold, toldAfterAll } from './take-back-told.ts';

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
	const facts = own.map(({ fact }) => fact);
	const ofLadder = kept.filter((task) => !isAfterwards(task));
	const place = { side: cohort.side, isActive: isActive(enrolmentState), kept: ofLadder };
	const judged = judgeLadder(facts, thresholds, place);
	for (const { task, reason } of judged.close) closeTask(context, tx, actor, task, reason);
	if (place.isActive)
		keepTold(context, tx, actor, { told: ofLadder, gone: whoseCauseIsGone(facts, thresholds, place) });
	const opened = judged.open.map(({ kind, at, withinDays }) =>
		openTask(context, tx, actor, {
			...{ kind, cause: `${kind}:${enrolmentId}:${at}`, about: { cohortId: cohort.id, enrolmentId, sessionId: at } },
			...(withinDays !== null && { withinDays }),
		}),
	);
	return { opened, closed: judged.close.map(({ task }) => task.id) };
}

type Told = { readonly told: readonly KeptTask[]; readonly gone: readonly KeptTask[] };

/** Whoever was told of absences that are no more is told so, unless they are there again. */
function keepTold(context: AppContext, tx: Db, actor: Actor, { told, gone }: Told): void {
	const done = told.filter(({ state }) => state === 'done');
	takeBackTold(context, tx, actor, gone, 'corrected');
	toldAfterAll(
		context,
		tx,
		actor,
		done.filter((task) => !gone.includes(task)),
		'corrected',
	);
}
