import type { Activity } from '../programmes/programme.ts';
import { hasStarted, type Session } from '../scheduling/session.ts';
import type { Instant } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import { type ActivityRating, needsReason, RATING_MEANINGS, takesReason } from './activity-ratings.ts';
import type { RatedActivity } from './delivery-log.ts';

/** One line of the log as it was filled in; without a rating the activity stays missing. */
export type LogEntry = {
	readonly activityKey: string;
	readonly rating: ActivityRating | null;
	readonly minutes: number | null;
	readonly reason: string | null;
};

/** What is wrong with one line; `title` is the activity's, or its key when the plan has no such activity. */
export type LogFault = {
	readonly activityKey: string;
	readonly title: string;
	readonly fault:
		| 'unknown-activity'
		| 'activity-twice'
		| 'minutes-out-of-range'
		| 'minutes-without-rating'
		| 'minutes-although-not-delivered'
		| 'reason-needed';
};

export type LogRefusal = 'session-cancelled' | 'session-not-started' | 'nothing-rated' | 'faulty-log';

/** More minutes than this in one activity are a slip of the keyboard: a whole session lasts two hours as a rule. */
export const MOST_ACTIVITY_MINUTES = 300;

/**
 * Whether this log may be saved for the session, and its ratings as they are stored, in the order of the plan. Missing
 * ratings are allowed and stay missing, but not all of them. Refused before the start and for a cancelled session, or as
 * `faulty-log` with `faults`, every one of them (see `faultsOfLog`). A reason that the rating does not take is dropped. (§7.1)
 */
export function checkLog(
	entries: readonly LogEntry[],
	activities: readonly Activity[],
	session: Pick<Session, 'state' | 'time'>,
	now: Instant,
): Outcome<readonly RatedActivity[], LogRefusal> {
	if (session.state === 'cancelled') return refused('session-cancelled');
	if (!hasStarted(session, now)) return refused('session-not-started', { startsAt: session.time?.startsAt ?? null });
	const faults = faultsOfLog(entries, activities);
	if (faults.length > 0) return refused('faulty-log', { faults });
	const rated = activities.flatMap((activity) => {
		const entry = entries.find((one) => one.activityKey === activity.key);
		return entry ? (storedRating(entry) ?? []) : [];
	});
	return rated.length === 0 ? refused('nothing-rated') : done(rated);
}

/** Every fault of the lines, in their order: minutes are whole, from 0 to 300; a reason is needed as `needsReason` says. */
export function faultsOfLog(entries: readonly LogEntry[], activities: readonly Activity[]): readonly LogFault[] {
	return entries.flatMap((entry, index) => {
		const activity = activities.find((one) => one.key === entry.activityKey);
		const fault = activity ? faultOfEntry(entry, activity) : 'unknown-activity';
		const isRepeated = entries.findIndex((one) => one.activityKey === entry.activityKey) !== index;
		const found = isRepeated ? 'activity-twice' : fault;
		return found ? [{ activityKey: entry.activityKey, title: activity?.title ?? entry.activityKey, fault: found }] : [];
	});
}

function faultOfEntry({ rating, minutes, reason }: LogEntry, activity: Activity): LogFault['fault'] | null {
	if (minutes !== null && !isMinutes(minutes)) return 'minutes-out-of-range';
	if (rating === null) return minutes === null ? null : 'minutes-without-rating';
	if (!RATING_MEANINGS[rating].delivered && minutes !== null && minutes > 0) return 'minutes-although-not-delivered';
	return needsReason(rating, activity) && !reason?.trim() ? 'reason-needed' : null;
}

function storedRating({ activityKey, rating, minutes, reason }: LogEntry): RatedActivity | null {
	if (rating === null) return null;
	const stored = { activityKey, rating, minutes: RATING_MEANINGS[rating].delivered ? minutes : 0 };
	return { ...stored, reason: takesReason(rating) ? reason?.trim() || null : null };
}

function isMinutes(minutes: number): boolean {
	return Number.isInteger(minutes) && minutes >= 0 && minutes <= MOST_ACTIVITY_MINUTES;
}
