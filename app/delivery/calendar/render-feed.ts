import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { CalendarEntry } from '#app/domain/reminders/calendar-entries.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { PRODUCT } from './product.ts';

/** A calendar file, and a mark that changes exactly when the file does. */
export type Feed = { readonly text: string; readonly etag: string };

/**
 * The events as an iCalendar file: every time in UTC, so that no zone need be sent along; the session's own id as the
 * stable UID; each stamp from the session's last change, so that two renderings are the same bytes.
 */
export function renderFeed(entries: readonly CalendarEntry[], urlOf: (id: SessionId) => string): Feed {
	const calendar = ical({
		name: 'Sessions',
		prodId: PRODUCT,
		method: ICalCalendarMethod.PUBLISH,
		ttl: 60 * 60,
	});
	for (const entry of entries) {
		calendar.createEvent({
			id: entry.sessionId,
			summary: entry.title,
			location: entry.place,
			start: entry.startsAt,
			end: entry.endsAt,
			sequence: entry.sequence,
			stamp: entry.changedAt,
			lastModified: entry.changedAt,
			status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
			url: urlOf(entry.sessionId),
		});
	}
	const text = `${calendar.toString()}\r\n`;
	return { text, etag: `W/"${createHash('sha256').update(text).digest('base64url')}"` };
}

/** Whether the reader already holds this version: its If-None-Match names the mark, alone, in a list or as `*`. */
export function isHeldAlready(etag: string, ifNoneMatch: string | null): boolean {
	if (ifNoneMatch === null) return false;
	const plain = (mark: string) => mark.trim().replace(/^W\//, '');
	return ifNoneMatch.split(',').some((mark) => mark.trim() === '*' || plain(mark) === plain(etag));
}
