import { and, asc, eq, ne, notExists, or, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { areOpposed } from '#app/domain/people/family.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { areas, cohortPairs, cohorts } from '../../schema/index.ts';
import { findCohort } from '../cohorts.ts';
import { mayOn } from '../visible-cohorts.ts';

/**
 * The cohort, the one that it is linked with, and those of the other side that it could be linked with; null for who may
 * not arrange pairs, and for a cohort of no side of families.
 */
export function findPair(db: Db, actor: Actor, cohortId: CohortId) {
	const cohort = mayAtAll(actor, 'write', 'cohort-pair') ? findCohort(db, actor, cohortId) : null;
	if (!cohort || cohort.side === 'professional') return null;
	const linkedId = findLinkedCohortId(db, cohortId);
	return {
		cohort,
		linked: linkedId && findCohort(db, actor, linkedId),
		free: listUnlinked(db).filter(({ side }) => areOpposed(side, cohort.side)),
	};
}

/** The cohort that this one is linked with, whoever may read it: for rules, never for a page. */
export function findLinkedCohortId(db: Db, cohortId: CohortId): CohortId | null {
	const pair = db.select().from(cohortPairs).where(isIn(cohortId)).get();
	if (!pair) return null;
	return pair.perpetratorCohortId === cohortId ? pair.survivorCohortId : pair.perpetratorCohortId;
}

/**
 * The cohort that this one is linked with, for who may change the sessions of both: a lead, or the coordinator whom they
 * share. Null for everybody else, who learns neither of the link nor of the other cohort (docs/security.md).
 */
export function findPairToArrange(db: Db, actor: Actor, cohortId: CohortId) {
	if (!mayAtAll(actor, 'write', 'session') || !mayOn(db, actor, 'write', 'session', cohortId)) return null;
	const linkedId = findLinkedCohortId(db, cohortId);
	return linkedId && mayOn(db, actor, 'write', 'session', linkedId) ? findCohort(db, actor, linkedId) : null;
}

function listUnlinked(db: Db) {
	const linked = db
		.select({ one: sql`1` })
		.from(cohortPairs)
		.where(or(eq(cohortPairs.perpetratorCohortId, cohorts.id), eq(cohortPairs.survivorCohortId, cohorts.id)));
	return db
		.select({ id: cohorts.id, name: cohorts.name, side: cohorts.side, area: areas.name })
		.from(cohorts)
		.innerJoin(areas, eq(areas.id, cohorts.areaId))
		.where(and(ne(cohorts.state, 'cancelled'), notExists(linked)))
		.orderBy(asc(cohorts.name), asc(cohorts.id))
		.all();
}

function isIn(cohortId: CohortId) {
	return or(eq(cohortPairs.perpetratorCohortId, cohortId), eq(cohortPairs.survivorCohortId, cohortId));
}
