import { and, eq } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { people } from '../../schema/index.ts';
import { visiblePeople } from '../people.ts';

/** The person with their postcode, if the actor may write the person; null for everybody else, readers included. */
export function findPersonPostcode(db: Db, actor: Actor, personId: PersonId) {
	const { id, givenName, familyName, reference, postcode, version } = people;
	return (
		db
			.select({ id, givenName, familyName, reference, postcode, version })
			.from(people)
			.where(and(eq(people.id, personId), visiblePeople(db, actor, 'write', 'person')))
			.get() ?? null
	);
}
