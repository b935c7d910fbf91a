import type { CohortFacts } from '#app/domain/access/policy.ts';
import type { CohortId, StaffId, TaskId } from '#app/domain/shared/ids.ts';
import { mayHold, TOLD_BY_LOGS } from '#app/domain/tasks/desks.ts';
import { TASK_MEANINGS, type TaskKind } from '#app/domain/tasks/task-kinds.ts';
import type { Db } from '#db/client.ts';
import { listActiveActors } from '#db/queries/staff.ts';
import { findTask, listCohortFacts } from '#db/queries/tasks/tasks.ts';

/** What decides who is told of a task. */
type TaskToTell = {
	readonly kind: TaskKind;
	readonly about: { readonly cohortId: CohortId };
	readonly ownerId?: StaffId | null;
};

/** Whose each is; of what lies on the leads’ desk those who may do it, because nobody else of them would know. */
export function staffToTell(tx: Db, tasks: readonly TaskToTell[]): (task: TaskToTell) => readonly StaffId[] {
	const isForLeads = ({ kind, ownerId = null }: TaskToTell) => ownerId === null && TASK_MEANINGS[kind].desk === 'lead';
	const cohortIds = tasks.filter(isForLeads).map(({ about }) => about.cohortId);
	const leadsOf = listLeadsOf(tx, new Set(cohortIds));
	return (task) => {
		if (isForLeads(task)) return leadsOf.get(task.about.cohortId)!;
		return task.ownerId ? [task.ownerId] : [];
	};
}

/** The active staff who may do a task of the leads’ desk, by the cohort that it is about. */
function listLeadsOf(tx: Db, cohortIds: ReadonlySet<CohortId>): ReadonlyMap<CohortId, readonly StaffId[]> {
	if (cohortIds.size === 0) return new Map();
	const staff = listActiveActors(tx);
	const leads = (facts: CohortFacts) => mayHold(staff, 'lead', facts).map(({ staffId }) => staffId);
	return new Map([...listCohortFacts(tx, [...cohortIds])].map(([cohortId, facts]) => [cohortId, leads(facts)]));
}

type Opened = { readonly id: TaskId; readonly kind: TaskKind };

/** Those who may see the task: a log that waits for somebody’s own keeps what is told by logs from them (§7.2). */
export function mayBeTold(tx: Db, { id, kind }: Opened, toTell: readonly StaffId[]): readonly StaffId[] {
	if (!(TOLD_BY_LOGS as readonly TaskKind[]).includes(kind)) return toTell;
	const staff = listActiveActors(tx).filter(({ staffId }) => toTell.includes(staffId));
	return staff.filter((one) => findTask(tx, one, id, 'read') !== null).map(({ staffId }) => staffId);
}
