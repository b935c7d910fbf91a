import { and, asc, count, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Id, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { auditAlerts, people, staff } from '../../schema/index.ts';
import { inOrderOfNames, shownPerson, visiblePeople } from '../access/visible-people.ts';

export const ALERTS_PER_PAGE = 50;

export type AlertRow = NonNullable<ReturnType<typeof findAlert>>;

/** One page, counted from 1, of the alerts that are open, or of those that are closed, the newest first. */
export function listAlerts(db: Db, actor: Actor, { isOpen, page }: { isOpen: boolean; page: number }) {
	if (!mayAtAll(actor, 'read', 'alert')) return [];
	return selectAlerts(db)
		.where(standing(isOpen))
		.orderBy(desc(auditAlerts.raisedAt), desc(auditAlerts.id))
		.limit(ALERTS_PER_PAGE)
		.offset((page - 1) * ALERTS_PER_PAGE)
		.all();
}

/** How many alerts are open, or closed; 0 for who may not read them. */
export function countAlerts(db: Db, actor: Actor, isOpen: boolean): number {
	if (!mayAtAll(actor, 'read', 'alert')) return 0;
	return db.select({ alerts: count() }).from(auditAlerts).where(standing(isOpen)).get()?.alerts ?? 0;
}

/** The alert with the people whom it is about; null when there is none or the actor may not read alerts. */
export function findAlert(db: Db, actor: Actor, alertId: Id<'alert'>) {
	if (!mayAtAll(actor, 'read', 'alert')) return null;
	const found = selectAlerts(db).where(eq(auditAlerts.id, alertId)).get();
	return found ? { ...found, people: JSON.parse(found.people) as PersonId[] } : null;
}

/** Those of these people whom the actor may read, by family name. */
export function listPeopleAmong(db: Db, actor: Actor, personIds: readonly PersonId[]) {
	return db
		.select(shownPerson(db, actor))
		.from(people)
		.where(and(inArray(people.id, [...personIds]), visiblePeople(db, actor, 'read', 'person')))
		.orderBy(...inOrderOfNames(db, actor), asc(people.id))
		.all();
}

const closer = alias(staff, 'closer');

function selectAlerts(db: Db) {
	return db
		.select({
			id: auditAlerts.id,
			staffId: auditAlerts.staffId,
			staffName: staff.name,
			cause: auditAlerts.cause,
			day: auditAlerts.day,
			raisedAt: auditAlerts.raisedAt,
			people: auditAlerts.people,
			closedAt: auditAlerts.closedAt,
			closedBy: closer.name,
			note: auditAlerts.note,
			version: auditAlerts.version,
		})
		.from(auditAlerts)
		.leftJoin(staff, eq(staff.id, auditAlerts.staffId))
		.leftJoin(closer, eq(closer.id, auditAlerts.closedBy));
}

function standing(isOpen: boolean) {
	return isOpen ? isNull(auditAlerts.closedAt) : isNotNull(auditAlerts.closedAt);
}
