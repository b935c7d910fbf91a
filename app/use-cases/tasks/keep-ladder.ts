import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { judgeLadder, whoseCauseIsGone } from '#app/domain/attendance/absence-ladder.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import type { TaskId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { type LadderOf, listLadderFacts, listLadderTasks } from '#db/queries/tasks/ladder.ts';
import type { KeptTask } from '#db/queries/tasks/tasks.ts';
import { closeTask, openTasks, type TaskToOpen } from './open-task.ts';
import { isAfterwards, takeBackTold, toldAfterAll } from './take-back-told.ts';

type Rows = ReturnType<typeof listLadderFacts>;
export type LadderKept = { readonly opened: readonly TaskId[]; readonly closed: readonly TaskId[] };

/**
 * Brings the tasks that follow absences in line with what the registers say: of everybody on the register of a session, or
 * of these places. Call it inside the transaction of whatever changed a mark, a session or a place; changing nothing twice
 * is the same as once, and asks nothing beyond the two lists (§5.9).
 */
export function keepLadder(context: AppContext, tx: Db, actor: Actor, of: LadderOf): LadderKept {
	const rows = Map.groupBy(listLadderFacts(tx, of), ({ enrolmentId }) => enrolmentId);
	if (rows.size === 0) return { opened: [], closed: [] };
	const kept = listLadderTasks(tx, [...rows.keys()]);
	const keptOf = Map.groupBy(kept, ({ enrolmentId }) => enrolmentId!);
	const judged = [...rows].map(([enrolmentId, own]) => judgeOne(context, own, keptOf.get(enrolmentId) ?? []));
	const close = judged.flatMap((one) => one.close);
	for (const { task, reason } of close) closeTask(context, tx, actor, task, reason);
	// Whoever was told of absences that are no more is told so, unless they are there again.
	const gone = judged.flatMap((one) => one.gone);
	takeBackTold(context, tx, actor, { kept, tasks: gone }, 'corrected');
	const standing = judged.flatMap((one) => one.standing);
	toldAfterAll(context, tx, actor, { kept, tasks: standing }, 'corrected');
	const toOpen = judged.flatMap((one) => one.open);
	return { opened: openTasks(context, tx, actor, toOpen), closed: close.map(({ task }) => task.id) };
}

type Judged = Pick<ReturnType<typeof judgeLadder<KeptTask>>, 'close'> & {
	readonly open: readonly TaskToOpen[];
	/** Those of a place that goes on whose absences are no more, and those that were done whose absences still are. */
	readonly gone: readonly KeptTask[];
	readonly standing: readonly KeptTask[];
};

function judgeOne(context: AppContext, own: Rows, kept: readonly KeptTask[]): Judged {
	const { cohort, enrolmentId, enrolmentState } = own[0]!;
	const { thresholds } = context.content.programmeOf(cohort);
	const facts = own.map(({ fact }) => fact);
	const ofLadder = kept.filter((task) => !isAfterwards(task));
	const place = { side: cohort.side, isActive: isActive(enrolmentState), kept: ofLadder };
	const { open, close } = judgeLadder(facts, thresholds, place);
	const gone = place.isActive ? whoseCauseIsGone(facts, thresholds, place) : [];
	const standing = place.isActive ? ofLadder.filter((task) => task.state === 'done' && !gone.includes(task)) : [];
	const toOpen = open.map(({ kind, at, withinDays }) => ({
		...{ kind, cause: `${kind}:${enrolmentId}:${at}`, about: { cohortId: cohort.id, enrolmentId, sessionId: at } },
		...(withinDays !== null && { withinDays }),
	}));
	return { close, open: toOpen, gone, standing };
}
