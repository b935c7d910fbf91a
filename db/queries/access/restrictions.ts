import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { people, restrictedPeople, restrictedReaders, staff } from '../../schema/index.ts';
import { shownPerson, visiblePeople } from './visible-people.ts';

export type Restriction = NonNullable<ReturnType<typeof findRestriction>>;

/**
 * The person as far as the actor may see them, and who may see their name: `version` is null while everybody may whom the
 * policy lets. Null for who may not restrict people.
 */
export function findRestriction(db: Db, actor: Actor, personId: PersonId) {
	if (!mayAtAll(actor, 'write', 'restriction')) return null;
	const found = db
		.select({ ...shownPerson(db, actor), version: restrictedPeople.version })
		.from(people)
		.leftJoin(restrictedPeople, eq(restrictedPeople.personId, people.id))
		.where(and(eq(people.id, personId), visiblePeople(db, actor, 'read', 'person')))
		.get();
	if (!found) return null;
	const readers = db
		.select({ id: staff.id, name: staff.name })
		.from(restrictedReaders)
		.innerJoin(staff, eq(staff.id, restrictedReaders.staffId))
		.where(eq(restrictedReaders.personId, personId))
		.orderBy(asc(staff.name), asc(staff.id))
		.all();
	return { ...found, readers };
}

/** Active staff by name, among whom the readers of a restricted person are chosen; none for who may not restrict people. */
export function listPossibleReaders(db: Db, actor: Actor) {
	if (!mayAtAll(actor, 'write', 'restriction')) return [];
	return db
		.select({ id: staff.id, name: staff.name })
		.from(staff)
		.where(eq(staff.state, 'active'))
		.orderBy(asc(staff.name), asc(staff.id))
		.all();
}
