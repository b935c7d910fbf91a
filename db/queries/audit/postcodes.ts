import { and, eq } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { people } from '../../schema/index.ts';
import { mayBeReached, shownPerson, visiblePeople } from '../access/visible-people.ts';

/**
 * The person with their postcode, if the actor may write it and no restriction keeps the name from them; null for everybody
 * else, readers of the person included.
 */
export function findPersonPostcode(db: Db, actor: Actor, personId: PersonId) {
	return (
		db
			.select({ ...shownPerson(db, actor), postcode: people.postcode, version: people.version })
			.from(people)
			.where(
				and(eq(people.id, personId), visiblePeople(db, actor, 'write', 'person.postcode'), mayBeReached(db, actor)),
			)
			.get() ?? null
	);
}
