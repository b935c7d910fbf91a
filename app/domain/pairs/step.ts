import { hasStarted, type Session } from '../scheduling/session.ts';
import { type CalendarDay, daysBetween, mondayOf, plusDays } from '../shared/calendar-day.ts';
import type { SessionId } from '../shared/ids.ts';
import { dayOf, type Instant } from '../shared/instant.ts';

/** One session for each plan: the one that stands, as a term is read. */
export type PairSession = Pick<Session, 'id' | 'planNumber' | 'state' | 'time'>;

/** One plan of both cohorts of a pair; a day is null where there is no session of it, or none that has a date. */
export type PlanStep = {
	readonly planNumber: number;
	readonly own: CalendarDay | null;
	readonly other: CalendarDay | null;
	/** Both in one week, from Monday to Sunday; null where one of them has no date to compare. */
	readonly inStep: boolean | null;
};

/** How the first of the two sessions could be brought into the other’s week: on its own weekday, at its own time. */
export type StepProposal = { readonly sessionId: SessionId; readonly planNumber: number; readonly to: CalendarDay };

/**
 * The plans of two linked cohorts beside each other, in plan order. A linked pair runs the same weeks, on days and at
 * places of their own (§2.12). A session that was cancelled has no date to compare.
 */
export function stepsOf(own: readonly PairSession[], other: readonly PairSession[]): readonly PlanStep[] {
	const [ownDays, otherDays] = [daysByPlan(own), daysByPlan(other)];
	const plans = [...new Set([...ownDays.keys(), ...otherDays.keys()])].sort((one, two) => one - two);
	return plans.map((planNumber) => {
		const [ownDay, otherDay] = [ownDays.get(planNumber) ?? null, otherDays.get(planNumber) ?? null];
		const inStep = ownDay && otherDay ? mondayOf(ownDay) === mondayOf(otherDay) : null;
		return { planNumber, own: ownDay, other: otherDay, inStep };
	});
}

/**
 * The move by which `follower` gets back in step with `leader`: of its first session out of step that has not begun, to
 * the same weekday in the leader’s week; the later ones come along in the move itself (§2.5). Null when nothing can be
 * done: all is in step, or that week’s day has passed. Only a proposal: clashes and closures are the move’s to find.
 */
export function proposeStep(
	leader: readonly PairSession[],
	follower: readonly PairSession[],
	now: Instant,
): StepProposal | null {
	const leaderDays = daysByPlan(leader);
	for (const { id, planNumber, state, time } of follower.toSorted((one, two) => one.planNumber - two.planNumber)) {
		const wanted = leaderDays.get(planNumber);
		const isFixed = time === null || state !== 'scheduled' || hasStarted({ time }, now);
		if (!wanted || isFixed || mondayOf(wanted) === mondayOf(time.day)) continue;
		const to = plusDays(mondayOf(wanted), daysBetween(mondayOf(time.day), time.day));
		return to < dayOf(now) ? null : { sessionId: id, planNumber, to };
	}
	return null;
}

function daysByPlan(sessions: readonly PairSession[]): ReadonlyMap<number, CalendarDay | null> {
	return new Map(
		sessions.map(({ planNumber, state, time }) => [planNumber, state === 'cancelled' ? null : (time?.day ?? null)]),
	);
}
