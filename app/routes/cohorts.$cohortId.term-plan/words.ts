import type { Closure } from '#app/domain/scheduling/meeting-pattern.ts';
import type { Session } from '#app/domain/scheduling/session.ts';
import { formatDate } from '#app/ui/format.ts';

/** Where a cohort meets: `Elm Hub, Room 1`, or `Online`. */
export function placeInWords({ venue, room }: { readonly venue: string | null; readonly room: string | null }): string {
	return venue ? [venue, room].filter(Boolean).join(', ') : 'Online';
}

/** What stands beside a session that is not simply to come. */
export function stateInWords({ state, stateReason }: Pick<Session, 'state' | 'stateReason'>): string {
	if (state === 'cancelled') return stateReason ? `Did not go ahead: ${stateReason}` : 'Did not go ahead';
	return state === 'held' ? 'Held' : '';
}

/** The weeks in which the cohort does not meet, as a sentence; null when it meets in all. */
export function weeksInWords(skipped: readonly Closure[]): string | null {
	if (skipped.length === 0) return null;
	const weeks = skipped.map(({ from, to, label }) => `${formatDate(from)} to ${formatDate(to)} (${label})`);
	return `No session: ${weeks.join('; ')}.`;
}
