import ICAL from 'ical.js';
import type { ParsedMail } from 'mailparser';

/** What a calendar program reads from a mail: the method that its part names, and the event of the file in it. */
export function eventIn(mail: ParsedMail) {
	const [part, ...others] = mail.attachments.filter(({ contentType }) => contentType === 'text/calendar');
	if (!part || others.length > 0) throw new Error('the mail has not exactly one calendar part');
	const text = part.content.toString('utf8');
	return { ...readEvent(text), text, partMethod: part.headers.get('content-type') };
}

/** The one event of a calendar file, read by another program than the one that wrote it. */
export function readEvent(text: string) {
	const calendar = new ICAL.Component(ICAL.parse(text));
	const [component, ...others] = calendar.getAllSubcomponents('vevent');
	if (!component || others.length > 0) throw new Error('the file has not exactly one event');
	const event = new ICAL.Event(component);
	const momentOf = (time: ICAL.Time) => time.toJSDate().toISOString().replace('.000', '');
	return {
		method: String(calendar.getFirstPropertyValue('method')),
		uid: event.uid,
		sequence: event.sequence,
		title: event.summary,
		place: event.location,
		startsAt: momentOf(event.startDate),
		endsAt: momentOf(event.endDate),
		stamp: momentOf(component.getFirstPropertyValue('dtstamp') as ICAL.Time),
		status: String(component.getFirstPropertyValue('status')),
		organiser: String(event.organizer),
		attendees: event.attendees.map((attendee) => String(attendee.getFirstValue())),
		attendee: event.attendees[0]?.toICALString(),
		calendar,
	};
}
