import type { AppContext } from '#app/context.ts';
import type { Actor, StaffActor } from '#app/domain/access/actor.ts';
import { contactKey } from '#app/domain/people/contact-address.ts';
import { type ContactRefusal, checkSafeContact, type SafeContactDraft } from '#app/domain/people/safe-contact.ts';
import { isSameRecord, needsSecondPerson } from '#app/domain/people/second-person.ts';
import type { PersonId, SafeContactId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findRefusedContact, listWhoShares } from '#db/queries/contacts/who-shares.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import { endSafeContact, insertSafeContact } from '#db/stores/safe-contacts.ts';
import { audited } from '../audit/audited.ts';
import { causeOfFailing } from '../contacts/mark-failing.ts';
import { replan } from '../reminders/replan.ts';
import { closeTaskOfCause } from '../tasks/open-task.ts';
import { countDetailChange, refuseDetailChange } from './detail-changes.ts';
import { tellOfSharedContact } from './tell-of-shared-contact.ts';

export type NewSafeContact = {
	readonly personId: PersonId;
	/** The record that the page showed; null when it showed none. */
	readonly replaces: SafeContactId | null;
	readonly draft: SafeContactDraft;
};

/** What was kept: on the survivor side a second person has to confirm it before anything leaves by it. */
export type SetContact = { readonly waitsForSecondPerson: boolean };

type Checked = ReturnType<typeof checkSafeContact>;

/**
 * Puts a new safe-contact record in the place of the one before, which ends and is kept; what waited for the old address
 * is called back and planned anew, and nothing is ever written there (safety.md §3). Refused when a colleague changed it
 * meanwhile; with one code for an address that cannot be used and for one that somebody else may read, of which leads are
 * told; and to whoever changed too many. Asked for twice, it is kept once and answered the same.
 */
export function setSafeContact(
	context: AppContext,
	actor: Actor,
	set: NewSafeContact,
): Outcome<SetContact, ContactRefusal | 'not-found' | 'changed-meanwhile'> {
	if (actor.kind !== 'staff') return refused('not-found');
	const { clock, config, content } = context;
	const limits = { today: dayOf(clock.now()), numbers: config.numbersAllowed, languages: content.otherLanguages };
	const checked = checkSafeContact(set.draft, limits);
	const outcome = keepContact(context, actor, set, checked);
	if (checked.done && !outcome.done && outcome.code === 'contact-needs-checking') {
		keepRefusedContact(context, actor, set.personId, checked.value);
	}
	return outcome;
}

function keepContact(
	context: AppContext,
	actor: StaffActor,
	{ personId, replaces }: NewSafeContact,
	checked: Checked,
): ReturnType<typeof setSafeContact> {
	const now = context.clock.now();
	const record = ['person', personId] as const;
	return audited(context, { actor, action: 'safe-contact-set', record }, (tx, tell) => {
		const person = findPersonContact(tx, actor, personId, 'write');
		if (!person) return refused('not-found');
		tell({ people: [personId] });
		const { contact: held } = person;
		if ((held?.id ?? null) !== replaces) {
			const isKept = checked.done && held?.setById === actor.staffId && isSameRecord(checked.value, held);
			return isKept ? done({ waitsForSecondPerson: !held.isConfirmed }) : refused('changed-meanwhile');
		}
		if (!checked.done) return checked;
		const { value } = checked;
		const addressKey = contactKey(value.address);
		const isChanged = held === null || contactKey(held.address) !== addressKey;
		const changesTooOften = isChanged ? refuseDetailChange(context, tx, actor) : null;
		if (changesTooOften) return changesTooOften;
		if (listWhoShares(tx, personId, addressKey).length > 0) return refused('contact-needs-checking');
		if (isChanged) countDetailChange(context, tx, actor);
		endSafeContact(tx, personId, actor.staffId, now);
		const id = context.ids.next<SafeContactId>();
		const waitsForSecondPerson = needsSecondPerson(person.side, value, held);
		const by = { setBy: actor.staffId, setAt: now, needsSecondPerson: waitsForSecondPerson };
		insertSafeContact(tx, { ...value, id, personId, ...by });
		if (held) closeTaskOfCause(context, tx, actor, causeOfFailing(held.id), 'contact-set-anew');
		replan(context, tx, { personId });
		return done({ waitsForSecondPerson });
	});
}

/**
 * Keeps an address that somebody else may read, as one that never held: whoever it belongs to has it (safety.md §3). Once
 * until leads are done with it, however often it is asked; each time is counted, and they are told.
 */
function keepRefusedContact(context: AppContext, actor: StaffActor, personId: PersonId, value: SafeContactDraft): void {
	const now = context.clock.now();
	const record = ['person', personId] as const;
	audited(context, { actor, action: 'safe-contact-shared', record, people: [personId] }, (tx) => {
		const kept = findRefusedContact(tx, personId, contactKey(value.address));
		const id = kept ?? context.ids.next<SafeContactId>();
		const by = { setBy: actor.staffId, setAt: now, supersededAt: now, endedBy: actor.staffId };
		if (kept === null) insertSafeContact(tx, { ...value, id, personId, ...by });
		tellOfSharedContact(context, tx, actor, { id, personId, address: value.address });
		countDetailChange(context, tx, actor);
	});
}
