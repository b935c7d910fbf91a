import type { AppContext } from '#app/context.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { type CalendarEntry, calendarEntries } from '#app/domain/reminders/calendar-entries.ts';
import { findFeedOwner, listTeamSessions } from '#db/queries/calendar-feeds.ts';

/**
 * What a secret calendar address holds now, judged anew on every fetch. Null alike for an unknown or ended address, an
 * owner who is not active, and one who may no longer have a calendar.
 */
export function openCalendarFeed(
	{ db, clock, credentials }: AppContext,
	secret: string,
): readonly CalendarEntry[] | null {
	const owner = findFeedOwner(db, credentials.hashSecret(secret));
	if (!owner || !mayAtAll(owner, 'write', 'own-calendar')) return null;
	return calendarEntries(listTeamSessions(db, owner), clock.now());
}
