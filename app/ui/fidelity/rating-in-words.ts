import { RATING_MEANINGS } from '#app/domain/fidelity/activity-ratings.ts';
import type { LogEntry } from '#app/domain/fidelity/check-log.ts';
import { formatCount } from '../format.ts';

/** What a log says of an activity: `As intended, 20 minutes`. */
export function ratingInWords(entry: Pick<LogEntry, 'rating' | 'minutes' | 'reason'> | null | undefined): string {
	if (!entry || entry.rating === null) return 'no answer';
	const minutes = entry.rating !== 'not-delivered' && entry.minutes !== null && formatCount('minute', entry.minutes);
	return [RATING_MEANINGS[entry.rating].label, minutes, entry.reason].filter(Boolean).join(', ');
}
