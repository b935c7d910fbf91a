import type { CalendarDay } from '../shared/calendar-day.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';

/**
 * A contact with a referrer: on a day that has come and not before the place began, with what was said of goals and
 * progress. (§3.9)
 */
export function checkReferrerContact(
	{ on, words }: { readonly on: CalendarDay; readonly words: string },
	{ enrolledOn, today }: { readonly enrolledOn: CalendarDay; readonly today: CalendarDay },
): Outcome<string, 'day-to-come' | 'before-place' | 'words-missing'> {
	if (on > today) return refused('day-to-come');
	if (on < enrolledOn) return refused('before-place', { enrolledOn });
	const said = words.trim();
	return said === '' ? refused('words-missing') : done(said);
}
