import { z } from 'zod';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import { dayInWords } from '#app/domain/shared/in-words.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { requiredText, typedDay, withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatDate } from '#app/ui/format.ts';
import { listReferrerContacts } from '#db/queries/gaps/referrer-contacts.ts';
import { findReferrer } from '#db/queries/tasks/referrers.ts';

const WORDS = 'Enter what was said of goals and progress';

export const contactForm = withDays(
	['on'],
	z.object({ on: typedDay({ missing: 'Enter the day of the contact' }), words: requiredText(WORDS, 2000) }),
);

export const SENTENCES: RefusalSentences = {
	'day-to-come': () => ({ field: 'on', sentence: 'Enter a day that is today or earlier' }),
	'before-place': ({ enrolledOn }) => ({
		field: 'on',
		sentence: `Enter a day on or after ${dayInWords(enrolledOn as CalendarDay)}, when the place began`,
	}),
	'words-missing': () => ({ field: 'words', sentence: WORDS }),
};

/** Whom a place was referred by and what was said with them; null when the actor may not add to it. */
export function contactsView(context: RequestContext, actor: StaffActor, enrolmentId: EnrolmentId) {
	const { db } = context;
	const found = findReferrer(db, actor, enrolmentId, 'write');
	if (!found) return null;
	const { person, name, agency, email } = found;
	showsPeople(context, [person.personId]);
	return {
		caption: `${person.name} (${person.reference})`,
		personHref: paths.person(person.personId),
		referrer: name === null ? null : [name, agency, email].filter(Boolean).join(', '),
		referrerHref: paths.referrer(enrolmentId),
		contacts: listReferrerContacts(db, actor, enrolmentId).map(({ id, contactedOn, by, words }) => {
			return { id, on: formatDate(contactedOn), by, words: words ?? 'The words are kept from you' };
		}),
	};
}
