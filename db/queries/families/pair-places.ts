import { and, asc, eq, inArray, notInArray, or, type SQL } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohortPairs, cohorts, enrolments, families, familyMembers } from '../../schema/index.ts';
import { wasAPlace } from '../retention/was-a-place.ts';
import { isOnTeam, visibleCohorts } from '../visible-cohorts.ts';
import { visibleFamilies } from './families.ts';

/**
 * Every place of somebody of a family in a pair that one of these cohorts is linked in, nobody named: a row for each
 * place and family, by the pair and the family. Null for who may not see linked pairs and the families in them, and so
 * learns nothing of either (docs/security.md). Of a pair whose perpetrator side is taught by the actor there is none: who
 * works with him is not told what became of her.
 */
export function listPairPlaces(db: Db, actor: Actor, cohortIds: readonly CohortId[]) {
	if (!mayAtAll(actor, 'read', 'cohort-pair') || !mayAtAll(actor, 'read', 'family')) return null;
	const { perpetratorCohortId, survivorCohortId } = cohortPairs;
	const isInPair = or(eq(cohorts.id, perpetratorCohortId), eq(cohorts.id, survivorCohortId));
	return db
		.select({
			...{ pairId: perpetratorCohortId, familyId: families.id, reference: families.reference },
			...{ cohortId: cohorts.id, state: enrolments.state, cohortState: cohorts.state },
		})
		.from(cohortPairs)
		.innerJoin(cohorts, isInPair)
		.innerJoin(enrolments, eq(enrolments.cohortId, cohorts.id))
		.innerJoin(familyMembers, eq(familyMembers.personId, enrolments.personId))
		.innerJoin(families, eq(families.id, familyMembers.familyId))
		.where(
			and(
				or(inArray(perpetratorCohortId, [...cohortIds]), inArray(survivorCohortId, [...cohortIds])),
				wasAPlace(),
				visibleFamilies(actor, 'read'),
				isApartFromHim(db, actor),
				visibleCohorts(db, actor, 'read', 'cohort-pair'),
				visibleCohorts(db, actor, 'read', 'retention'),
			),
		)
		.orderBy(asc(perpetratorCohortId), asc(families.reference), asc(families.id), asc(enrolments.id))
		.all();
}

/** That the actor is not on the team of the pair’s perpetrator side, as with the tasks that are closed to it (safety.md §1). */
function isApartFromHim(db: Db, actor: Actor): SQL | undefined {
	if (actor.kind !== 'staff') return undefined;
	const own = db.select({ id: cohorts.id }).from(cohorts).where(isOnTeam(db, actor));
	return notInArray(cohortPairs.perpetratorCohortId, own);
}
