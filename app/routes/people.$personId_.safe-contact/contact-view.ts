import type { StaffActor } from '#app/domain/access/actor.ts';
import { standingOf } from '#app/domain/people/safe-contact.ts';
import { languageName } from '#app/domain/reminders/wording/message-language.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { formatDate } from '#app/ui/format.ts';
import { contactInWords, phoneRules, STANDING_SENTENCES } from '#app/ui/people/contact-words.ts';
import { findPersonContact, listEndedContacts, type PersonContact } from '#db/queries/safe-contacts.ts';
import { formOf } from './form.ts';

export type SafeContactView = NonNullable<ReturnType<typeof contactView>>['view'];

/** What is held of a person, what held before, and the form as it stands; null for who may not write it. */
export function contactView(context: RequestContext, actor: StaffActor, personId: PersonId) {
	const { db, clock, content } = context;
	const found = findPersonContact(db, actor, personId, 'write');
	if (!found) return null;
	showsPeople(context, [personId]);
	const { contact, isShared, side } = found;
	const today = dayOf(clock.now());
	const standing = standingOf(contact, isShared, today);
	const view = {
		personId,
		person: `${found.name} (${found.reference})`,
		/** The record that the buttons end or confirm; null when nothing is held. */
		id: contact?.id ?? null,
		held: contact && heldInWords(contact),
		warning: contact && STANDING_SENTENCES[standing],
		confirms: contact && !contact.isConfirmed ? (contact.setById === actor.staffId ? 'somebody-else' : 'you') : null,
		/** Empty where there are messages in English alone. */
		languages: content.otherLanguages.map((code) => ({ value: code, label: languageName(code) })),
		needsSecondPerson: side === 'survivor',
		history: listEndedContacts(db, personId).map(({ contact: before, setAt, endedAt, ...by }) => ({
			what: [`${contactInWords(before)}.`, ...(before.channel === 'email' ? [] : phoneRules(before))].join(' '),
			set: `${formatDate(dayOf(setAt))}, ${by.setBy}${by.confirmedBy ? `; confirmed by ${by.confirmedBy}` : ''}`,
			ended: `${formatDate(dayOf(endedAt))}, ${by.endedBy ?? 'not known'}`,
		})),
	} as const;
	return { view, form: formOf(contact, today) };
}

function heldInWords(contact: NonNullable<PersonContact['contact']>) {
	return {
		sentence: `${contactInWords(contact)}; set by ${contact.setBy} on ${formatDate(dayOf(contact.setAt))}`,
		rules: contact.channel === 'email' ? [] : phoneRules(contact),
	};
}
