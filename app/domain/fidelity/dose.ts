import type { Session } from '../scheduling/session.ts';
import type { Instant } from '../shared/instant.ts';
import { type Share, shareOf } from '../statistics/percentages.ts';
import type { LoggedSession } from './adherence.ts';

/**
 * Minutes delivered out of the minutes planned for the same activities: those whose actual minutes are known, 0 when not
 * delivered. `missing` counts the planned activities about which nobody gave minutes. More than planned is over 100%.
 */
export type MinutesDose = { readonly minutes: Share; readonly missing: number };

/** Sessions held out of those that had to be held by now; `unanswered` ones are over and nobody said (§7.4 dose). */
export type SessionsDose = { readonly sessions: Share; readonly unanswered: number; readonly planned: number };

/** Minutes of one session; null without a log. */
export function sessionDose(session: LoggedSession): MinutesDose | null {
	return session.ratings === null ? null : minutesDose([session]);
}

/** Minutes over all held sessions of a cohort; a session without a log is missing throughout. */
export function minutesDose(sessions: readonly LoggedSession[]): MinutesDose {
	const planned = sessions.flatMap(({ activities, ratings }) =>
		activities.map((activity) => ({
			minutes: activity.minutes,
			actual: ratings?.find((rated) => rated.activityKey === activity.key)?.minutes ?? null,
		})),
	);
	const known = planned.filter((one) => one.actual !== null);
	const delivered = known.reduce((sum, one) => sum + one.actual!, 0);
	const expected = known.reduce((sum, one) => sum + one.minutes, 0);
	return { minutes: shareOf(delivered, expected), missing: planned.length - known.length };
}

/** Sessions held so far: cancelled ones count against it, those still to come and unbooked ones not at all. */
export function sessionsDose(sessions: readonly Pick<Session, 'state' | 'time'>[], now: Instant): SessionsDose {
	const held = sessions.filter((session) => session.state === 'held').length;
	const due = sessions.filter((session) => session.state !== 'held' && isOver(session, now));
	const cancelled = due.filter((session) => session.state === 'cancelled').length;
	return {
		sessions: shareOf(held, held + cancelled),
		unanswered: due.length - cancelled,
		planned: sessions.length,
	};
}

function isOver(session: Pick<Session, 'time'>, now: Instant): boolean {
	return session.time !== null && session.time.endsAt <= now;
}
