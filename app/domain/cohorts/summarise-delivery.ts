import {
	type Adherence,
	type CohortAdherence,
	cohortAdherence,
	type FidelityBand,
	fidelityBand,
	type LoggedSession,
	sessionAdherence,
} from '../fidelity/adherence.ts';
import { chooseLog, type DeliveryLog } from '../fidelity/delivery-log.ts';
import { type MinutesDose, minutesDose, type SessionsDose, sessionDose, sessionsDose } from '../fidelity/dose.ts';
import { type Programme, planNumbered } from '../programmes/programme.ts';
import { hasStarted, type Session } from '../scheduling/session.ts';
import type { SessionId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';

/** Every log of a cohort, in every version. */
export type CohortLog = DeliveryLog & { readonly sessionId: SessionId };

/**
 * One session's delivery, or why there is none to show (`kept-back`: until the reader’s own log is saved, §7.2);
 * `adherence` and `minutes` are there when it is `logged`.
 */
export type SessionDelivery = {
	readonly planNumber: number;
	readonly title: string;
	readonly state: 'logged' | 'no-log' | 'kept-back' | 'not-recorded' | 'cancelled' | 'to-come';
	readonly adherence: Adherence | null;
	readonly minutes: MinutesDose | null;
	readonly band: FidelityBand | null;
};

export type CohortDelivery = {
	readonly sessions: readonly SessionDelivery[];
	readonly adherence: CohortAdherence;
	readonly minutes: MinutesDose;
	readonly held: SessionsDose;
	readonly band: FidelityBand | null;
	/** Core activities that somebody rated as not delivered. */
	readonly coreMissed: number;
	/** Activities that the logs there are leave without a rating. */
	readonly notRated: number;
};

/** How far the cohort's plan was delivered: one figure a session and one over all held sessions, from the same logs (§7.4). */
export function summariseDelivery(
	sessions: readonly Session[],
	logs: readonly CohortLog[],
	programme: Programme,
	now: Instant,
	keptBack: readonly SessionId[] = [],
): CohortDelivery {
	const logged = new Map(sessions.map((session) => [session.id, loggedSession(session, logs, programme)]));
	const held = sessions.filter(({ state }) => state === 'held').map(({ id }) => logged.get(id)!);
	const adherence = cohortAdherence(held);
	const each = sessions.map((session) => {
		const delivery = deliveryOf(session, logged.get(session.id)!, programme, now);
		return keptBack.includes(session.id) ? { ...delivery, state: 'kept-back' as const } : delivery;
	});
	return {
		sessions: each,
		adherence,
		minutes: minutesDose(held),
		held: sessionsDose(sessions, now),
		band: fidelityBand(adherence.delivered.percent, programme.thresholds.fidelityBands),
		coreMissed: adherence.core.outOf - adherence.core.count,
		notRated: each.reduce((sum, one) => sum + (one.adherence?.missing ?? 0), 0),
	};
}

function loggedSession(session: Session, logs: readonly CohortLog[], programme: Programme): LoggedSession {
	const { used } = chooseLog(logs.filter(({ sessionId }) => sessionId === session.id));
	return { activities: planNumbered(programme, session.planNumber).activities, ratings: used?.ratings ?? null };
}

function deliveryOf(session: Session, logged: LoggedSession, programme: Programme, now: Instant): SessionDelivery {
	const adherence = session.state === 'held' ? sessionAdherence(logged) : null;
	return {
		planNumber: session.planNumber,
		title: planNumbered(programme, session.planNumber).title,
		state: stateOf(session, adherence, now),
		adherence,
		minutes: adherence && sessionDose(logged),
		band: adherence && fidelityBand(adherence.delivered.percent, programme.thresholds.fidelityBands),
	};
}

function stateOf(session: Session, adherence: Adherence | null, now: Instant): SessionDelivery['state'] {
	if (session.state === 'cancelled') return 'cancelled';
	if (session.state === 'held') return adherence === null ? 'no-log' : 'logged';
	return hasStarted(session, now) ? 'not-recorded' : 'to-come';
}
