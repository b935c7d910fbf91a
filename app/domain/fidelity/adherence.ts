import type { Activity, Thresholds } from '../programmes/programme.ts';
import { type Share, shareOf } from '../statistics/percentages.ts';
import { RATING_MEANINGS } from './activity-ratings.ts';
import type { RatedActivity } from './delivery-log.ts';

/** What a held session was planned to hold, and the log that its figures come from; null when there is none yet. */
export type LoggedSession = {
	readonly activities: readonly Pick<Activity, 'key' | 'core' | 'minutes'>[];
	readonly ratings: readonly RatedActivity[] | null;
};

/**
 * How far the plan was delivered. Each share is out of the planned activities that somebody rated; the others are
 * `missing`, which is not “not delivered”, and that count stands beside every share. `core` and `adaptable` part `delivered`.
 */
export type Adherence = {
	readonly planned: number;
	readonly missing: number;
	/** Of the missing ones, the core activities. */
	readonly coreMissing: number;
	readonly delivered: Share;
	readonly core: Share;
	readonly adaptable: Share;
	readonly asIntended: Share;
};

/** Adherence of a cohort, with how many of its held sessions have a log. */
export type CohortAdherence = Adherence & { readonly sessions: number; readonly sessionsWithLog: number };

/** Adherence of one session: activities delivered out of planned, core and as intended apart; null without a log (§7.4). */
export function sessionAdherence(session: LoggedSession): Adherence | null {
	return session.ratings === null ? null : adherenceOver([session]);
}

/** Adherence over all held sessions of a cohort, activity by activity; a session without a log is missing throughout. */
export function cohortAdherence(sessions: readonly LoggedSession[]): CohortAdherence {
	return {
		...adherenceOver(sessions),
		sessions: sessions.length,
		sessionsWithLog: sessions.filter((session) => session.ratings !== null).length,
	};
}

export type FidelityBand = 'good' | 'watch' | 'act';

/** The programme's band for a whole percentage, the one that is shown: good, to be watched, or to act upon; null without one. */
export function fidelityBand(percent: number | null, bands: Thresholds['fidelityBands']): FidelityBand | null {
	if (percent === null) return null;
	if (percent >= bands.good) return 'good';
	return percent >= bands.watch ? 'watch' : 'act';
}

function adherenceOver(sessions: readonly LoggedSession[]): Adherence {
	const planned = sessions.flatMap(({ activities, ratings }) =>
		activities.map((activity) => ({
			core: activity.core,
			meaning: meaningOf(ratings?.find((one) => one.activityKey === activity.key)),
		})),
	);
	const rated = planned.flatMap(({ core, meaning }) => (meaning ? { core, ...meaning } : []));
	const delivered = (some: typeof rated) => shareOf(some.filter((one) => one.delivered).length, some.length);
	return {
		planned: planned.length,
		missing: planned.length - rated.length,
		coreMissing: planned.filter(({ core, meaning }) => core && !meaning).length,
		delivered: delivered(rated),
		core: delivered(rated.filter((one) => one.core)),
		adaptable: delivered(rated.filter((one) => !one.core)),
		asIntended: shareOf(rated.filter((one) => one.asIntended).length, rated.length),
	};
}

function meaningOf(rated: RatedActivity | undefined) {
	return rated ? RATING_MEANINGS[rated.rating] : null;
}
