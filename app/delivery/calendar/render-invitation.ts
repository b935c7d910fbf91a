import ical, {
	ICalAttendeeRole,
	ICalAttendeeStatus,
	ICalAttendeeType,
	ICalCalendarMethod,
	ICalEventStatus,
} from 'ical-generator';
import type { CalendarInvitation } from '#app/domain/reminders/calendar-invitation.ts';
import { PRODUCT } from './product.ts';

type Party = { readonly name: string; readonly address: string };

/** One session as an iCalendar object of a mail, and the method that its part of the mail has to name as well. */
export type InvitationFile = { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string };

/**
 * The invitation as calendar programs take it: the UID of the feed, times in UTC, the sender as organiser, the one
 * recipient as attendee, of whom no answer is asked, because nobody reads one. The same invitation is the same bytes.
 */
export function renderInvitation(
	invitation: Omit<CalendarInvitation, 'useBy'>,
	{ from, to }: { readonly from: Party; readonly to: string },
): InvitationFile {
	const isRequest = invitation.method === 'request';
	const calendar = ical({
		prodId: PRODUCT,
		method: isRequest ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
	});
	const event = calendar.createEvent({
		id: invitation.sessionId,
		summary: invitation.title,
		location: invitation.place,
		start: invitation.startsAt,
		end: invitation.endsAt,
		sequence: invitation.sequence,
		stamp: invitation.changedAt,
		lastModified: invitation.changedAt,
		status: isRequest ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
		organizer: { name: from.name, email: from.address },
	});
	event.createAttendee({
		email: to,
		role: ICalAttendeeRole.REQ,
		type: ICalAttendeeType.INDIVIDUAL,
		status: ICalAttendeeStatus.NEEDSACTION,
		rsvp: false,
	});
	return { method: isRequest ? 'REQUEST' : 'CANCEL', text: `${calendar.toString()}\r\n` };
}
