import { and, eq, exists, inArray, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor, StaffActor } from '#app/domain/access/actor.ts';
import {
	type Access,
	type AccessTarget,
	grantedRelations,
	isKeptFromTeam,
	type Relation,
} from '#app/domain/access/policy.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { cohorts, sessionCovers, sessionObservers, sessions, teamMembers } from '../schema/index.ts';
import { delivers } from './access/session-teams.ts';

/**
 * The condition that leaves only cohorts whose records of this kind the actor may read or write, from the same policy
 * table as every other answer. Every query on anything of a cohort carries it; what it leaves out is absent. What is kept
 * from a team is absent for whoever is on it or stands in at a session.
 */
export function visibleCohorts(db: Db, actor: Actor, may: Access, target: AccessTarget): SQL {
	if (actor.kind === 'operator') return sql`1`;
	const granted = anyOf(grantedRelations(actor, may, target).map((relation) => standingInCohort(db, actor, relation)));
	return isKeptFromTeam(target)
		? (and(granted, not(isOnTeam(db, actor)), not(standsIn(db, actor))) ?? sql`0`)
		: granted;
}

/**
 * The same for records that hang on one session: those of visible cohorts, and of the sessions that the actor delivers or
 * observes.
 */
export function visibleSessions(db: Db, actor: Actor, may: Access, target: AccessTarget): SQL {
	if (actor.kind === 'operator') return sql`1`;
	const relations = grantedRelations(actor, may, target);
	return anyOf([
		visibleCohorts(db, actor, may, target),
		relations.includes('delivers') ? delivers(db, actor) : null,
		relations.includes('observed') ? observes(db, actor) : null,
	]);
}

/** Those of the relations by which the actor may do this that somebody can have to a session or its cohort. */
export function relationsToSessions(actor: StaffActor, may: Access, target: AccessTarget): readonly Relation[] {
	return grantedRelations(actor, may, target).filter((relation) => TO_SESSIONS.includes(relation));
}

const TO_SESSIONS: readonly Relation[] = ['organisation', 'team', 'area', 'either-side', 'delivers', 'observed'];

/** Whether the actor may do this to the records of this cohort: the same condition, for one cohort that is known. */
export function mayOn(db: Db, actor: Actor, may: Access, target: AccessTarget, cohortId: CohortId): boolean {
	const found = db
		.select({ id: cohorts.id })
		.from(cohorts)
		.where(and(eq(cohorts.id, cohortId), visibleCohorts(db, actor, may, target)))
		.get();
	return found !== undefined;
}

/** Any of these conditions; nothing passes when there is none. */
export function anyOf(conditions: readonly (SQL | null)[]): SQL {
	return or(...conditions.filter((condition) => condition !== null)) ?? sql`0`;
}

/** The condition that a cohort's team lets this member of staff in: on it, until the days for corrections are over. */
export function isOnTeam(db: Db, { staffId }: Pick<StaffActor, 'staffId'>): SQL {
	return exists(
		db
			.select({ one: sql`1` })
			.from(teamMembers)
			.where(and(eq(teamMembers.cohortId, cohorts.id), eq(teamMembers.staffId, staffId), isNull(teamMembers.endedAt))),
	);
}

function standsIn(db: Db, { staffId }: StaffActor): SQL {
	const covered = alias(sessions, 'covered');
	return exists(
		db
			.select({ one: sql`1` })
			.from(sessionCovers)
			.innerJoin(covered, eq(covered.id, sessionCovers.sessionId))
			.where(
				and(
					...[eq(covered.cohortId, cohorts.id), eq(sessionCovers.coveringId, staffId)],
					...[eq(sessionCovers.state, 'accepted'), isNull(sessionCovers.endedAt)],
				),
			),
	);
}

/** Null for a relation that nobody has to a cohort as a whole. */
function standingInCohort(db: Db, actor: StaffActor, relation: Relation): SQL | null {
	switch (relation) {
		case 'organisation':
			return sql`1`;
		case 'team':
			return isOnTeam(db, actor);
		case 'area':
			return and(inArray(cohorts.areaId, [...actor.areaIds]), inArray(cohorts.side, [...actor.sides])) ?? sql`0`;
		case 'either-side':
			return inArray(cohorts.areaId, [...actor.areaIds]);
		case 'delivers':
		case 'observed':
		case 'family':
		case 'family-survivor':
		case 'opened':
		case 'self':
			return null;
	}
}

function observes(db: Db, { staffId }: StaffActor): SQL {
	return exists(
		db
			.select({ one: sql`1` })
			.from(sessionObservers)
			.where(and(eq(sessionObservers.sessionId, sessions.id), eq(sessionObservers.staffId, staffId))),
	);
}
