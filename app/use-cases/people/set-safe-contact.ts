import type { AppContext } from '#app/context.ts';
import type { Actor, StaffActor } from '#app/domain/access/actor.ts';
import { contactKey, toKeptAddress } from '#app/domain/people/contact-address.ts';
import {
	type ContactRefusal,
	checkSafeContact,
	needsSecondPerson,
	type SafeContactDraft,
} from '#app/domain/people/safe-contact.ts';
import type { PersonId, SafeContactId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listWhoShares } from '#db/queries/contacts/who-shares.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import { endSafeContact, insertSafeContact } from '#db/stores/safe-contacts.ts';
import { audited } from '../audit/audited.ts';
import { countNeutralAnswer, refuseAsking } from '../clashes/slot-refusals.ts';
import { replan } from '../reminders/replan.ts';
import { tellOfSharedContact } from './tell-of-shared-contact.ts';

export type NewSafeContact = {
	readonly personId: PersonId;
	/** The record that the page showed; null when it showed none. */
	readonly replaces: SafeContactId | null;
	readonly draft: SafeContactDraft;
};

/** What was kept: on the survivor side a second person has to confirm it before anything leaves by it. */
export type SetContact = { readonly waitsForSecondPerson: boolean };

/**
 * Puts a new safe-contact record in the place of the one before, which ends and is kept; what waited for the old address
 * is called back and planned anew, and nothing is ever written there (safety.md §3). Refused when a colleague changed it
 * meanwhile; with one code for an address that cannot be used and for one that somebody else may read, of which leads are told.
 */
export function setSafeContact(
	context: AppContext,
	actor: Actor,
	set: NewSafeContact,
): Outcome<SetContact, ContactRefusal | 'not-found' | 'changed-meanwhile'> {
	if (actor.kind !== 'staff') return refused('not-found');
	const outcome = keepContact(context, actor, set);
	if (!outcome.done && outcome.code === 'contact-needs-checking') keepRefusedContact(context, actor, set);
	return outcome;
}

function keepContact(
	context: AppContext,
	actor: StaffActor,
	{ personId, replaces, draft }: NewSafeContact,
): ReturnType<typeof setSafeContact> {
	const now = context.clock.now();
	const record = ['person', personId] as const;
	return audited(context, { actor, action: 'safe-contact-set', record }, (tx, tell) => {
		const person = findPersonContact(tx, actor, personId, 'write');
		if (!person) return refused('not-found');
		tell({ people: [personId] });
		const asksTooOften = refuseAsking(context, tx, actor);
		if (asksTooOften) return asksTooOften;
		if ((person.contact?.id ?? null) !== replaces) return refused('changed-meanwhile');
		const checked = checkSafeContact(draft, { today: dayOf(now), numbers: context.config.numbersAllowed });
		if (!checked.done) return checked;
		const { value } = checked;
		if (listWhoShares(tx, personId, contactKey(value.address)).length > 0) return refused('contact-needs-checking');
		endSafeContact(tx, personId, actor.staffId, now);
		const id = context.ids.next<SafeContactId>();
		const waitsForSecondPerson = needsSecondPerson(person.side, value, person.contact);
		const by = { setBy: actor.staffId, setAt: now, needsSecondPerson: waitsForSecondPerson };
		insertSafeContact(tx, { ...value, id, personId, ...by });
		replan(context, tx, { personId });
		return done({ waitsForSecondPerson });
	});
}

/**
 * Keeps an address that somebody else may read, as one that never held: whoever it belongs to has it (safety.md §3). Leads
 * are told, and asking on and on is counted. Nothing of an address that cannot be used at all.
 */
function keepRefusedContact(context: AppContext, actor: StaffActor, { personId, draft }: NewSafeContact): void {
	const address = toKeptAddress(draft.channel, draft.address, context.config.numbersAllowed);
	if (address === null) return;
	const now = context.clock.now();
	const record = ['person', personId] as const;
	audited(context, { actor, action: 'safe-contact-shared', record, people: [personId] }, (tx) => {
		const id = context.ids.next<SafeContactId>();
		const by = { setBy: actor.staffId, setAt: now, supersededAt: now, endedBy: actor.staffId };
		insertSafeContact(tx, { ...draft, address, id, personId, ...by });
		tellOfSharedContact(context, tx, actor, { id, personId, address });
		countNeutralAnswer(context, tx, actor);
	});
}
