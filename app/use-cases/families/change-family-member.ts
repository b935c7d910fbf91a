import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Relationship } from '#app/domain/people/family.ts';
import type { FamilyId, PersonId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findFamilyMember } from '#db/queries/families/families.ts';
import { deleteFamilyMember, updateFamily, updateRelationship } from '#db/stores/families.ts';
import { audited } from '../audit/audited.ts';

type Member = { readonly familyId: FamilyId; readonly personId: PersonId; readonly version: number };
type Refusal = 'not-found' | 'changed-meanwhile';

/** Changes how a member belongs to the family. Refused when the family changed since its page was opened. */
export function changeRelationship(
	context: AppContext,
	actor: StaffActor,
	{ relationship, ...member }: Member & { readonly relationship: Relationship },
): Outcome<undefined, Refusal> {
	return changeMember(context, { actor, action: 'family-member-changed' }, member, (tx) => {
		updateRelationship(tx, member.familyId, member.personId, relationship);
	});
}

/** Takes a member out of the family; the person and everything recorded of them stays. Refused as a change is. */
export function removeFamilyMember(
	context: AppContext,
	actor: StaffActor,
	member: Member,
): Outcome<undefined, Refusal> {
	return changeMember(context, { actor, action: 'family-member-removed' }, member, (tx) => {
		deleteFamilyMember(tx, member.familyId, member.personId);
	});
}

function changeMember(
	context: AppContext,
	act: { readonly actor: StaffActor; readonly action: 'family-member-changed' | 'family-member-removed' },
	{ familyId, personId, version }: Member,
	change: (tx: Db) => void,
): Outcome<undefined, Refusal> {
	const about = { record: ['family', familyId], people: [personId] } as const;
	return audited(context, { ...act, ...about }, (tx) => {
		const family = findFamilyMember(tx, act.actor, { familyId, personId }, 'write')?.family;
		if (!family) return refused('not-found');
		if (family.version !== version) return refused('changed-meanwhile', { version: family.version });
		change(tx);
		updateFamily(tx, familyId, version);
		return done();
	});
}
