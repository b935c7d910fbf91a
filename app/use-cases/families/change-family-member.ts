import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Relationship } from '#app/domain/people/family.ts';
import type { FamilyId, PersonId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findFamilyMember } from '#db/queries/families/families.ts';
import { deleteFamilyMember, updateFamily, updateRelationship } from '#db/stores/families.ts';
import { audited } from '../audit/audited.ts';
import { tellOfNewSharing } from '../people/tell-of-new-sharing.ts';
import { replan } from '../reminders/replan.ts';

type Member = { readonly familyId: FamilyId; readonly personId: PersonId; readonly version: number };
type Refusal = 'not-found' | 'changed-meanwhile';

/** Changes how a member belongs to the family. Refused when the family changed since its page was opened. */
export function changeRelationship(
	context: AppContext,
	actor: StaffActor,
	{ relationship, ...member }: Member & { readonly relationship: Relationship },
): Outcome<undefined, Refusal> {
	return audited(context, { actor, action: 'family-member-changed', ...about(member) }, (tx) => {
		const found = takeUp(tx, actor, member);
		if (found.done) updateRelationship(tx, member.familyId, member.personId, relationship);
		return found;
	});
}

/**
 * Takes a member out of the family; the person and everything recorded of them stays. Two of one side at one postcode may
 * have one address as a family only: leads are told where they are none any more. Refused as a change is.
 */
export function removeFamilyMember(
	context: AppContext,
	actor: StaffActor,
	member: Member,
): Outcome<undefined, Refusal> {
	return audited(context, { actor, action: 'family-member-removed', ...about(member) }, (tx) => {
		const found = takeUp(tx, actor, member);
		if (!found.done) return found;
		deleteFamilyMember(tx, member.familyId, member.personId);
		tellOfNewSharing(context, tx, actor, member.personId);
		replan(context, tx, { personId: member.personId });
		replan(context, tx, { familyId: member.familyId });
		return found;
	});
}

function about({ familyId, personId }: Member) {
	return { record: ['family', familyId], people: [personId] } as const;
}

/** Finds the member and gives the family its next version. */
function takeUp(tx: Db, actor: StaffActor, { familyId, personId, version }: Member): Outcome<undefined, Refusal> {
	const family = findFamilyMember(tx, actor, { familyId, personId }, 'write')?.family;
	if (!family) return refused('not-found');
	if (family.version !== version) return refused('changed-meanwhile', { version: family.version });
	updateFamily(tx, familyId, version);
	return done();
}
