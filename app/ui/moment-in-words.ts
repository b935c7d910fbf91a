import { dayOf, type Instant, wallTimeOf } from '#app/domain/shared/instant.ts';
import { formatDate, formatTime } from './format.ts';

/** When something was saved, within a sentence: `at 6:41pm` today, `on 13 January 2026 at 6:41pm` before. */
export function momentInWords(at: Instant, now: Instant): string {
	const { day, time } = wallTimeOf(at);
	return day === dayOf(now) ? `at ${formatTime(time)}` : `on ${formatDate(day)} at ${formatTime(time)}`;
}
