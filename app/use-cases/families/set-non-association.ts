import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { NonAssociationId, PersonId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { inPairOrder, isNonAssociated } from '#db/queries/families/non-associations.ts';
import { findPerson, findPersonByReference } from '#db/queries/people.ts';
import { insertNonAssociation } from '#db/stores/families.ts';
import { audited } from '../audit/audited.ts';
import { tellOfNewSharing } from '../people/tell-of-new-sharing.ts';
import { replan } from '../reminders/replan.ts';

type Apart = {
	readonly personId: PersonId;
	readonly other: { readonly side: Side; readonly reference: string };
	readonly reason: string;
};
type Refusal = 'not-found' | 'no-such-person' | 'same-person' | 'kept-apart-already';

/**
 * Says that two people whom the actor may read may not meet. From then on neither gets a place in a cohort of the other's,
 * and leads are told of an address that both have.
 */
export function setNonAssociation(
	context: AppContext,
	actor: StaffActor,
	{ personId, other, reason }: Apart,
): Outcome<undefined, Refusal> {
	const { clock, ids } = context;
	const act = { actor, action: 'non-association-set', people: [personId] } as const;
	return audited(context, act, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'non-association')) return refused('not-found');
		if (!findPerson(tx, actor, personId)) return refused('not-found');
		const found = findPersonByReference(tx, actor, other.side, other.reference);
		if (!found) return refused('no-such-person', { reference: other.reference });
		tell({ people: [found.personId] });
		if (found.personId === personId) return refused('same-person');
		if (isNonAssociated(tx, personId, found.personId)) return refused('kept-apart-already');
		const set = { reason, setBy: actor.staffId, setAt: clock.now() };
		insertNonAssociation(tx, { id: ids.next<NonAssociationId>(), ...inPairOrder(personId, found.personId), ...set });
		tellOfNewSharing(context, tx, actor, personId);
		for (const one of [personId, found.personId]) replan(context, tx, { personId: one });
		return done();
	});
}
