import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { type CalendarEntry, calendarEntries } from '#app/domain/reminders/calendar-entries.ts';
import { findFeedOwner, listTeamSessions } from '#db/queries/calendar/calendar-feeds.ts';

/**
 * What a secret calendar address holds now, and whose it is, judged anew on every fetch. Null alike for an unknown or ended
 * address, an owner who is not active, and one who may no longer have a calendar.
 */
export function openCalendarFeed(
	{ db, clock, credentials }: AppContext,
	secret: string,
): { readonly owner: StaffActor; readonly entries: readonly CalendarEntry[] } | null {
	const owner = findFeedOwner(db, credentials.hashSecret(secret));
	if (!owner || !mayAtAll(owner, 'write', 'own-calendar')) return null;
	return { owner, entries: calendarEntries(listTeamSessions(db, owner), clock.now()) };
}
