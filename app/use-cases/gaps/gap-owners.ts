import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Session } from '#app/domain/scheduling/session.ts';
import type { CohortId, StaffId } from '#app/domain/shared/ids.ts';
import { worksAt } from '#app/domain/tasks/desks.ts';
import type { TaskDesk } from '#app/domain/tasks/task-kinds.ts';
import { teamsOf } from '#db/queries/planning/occupied-times.ts';
import { listActiveActors } from '#db/queries/staff.ts';
import { listCohortFacts } from '#db/queries/tasks/tasks.ts';

type Owner = { readonly staffId: StaffId; readonly name: string };
type Of = {
	readonly cohort: { readonly id: CohortId };
	readonly session: Pick<Session, 'id' | 'cohortId' | 'time'> | null;
};

/**
 * Whose a gap of these cohorts is while nobody was given it: the team of its session, cover included; else everybody whose
 * own work the desk holds. Nobody where there is no such person. Read once for all of them.
 */
export function readOwners(
	db: AppContext['db'],
	cohortIds: readonly CohortId[],
): (of: Of, desk: TaskDesk) => readonly Owner[] {
	const staff = listActiveActors(db);
	const factsOf = listCohortFacts(db, cohortIds);
	const teams = teamsOf(db, cohortIds);
	const known = new Map<string, readonly Owner[]>();
	const atDesk = (id: CohortId, desk: TaskDesk) => {
		const key = `${id} ${desk}`;
		const owners = known.get(key) ?? worksAt(staff, desk, factsOf.get(id)!).map(asOwner);
		known.set(key, owners);
		return owners;
	};
	return ({ cohort: { id }, session }, desk) => {
		if (desk !== 'team' || session === null) return atDesk(id, desk);
		const names = teams.names(id);
		const team = teams.at(session).team ?? teams.now(id);
		return team.map((staffId) => ({ staffId, name: names.get(staffId)! }));
	};
}

function asOwner({ staffId, name }: StaffActor): Owner {
	return { staffId, name };
}
