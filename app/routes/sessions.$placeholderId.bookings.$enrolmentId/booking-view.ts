import type { StaffActor } from '#app/domain/access/actor.ts';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { whenInWords } from '#app/ui/schedule/move-lines.ts';
import { timeValues } from '#app/ui/schedule/time-values.ts';
import { readBookings, suggestTime } from '#app/use-cases/sessions/plan-booking.ts';

export type BookingView = NonNullable<ReturnType<typeof readBookingView>>;

/** The person whose individual session is to be booked, with a time that is free; null when they are not the actor's to book. */
export function readBookingView(
	context: RequestContext,
	actor: StaffActor,
	sessionId: SessionId,
	enrolmentId: EnrolmentId,
) {
	const read = readBookings(context, context.db, actor, sessionId);
	const person = read?.people.find((one) => one.enrolmentId === enrolmentId);
	if (!read || !person) return null;
	showsPeople(context, [person.personId]);
	const suggested = person.bookedId === null ? suggestTime(context, context.db, actor, read) : null;
	return {
		sessionId,
		name: person.name,
		caption: `${read.term.cohort.name} · session ${read.session.planNumber}`,
		suggestion: suggested && whenInWords(suggested),
		values: { ...timeValues(suggested), askedBy: 'service', why: '' },
	};
}
