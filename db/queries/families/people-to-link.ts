import { and, eq, exists, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { grantedRelations } from '#app/domain/access/policy.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { AreaId, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, families, familyMembers, people } from '../../schema/index.ts';
import { visiblePeople } from '../access/visible-people.ts';

/**
 * The person of this side whom the actor names by the reference for a family of theirs: somebody whom they may read, or,
 * because a worker holds the family as a whole, somebody of either side with a place in a cohort of their areas. Null for
 * everybody else.
 */
export function findPersonToLink(db: Db, actor: Actor, side: Side, reference: string): PersonId | null {
	const named = and(
		sameReference(side, reference),
		or(visiblePeople(db, actor, 'read', 'person'), inOwnAreas(db, actor)),
	);
	return db.select({ id: people.id }).from(people).where(named).get()?.id ?? null;
}

/**
 * Somebody of the survivor side whom a partner-support worker added to a family of this area and who has had no place
 * yet: whoever gives them the first one names them by their reference. Null for everybody else.
 */
export function findNewcomer(db: Db, areaId: AreaId, side: Side, reference: string): PersonId | null {
	if (side !== 'survivor') return null;
	const hasPlace = exists(db.select({ one: sql`1` }).from(enrolments).where(eq(enrolments.personId, people.id)));
	const isOfArea = exists(
		db
			.select({ one: sql`1` })
			.from(familyMembers)
			.innerJoin(families, eq(families.id, familyMembers.familyId))
			.where(and(eq(familyMembers.personId, people.id), eq(families.areaId, areaId))),
	);
	const newcomer = and(sameReference(side, reference), isOfArea, sql`not ${hasPlace}`);
	return db.select({ id: people.id }).from(people).where(newcomer).get()?.id ?? null;
}

function inOwnAreas(db: Db, actor: Actor): SQL {
	if (actor.kind === 'operator' || !grantedRelations(actor, 'write', 'family').includes('area')) return sql`0`;
	return exists(
		db
			.select({ one: sql`1` })
			.from(enrolments)
			.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
			.where(and(eq(enrolments.personId, people.id), inArray(cohorts.areaId, [...actor.areaIds]))),
	);
}

function sameReference(side: Side, reference: string): SQL {
	return sql`${people.side} = ${side} and lower(${people.reference}) = ${reference.trim().toLowerCase()}`;
}
