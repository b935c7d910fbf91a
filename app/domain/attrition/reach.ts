import { type AttendanceFact, isExposure } from '../attendance/attendance-fact.ts';
import { factsByPlan, isReceivedByAttendance, owesCatchUp } from '../attendance/received.ts';
import type { Programme, SessionPlan } from '../programmes/programme.ts';
import { plusDays } from '../shared/calendar-day.ts';
import { dayOf, type Instant } from '../shared/instant.ts';

/** One person's way through the programme: all their rows, of sessions to come as well, and their done catch-ups. */
export type PersonOnProgramme = {
	readonly facts: readonly AttendanceFact[];
	readonly caughtUpPlans: readonly number[];
	/** Plans for which a catch-up stands that its register has not answered for: one of those left, in time or not. */
	readonly bookedPlans?: readonly number[];
	readonly joinsAtPlan: number;
	/** False once the place has ended: nothing is to come and nothing can be caught up. */
	readonly isActive: boolean;
};

/** `not-recorded` may turn out received; `catch-up` is owed, in time, and there is one left. */
export type Reach = 'received' | 'not-recorded' | 'to-come' | 'catch-up' | 'out-of-reach';
export type PlanReach = { readonly plan: Pick<SessionPlan, 'number' | 'kind'>; readonly reach: Reach };

/**
 * Where each plan of the programme stands for one person. An apology in advance is not to come and can be caught up; a plan
 * that was cancelled, lies before the person joined, or whose catch-up is too late, is out of reach; one that has no
 * session yet is to come. A catch-up is in time up to and with the last of the programme's days after the session, and one
 * that is booked until its register says otherwise.
 */
export function reachOfPlans(
	person: PersonOnProgramme,
	programme: Pick<Programme, 'plans' | 'thresholds'>,
	{ catchUpsLeft, now }: { readonly catchUpsLeft: number; readonly now: Instant },
): readonly PlanReach[] {
	const factsOf = factsByPlan(person.facts);
	const rules = { ...programme.thresholds, catchUpsLeft, now };
	return programme.plans.map((plan) => ({
		plan,
		reach: reachOf(plan.number, person, factsOf[plan.number] ?? NONE, rules),
	}));
}

const NONE: readonly AttendanceFact[] = [];

type Rules = Pick<Programme['thresholds'], 'lateMinutes' | 'catchUps'> & {
	readonly catchUpsLeft: number;
	readonly now: Instant;
};

function reachOf(number: number, person: PersonOnProgramme, facts: readonly AttendanceFact[], rules: Rules): Reach {
	const { lateMinutes, catchUps, catchUpsLeft, now } = rules;
	if (isReceivedByAttendance(facts, lateMinutes) || person.caughtUpPlans.includes(number)) return 'received';
	const expected = facts.filter((fact) => fact.expected);
	if (expected.some((fact) => isUnanswered(fact, now))) return 'not-recorded';
	const isToCome = expected.some((fact) => isAhead(fact, now) && fact.mark === null);
	const hasNoSession = facts.length === 0 && number >= person.joinsAtPlan;
	if (person.isActive && (isToCome || hasNoSession)) return 'to-come';
	const owed = expected.filter((fact) => owesCatchUp(fact, lateMinutes) || isAhead(fact, now));
	const isBooked = person.bookedPlans?.includes(number) ?? false;
	const inTime = person.isActive && owed.some((fact) => isBooked || isInTime(fact, catchUps.withinDays, now));
	return inTime && catchUpsLeft > 0 ? 'catch-up' : 'out-of-reach';
}

function isAhead(fact: AttendanceFact, now: Instant): boolean {
	return fact.sessionState === 'scheduled' && (fact.startsAt === null || fact.startsAt > now);
}

function isUnanswered(fact: AttendanceFact, now: Instant): boolean {
	const hasBegun = fact.sessionState === 'scheduled' && !isAhead(fact, now);
	return fact.mark === null && (hasBegun || isExposure(fact));
}

function isInTime(fact: AttendanceFact, withinDays: number, now: Instant): boolean {
	return fact.startsAt === null || dayOf(now) <= plusDays(dayOf(fact.startsAt), withinDays);
}
