import type { Role, StaffActor } from '../access/actor.ts';
import { type CohortFacts, mayOnCohort } from '../access/policy.ts';
import { TASK_DESKS, type TaskDesk, type TaskKind } from './task-kinds.ts';

/** The role whose work a desk holds. */
const ROLE_AT: Readonly<Record<TaskDesk, Role>> = {
	team: 'facilitator',
	coordinator: 'coordinator',
	lead: 'lead',
	'partner-support': 'partner-support',
};

/** The desks whose tasks are somebody's own work, by their roles; they may see more than these. */
export function ownDesks({ roles }: Pick<StaffActor, 'roles'>): readonly TaskDesk[] {
	return TASK_DESKS.filter((desk) => roles.includes(ROLE_AT[desk]));
}

/**
 * Whether tasks of this desk are closed to the team of their cohort: who works with him is told of
 * nothing done for her (safety.md §1).
 */
export function isClosedToTeam(desk: TaskDesk): boolean {
	return desk === 'partner-support';
}

/**
 * Tasks that tell what delivery logs say. Whoever delivers the session and has not logged it sees none of it before they have:
 * theirs is to be written first (§7.2). Drift is about a run of sessions, and waits for every log of the cohort.
 */
export const TOLD_BY_LOGS = ['drift', 'gap-in-log'] as const satisfies readonly TaskKind[];

/**
 * Tasks that come out of a debrief: their words say how the session went. Whoever delivers it and has not logged it sees their
 * own and those that they opened, and no other (§7.2).
 */
export const TOLD_BY_DEBRIEF = ['debrief-action', 'supervision'] as const satisfies readonly TaskKind[];

/**
 * Those of the staff who may hold a task of this desk about the cohort: whom the policy lets do it, but for the
 * team where it is closed to them.
 */
export function mayHold(staff: readonly StaffActor[], desk: TaskDesk, cohort: CohortFacts): readonly StaffActor[] {
	return staff.filter(
		(one) =>
			mayOnCohort(one, 'write', `task.${desk}`, cohort) &&
			!(isClosedToTeam(desk) && cohort.teamStaffIds.includes(one.staffId)),
	);
}

/** Those of them whose own work the desk holds, by their role: who is named where something lies on it. */
export function worksAt(staff: readonly StaffActor[], desk: TaskDesk, cohort: CohortFacts): readonly StaffActor[] {
	return mayHold(staff, desk, cohort).filter((one) => ownDesks(one).includes(desk));
}
