import type { PlanDecision } from '../scheduling/changes/plan-decisions.ts';
import { isInOrder } from '../scheduling/changes/term.ts';
import type { Session } from '../scheduling/session.ts';
import type { SessionId } from '../shared/ids.ts';

export type ScheduledSession = Pick<Session, 'id' | 'planNumber' | 'kind' | 'enrolmentId' | 'state' | 'time'>;

/** What somebody decided of a session’s plan; `otherId` is where it went. */
export type DecidedPlan = {
	readonly sessionId: SessionId;
	readonly decision: PlanDecision;
	readonly otherId: SessionId | null;
};

/** A change of a session that a lead approved beforehand, by FRAME’s answer on what is changed of its content. */
export type ApprovedChange = { readonly sessionId: SessionId; readonly contentChange: string | null };

/** The sessions of one cohort that were put together, split, or delivered out of order. */
export type ScheduleGaps = {
	readonly merged: ReadonlySet<SessionId>;
	readonly split: ReadonlySet<SessionId>;
	readonly outOfOrder: ReadonlySet<SessionId>;
};

/** FRAME’s answers that describe each (facts/fidelity §6). */
const EXPLAINS = {
	merged: ['integrating-into-another', 'integrating-another'],
	split: ['spreading'],
	outOfOrder: ['re-ordering'],
} as const satisfies Readonly<Record<keyof ScheduleGaps, readonly string[]>>;

/**
 * Which sessions of a cohort were not delivered one by one in the order of the plan, by the plan’s own sessions alone:
 * individual sessions and catch-ups have no place in it. *Merged*: a session of which it is decided that its plan is
 * delivered with another’s, or one that was held while another of an earlier plan was. *Split*: one of which it is decided
 * that the rest runs over into another. *Out of order*: one that was held, or is still to come, after a session of a later
 * plan was held. None is a gap once a lead has approved the adaptation that describes it, at this session or the other one;
 * what was never proposed can only be accepted as it is. The order of the activities within a session is the log’s and no
 * gap. (§7.9, §2.8)
 */
export function scheduleGaps(
	sessions: readonly ScheduledSession[],
	decided: readonly DecidedPlan[],
	approved: readonly ApprovedChange[],
): ScheduleGaps {
	const inOrder = sessions.filter((one) => isInOrder(one) && one.enrolmentId === null && one.state !== 'cancelled');
	const held = inOrder.filter(({ state }) => state === 'held');
	const pairs = {
		merged: [...pairsDecided(decided, 'merged'), ...pairsWhere(held, held, overlaps)],
		split: pairsDecided(decided, 'split'),
		outOfOrder: pairsWhere(inOrder, held, comesAfter),
	};
	const left = (what: keyof ScheduleGaps) => {
		const describes = (one: ApprovedChange) =>
			(EXPLAINS[what] as readonly (string | null)[]).includes(one.contentChange);
		const explained = new Set(approved.filter(describes).map(({ sessionId }) => sessionId));
		const open = pairs[what].filter(({ id, otherId }) => !explained.has(id) && !(otherId && explained.has(otherId)));
		return new Set(open.map(({ id }) => id));
	};
	return { merged: left('merged'), split: left('split'), outOfOrder: left('outOfOrder') };
}

type Pair = { readonly id: SessionId; readonly otherId: SessionId | null };

function pairsDecided(decided: readonly DecidedPlan[], wanted: PlanDecision): readonly Pair[] {
	return decided
		.filter(({ decision }) => decision === wanted)
		.map(({ sessionId, otherId }) => ({ id: sessionId, otherId }));
}

type Timed = Pick<ScheduledSession, 'planNumber' | 'time'>;

function pairsWhere(
	ones: readonly ScheduledSession[],
	others: readonly ScheduledSession[],
	holds: (one: Timed, other: Timed) => boolean,
): readonly Pair[] {
	return ones.flatMap((one) =>
		others.flatMap((other) => (holds(one, other) ? [{ id: one.id, otherId: other.id }] : [])),
	);
}

/** A later plan’s session that began before an earlier one’s was over, and ended after it had begun. */
function overlaps(one: Timed, other: Timed): boolean {
	if (one.time === null || other.time === null || one.planNumber <= other.planNumber) return false;
	return one.time.startsAt < other.time.endsAt && other.time.startsAt < one.time.endsAt;
}

/** An earlier plan’s session that begins after a later one’s was over: what overlaps is merged and not out of order. */
function comesAfter(one: Timed, other: Timed): boolean {
	if (one.time === null || other.time === null || one.planNumber >= other.planNumber) return false;
	return one.time.startsAt >= other.time.endsAt;
}
