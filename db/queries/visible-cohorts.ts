import { and, eq, exists, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Actor, StaffActor } from '#app/domain/access/actor.ts';
import { type Access, type AccessRecord, grantedRelations, type Relation } from '#app/domain/access/policy.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { cohorts, teamMembers } from '../schema/index.ts';

/**
 * The condition that leaves only cohorts whose records of this kind the actor may read or write, from the same policy
 * table as every other answer. Every query on anything of a cohort carries it; what it leaves out is absent.
 */
export function visibleCohorts(db: Db, actor: Actor, may: Access, record: AccessRecord): SQL {
	if (actor.kind === 'operator') return sql`1`;
	const relations = grantedRelations(actor, may, record).map((relation) => standingIn(db, actor, relation));
	return or(...relations) ?? sql`0`;
}

/** Whether the actor may do this to the records of this cohort: the same condition, for one cohort that is known. */
export function mayOn(db: Db, actor: Actor, may: Access, record: AccessRecord, cohortId: CohortId): boolean {
	const found = db
		.select({ id: cohorts.id })
		.from(cohorts)
		.where(and(eq(cohorts.id, cohortId), visibleCohorts(db, actor, may, record)))
		.get();
	return found !== undefined;
}

function standingIn(db: Db, actor: StaffActor, relation: Relation): SQL {
	switch (relation) {
		case 'organisation':
			return sql`1`;
		case 'team':
			return exists(
				db
					.select({ one: sql`1` })
					.from(teamMembers)
					.where(and(eq(teamMembers.cohortId, cohorts.id), eq(teamMembers.staffId, actor.staffId))),
			);
		case 'area':
			return and(inArray(cohorts.areaId, [...actor.areaIds]), inArray(cohorts.side, [...actor.sides])) ?? sql`0`;
	}
}
