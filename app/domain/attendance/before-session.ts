import { type BestPossible, bestPossible } from '../attrition/best-possible.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Session } from '../scheduling/session.ts';
import type { Instant } from '../shared/instant.ts';
import type { AttendanceFact } from './attendance-fact.ts';
import { type BookedCatchUp, bookedPlans, catchUpsOf } from './catch-ups.ts';
import { runOfAbsences } from './rate.ts';

export type PersonBefore = {
	readonly facts: readonly AttendanceFact[];
	readonly booked: readonly BookedCatchUp[];
	readonly caughtUpPlans: readonly number[];
	readonly joinsAtPlan: number;
	readonly isActive: boolean;
};

/** What a facilitator wants to know of one person before a session. */
export type KnownBefore = {
	/** They were expected at none before it that goes ahead or went ahead, a catch-up among them, whatever was marked. */
	readonly isFirst: boolean;
	/** Sessions before it that they missed since they last came (§5.9). */
	readonly missedInARow: number;
	/** The plans of which they need a catch-up and may still have it. */
	readonly needs: readonly number[];
	readonly best: Pick<BestPossible, 'standing' | 'mayMiss'>;
};

type Asked = {
	readonly session: Pick<Session, 'time'>;
	readonly programme: Pick<Programme, 'plans' | 'thresholds'>;
	readonly now: Instant;
};

/**
 * What is known of a person before this session: the first and the run of absences from what lies before it alone, so that
 * the page says the same afterwards; catch-ups and what they may still miss as they stand now (§5.8 to §5.10).
 */
export function knowBefore(person: PersonBefore, { session, programme, now }: Asked): KnownBefore {
	const { facts, booked, caughtUpPlans, joinsAtPlan, isActive } = person;
	const from = session.time?.startsAt ?? null;
	const before = facts.filter(({ startsAt }) => startsAt !== null && (from === null || startsAt < from));
	const done = caughtUpPlans.map((planNumber) => ({ planNumber, doneOn: null, sessionId: null }));
	const owed = catchUpsOf({ facts, booked, done, isActive }, programme.thresholds, now);
	const plans = { facts, caughtUpPlans, bookedPlans: bookedPlans(booked, now), joinsAtPlan, isActive };
	const { standing, mayMiss } = bestPossible(plans, programme, now);
	return {
		isFirst: !before.some(isExpectedAt) && !booked.some(({ startsAt }) => from === null || startsAt < from),
		missedInARow: runOfAbsences(before).missed,
		needs: owed.filter(({ state }) => state === 'needed').map(({ planNumber }) => planNumber),
		best: { standing, mayMiss },
	};
}

function isExpectedAt({ expected, sessionState }: AttendanceFact): boolean {
	return expected && sessionState !== 'cancelled';
}
