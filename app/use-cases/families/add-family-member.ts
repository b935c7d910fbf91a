import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { grantedRelations } from '#app/domain/access/policy.ts';
import type { Relationship } from '#app/domain/people/family.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { FamilyId, PersonId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findFamily } from '#db/queries/families/families.ts';
import { findPersonToLink } from '#db/queries/families/people-to-link.ts';
import { listFamilyIdsOf, listStaffOfPerson } from '#db/queries/families/staff-on-sides.ts';
import { isReferenceTaken } from '#db/queries/people.ts';
import { insertFamilyMember, updateFamily } from '#db/stores/families.ts';
import { insertPerson } from '#db/stores/people.ts';
import { audited } from '../audit/audited.ts';
import { tellOfNewSharing } from '../people/tell-of-new-sharing.ts';
import { replan } from '../reminders/replan.ts';
import { staffsBothSides } from './staffs-both-sides.ts';

/** Somebody who is in the records already, by side and reference; or somebody new of the survivor side, a child included. */
export type WhoBelongs =
	| { readonly kind: 'known'; readonly side: Side; readonly reference: string }
	| { readonly kind: 'new'; readonly reference: string; readonly givenName: string; readonly familyName: string };

type Joining = {
	readonly familyId: FamilyId;
	readonly version: number;
	readonly relationship: Relationship;
	readonly who: WhoBelongs;
};
type WhoRefusal = 'no-such-person' | 'reference-in-use' | 'may-not-add-new';
type Refusal = 'not-found' | 'changed-meanwhile' | 'member-already' | 'both-sides' | WhoRefusal;

/**
 * Adds a person to the family. Refused when they belong to it, and when somebody who works with their cohorts works with
 * the other side of this family. Leads are told of an address that the person now shares with somebody of it.
 */
export function addFamilyMember(
	context: AppContext,
	actor: StaffActor,
	{ familyId, version, relationship, who }: Joining,
): Outcome<PersonId, Refusal> {
	const record = ['family', familyId] as const;
	return audited(context, { actor, action: 'family-member-added', record }, (tx, tell) => {
		const family = findFamily(tx, actor, familyId, 'write');
		if (!family) return refused('not-found');
		if (family.version !== version) return refused('changed-meanwhile', { version: family.version });
		const found = who.kind === 'new' ? addNew(context, tx, actor, who) : findKnown(tx, actor, who);
		if (!found.done) return found;
		const personId = found.value;
		tell({ people: [personId], details: { relationship, isNew: who.kind === 'new' } });
		if (listFamilyIdsOf(tx, personId).includes(familyId)) return refused('member-already');
		if (staffsBothSides(tx, [familyId], listStaffOfPerson(tx, personId))) return refused('both-sides');
		const added = { addedBy: actor.staffId, addedAt: context.clock.now() };
		insertFamilyMember(tx, { familyId, personId, relationship, ...added });
		updateFamily(tx, familyId, version);
		tellOfNewSharing(context, tx, actor, personId);
		replan(context, tx, { personId });
		return done(personId);
	});
}

function findKnown(tx: Db, actor: StaffActor, { side, reference }: Extract<WhoBelongs, { kind: 'known' }>) {
	const personId = findPersonToLink(tx, actor, side, reference);
	return personId ? done(personId) : refused('no-such-person', { reference });
}

/** Somebody new belongs to no cohort and no other family, so that no rule can refuse them afterwards. */
function addNew(
	{ ids, clock }: AppContext,
	tx: Db,
	actor: StaffActor,
	{ reference, givenName, familyName }: Extract<WhoBelongs, { kind: 'new' }>,
): Outcome<PersonId, WhoRefusal> {
	if (!grantedRelations(actor, 'write', 'person').includes('family-survivor')) return refused('may-not-add-new');
	if (isReferenceTaken(tx, 'survivor', reference)) return refused('reference-in-use', { reference });
	const id = ids.next<PersonId>();
	insertPerson(tx, { id, side: 'survivor', reference, givenName, familyName, createdAt: clock.now() });
	return done(id);
}
