import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Postcode } from '#app/domain/people/postcode.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import type { CohortRow } from '#db/queries/cohorts.ts';
import { findNewcomer } from '#db/queries/families/people-to-link.ts';
import { findPersonByReference, isReferenceTaken } from '#db/queries/people.ts';
import { insertPerson } from '#db/stores/people.ts';

/** Somebody new; or by their reference somebody whom the actor may read already, or whom a family of the area waits with. */
export type WhoJoins =
	| {
			readonly kind: 'new';
			readonly givenName: string;
			readonly familyName: string;
			readonly reference: string;
			readonly postcode?: Postcode | null;
	  }
	| { readonly kind: 'known'; readonly reference: string };

export type PersonRefusal = 'reference-in-use' | 'no-such-person';

/** An id for somebody new of the cohort's side, once they are stored, or the id of who is known on it: nobody crosses over. */
export function personWhoJoins(
	{ ids, clock }: AppContext,
	tx: Db,
	actor: Actor,
	{ side, areaId }: Pick<CohortRow, 'side' | 'areaId'>,
	who: WhoJoins,
): Outcome<PersonId, PersonRefusal> {
	const { reference } = who;
	const known = findPersonByReference(tx, actor, side, reference)?.personId ?? null;
	if (who.kind === 'known') {
		const personId = known ?? findNewcomer(tx, areaId, side, reference);
		return personId ? done(personId) : refused('no-such-person', { reference });
	}
	if (known || isReferenceTaken(tx, side, reference)) return refused('reference-in-use', { reference });
	const id = ids.next<PersonId>();
	const { givenName, familyName, postcode } = who;
	insertPerson(tx, { id, side, reference, givenName, familyName, postcode, createdAt: clock.now() });
	return done(id);
}
