import { and, eq, exists, gt, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { areOpposed } from '#app/domain/people/family.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { BrokenGlassId, PersonId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { brokenGlass, cohorts, familyMembers, openingAttempts, people } from '../../schema/index.ts';
import { anyOf, isOnTeam } from '../visible-cohorts.ts';
import { mayBeNamed, visiblePeople } from './visible-people.ts';

/** The record that this member of staff has open now; null when there is none. */
export function findOpenRecord(db: Db, { staffId }: Pick<StaffActor, 'staffId'>, now: Instant) {
	const columns = { id: brokenGlass.id, personId: brokenGlass.personId, opensUntil: brokenGlass.opensUntil };
	const isOpen = and(eq(brokenGlass.staffId, staffId), isNull(brokenGlass.closedAt), gt(brokenGlass.opensUntil, now));
	return db.select(columns).from(brokenGlass).where(isOpen).get() ?? null;
}

/** Whether this opening is this member of staff's own, over or not. */
export function isOwnOpening(db: Db, { staffId }: StaffActor, id: BrokenGlassId): boolean {
	const own = and(eq(brokenGlass.id, id), eq(brokenGlass.staffId, staffId));
	return db.select({ id: brokenGlass.id }).from(brokenGlass).where(own).get() !== undefined;
}

/** The sides of the cohorts whose team this member of staff is on: for the rule on opening records. */
export function listTeamSides(db: Db, actor: StaffActor): readonly Side[] {
	const found = db.selectDistinct({ side: cohorts.side }).from(cohorts).where(isOnTeam(db, actor)).all();
	return found.map(({ side }) => side);
}

/**
 * Whose record this reference is on one side, with what the rule on opening needs to know: for that rule, never for a
 * page. The other side is not looked at, so that a reference of it takes the way of one that does not exist.
 */
export function findPersonToOpen(db: Db, actor: StaffActor, side: Side, reference: string) {
	const found = db
		.select({ id: people.id, isShown: sql<0 | 1>`${isShown(db, actor)}` })
		.from(people)
		.where(and(eq(people.side, side), sql`lower(${people.reference}) = ${reference.trim().toLowerCase()}`))
		.get();
	const isOpposed = knowsOtherSideOf(db, actor, found?.id ?? NOBODY);
	return found ? { id: found.id, isShown: found.isShown === 1, isOpposed } : null;
}

/** How many references this member of staff tried in vain lately; null when none. */
export function findProbes(db: Db, staffId: StaffId) {
	return db.select().from(openingAttempts).where(eq(openingAttempts.staffId, staffId)).get() ?? null;
}

/** Asked for when nobody was found, so that finding nobody takes as long. */
const NOBODY = '' as PersonId;

function isShown(db: Db, actor: StaffActor) {
	return and(visiblePeople(db, actor, 'read', 'person.name'), mayBeNamed(db, actor)) ?? sql`0`;
}

/** Whether somebody opposed to this person in a family is visible to the actor, or had their record opened by them ever. */
function knowsOtherSideOf(db: Db, actor: StaffActor, personId: PersonId): boolean {
	const own = alias(familyMembers, 'own');
	const ownPerson = alias(people, 'own_person');
	const wasOpened = exists(
		db
			.select({ one: sql`1` })
			.from(brokenGlass)
			.where(and(eq(brokenGlass.personId, people.id), eq(brokenGlass.staffId, actor.staffId))),
	);
	return db
		.select({ side: people.side, ownSide: ownPerson.side })
		.from(people)
		.innerJoin(familyMembers, eq(familyMembers.personId, people.id))
		.innerJoin(own, eq(own.familyId, familyMembers.familyId))
		.innerJoin(ownPerson, eq(ownPerson.id, own.personId))
		.where(and(eq(own.personId, personId), anyOf([visiblePeople(db, actor, 'read', 'person.reference'), wasOpened])))
		.all()
		.some(({ side, ownSide }) => areOpposed(side, ownSide));
}
