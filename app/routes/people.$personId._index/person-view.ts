import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { mayRing, standingOf } from '#app/domain/people/safe-contact.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { BrokenGlassId, PersonId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant, wallTimeOf } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatTime } from '#app/ui/format.ts';
import { contactInWords, phoneRules, STANDING_SENTENCES } from '#app/ui/people/contact-words.ts';
import { findOpenRecord } from '#db/queries/access/openings.ts';
import { findPersonPostcode } from '#db/queries/audit/postcodes.ts';
import { listFamiliesOfPerson } from '#db/queries/families/families.ts';
import { mayStop } from '#db/queries/messages/stops.ts';
import { findPerson } from '#db/queries/people.ts';
import { findPersonContact, type PersonContact } from '#db/queries/safe-contacts.ts';
import { readPlaces } from './places-view.ts';

/** What the page of a person shows; null when the actor may not read them. A part that they may not read is left out. */
export function personView(context: RequestContext, actor: StaffActor, personId: PersonId) {
	const { db, clock } = context;
	const person = findPerson(db, actor, personId);
	if (!person) return null;
	showsPeople(context, [personId]);
	const contact = findPersonContact(db, actor, personId);
	const open = findOpenRecord(db, actor, clock.now());
	const writes = findPersonContact(db, actor, personId, 'write') !== null;
	const writable = findPersonPostcode(db, actor, personId);
	return {
		name: person.name,
		reference: person.reference,
		...otherPages(db, actor, personId),
		opened: open?.personId === personId ? openedInWords(open) : null,
		places: readPlaces(context, actor, personId),
		postcode: writable && { text: writable.postcode ?? 'None is kept.', href: paths.postcode(personId) },
		messagesHref: mayStop(db, actor, personId) ? paths.personMessages(personId) : null,
		viewsHref: mayAtAll(actor, 'read', 'audit') ? paths.personViews(personId) : null,
		contact: contact && {
			sentence: contactSentence(contact, dayOf(clock.now())),
			href: writes ? paths.safeContact(personId) : null,
		},
	};
}

/** What partner-support workers and leads go on to: the families, who may not be met, who may see the name. */
function otherPages(db: RequestContext['db'], actor: StaffActor, personId: PersonId) {
	return {
		families: listFamiliesOfPerson(db, actor, personId).map(({ id, reference }) => ({
			reference,
			href: paths.family(id),
		})),
		nonAssociations: mayAtAll(actor, 'write', 'non-association') ? paths.nonAssociations(personId) : null,
		restriction: mayAtAll(actor, 'write', 'restriction') ? paths.restriction(personId) : null,
	};
}

function openedInWords({ id, opensUntil }: { readonly id: BrokenGlassId; readonly opensUntil: Instant }) {
	return { until: formatTime(wallTimeOf(opensUntil).time), endHref: paths.openingEnd(id) };
}

/** How to reach them by the rule of whoever rings; else why not, and nothing by which they could be rung. */
function contactSentence({ contact, isShared }: PersonContact, today: CalendarDay): string {
	if (!mayRing(contact, isShared, today)) {
		const kept = contact && !isShared ? 'A safe contact is kept. ' : '';
		return `${kept}${STANDING_SENTENCES[standingOf(contact, isShared, today)]}`;
	}
	return [`${contactInWords(contact)}.`, ...(contact.channel === 'email' ? [] : phoneRules(contact))].join(' ');
}
