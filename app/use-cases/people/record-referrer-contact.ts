import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { checkReferrerContact } from '#app/domain/gaps/referrer-contact.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { EnrolmentId, ReferrerContactId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findReferrer } from '#db/queries/tasks/referrers.ts';
import { insertReferrerContact } from '#db/stores/people.ts';
import { audited } from '../audit/audited.ts';

type ToRecord = { readonly enrolmentId: EnrolmentId; readonly on: CalendarDay; readonly words: string };

/**
 * Records that somebody spoke with the referrer about a person’s goals and progress: added to what is there, never changed.
 * Refused as `checkReferrerContact` says. (§3.9)
 */
export function recordReferrerContact(
	context: AppContext,
	actor: StaffActor,
	{ enrolmentId, on, words }: ToRecord,
): Outcome<undefined, 'not-found' | 'day-to-come' | 'before-place' | 'words-missing'> {
	const now = context.clock.now();
	const act = { actor, action: 'referrer-contact-recorded', record: ['enrolment', enrolmentId] } as const;
	return audited(context, act, (tx, tell) => {
		const found = findReferrer(tx, actor, enrolmentId, 'write');
		if (!found) return refused('not-found');
		tell({ people: [found.person.personId] });
		const checked = checkReferrerContact({ on, words }, { enrolledOn: found.enrolledOn, today: dayOf(now) });
		if (!checked.done) return checked;
		insertReferrerContact(tx, {
			...{ id: context.ids.next<ReferrerContactId>(), enrolmentId, contactedOn: on, words: checked.value },
			...{ recordedAt: now, recordedBy: actor.staffId },
		});
		return done();
	});
}
