import type { Programme } from '../programmes/programme.ts';
import { hasStarted, type Session } from '../scheduling/session.ts';
import type { Instant } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';

export type JoiningFacts = {
	readonly programme: Pick<Programme, 'thresholds' | 'plans'>;
	readonly sessions: readonly Pick<Session, 'id' | 'planNumber' | 'time' | 'state'>[];
	readonly places: number;
	/** How many people hold a place now. */
	readonly placesTaken: number;
	readonly now: Instant;
};

export type Joining<AnySession> = {
	readonly joinsAtPlan: number;
	/** The sessions at which the person is expected, in plan order. */
	readonly expectedAt: readonly AnySession[];
};

/**
 * Where somebody who takes a place now comes in: at the first dated session to come whose plan lets people join, and
 * expected at everything from there on that has not started, placeholders included. Refused when nothing is left to join,
 * when every plan to come is past the last joining session or closed to joining, and when all places are taken (§3.5, §2.11).
 */
export function joinCohort<Facts extends JoiningFacts>(
	facts: Facts,
): Outcome<Joining<Facts['sessions'][number]>, 'cohort-full' | 'joining-closed' | 'nothing-to-join'> {
	const { programme, sessions, places, placesTaken, now } = facts;
	const inPlanOrder = sessions.toSorted((one, other) => one.planNumber - other.planNumber);
	const toCome = inPlanOrder.filter((session) => session.time !== null && !hasStarted(session, now));
	const soonest = toCome.find((session) => session.state === 'scheduled');
	if (!soonest) return refused('nothing-to-join');
	const next = toCome.find((session) => session.state === 'scheduled' && mayJoinAt(session.planNumber, programme));
	if (!next) {
		const lastJoiningSession = programme.thresholds.lastJoiningSession;
		return refused('joining-closed', { lastJoiningSession, nextSession: soonest.planNumber });
	}
	if (placesTaken >= places) return refused('cohort-full', { places, placesTaken });
	const expectedAt = inPlanOrder.filter(
		(session) => session.planNumber >= next.planNumber && session.state !== 'held' && !hasStarted(session, now),
	);
	return done({ joinsAtPlan: next.planNumber, expectedAt });
}

/** Whether somebody may join at this plan: up to the last joining session, where the plan allows it (§3.5). */
export function mayJoinAt(planNumber: number, { plans, thresholds }: JoiningFacts['programme']): boolean {
	const plan = plans.find(({ number }) => number === planNumber);
	return planNumber <= thresholds.lastJoiningSession && plan?.joiningAllowed === true;
}
