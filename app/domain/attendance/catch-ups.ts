import type { Thresholds } from '../programmes/programme.ts';
import { type CalendarDay, laterDay, plusDays } from '../shared/calendar-day.ts';
import type { SessionId } from '../shared/ids.ts';
import { dayOf, type Instant } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import type { AttendanceFact } from './attendance-fact.ts';
import type { Mark } from './marks.ts';
import { factsByPlan, owesCatchUp, receiptsFrom } from './received.ts';

/** Needed and expired are computed, booked and done are stored (§5.8, decision 0017). */
export const CATCH_UP_STATES = ['needed', 'booked', 'done', 'expired'] as const;
export type CatchUpState = (typeof CATCH_UP_STATES)[number];

/** A plan that one person made up for; without a session when it came in with an import. */
export type DoneCatchUp = {
	readonly planNumber: number;
	readonly doneOn: CalendarDay | null;
	readonly sessionId: SessionId | null;
};

/** One person’s row at a catch-up that was not cancelled and at which they are expected. */
export type BookedCatchUp = {
	readonly planNumber: number;
	readonly sessionId: SessionId;
	readonly startsAt: Instant;
	readonly mark: Mark | null;
};

/** What somebody has to make up for, or has. */
export type CatchUp = {
	readonly planNumber: number;
	readonly state: CatchUpState;
	/** The day of the session that was missed, the latest of them; null where an import knows none. */
	readonly missedOn: CalendarDay | null;
	/** The last day on which it counts; null where nothing says when the session was. */
	readonly lastDay: CalendarDay | null;
	/** Booked or done: at which catch-up, and on which day. */
	readonly sessionId: SessionId | null;
	readonly day: CalendarDay | null;
};

export type CatchUpRecord = {
	readonly facts: readonly AttendanceFact[];
	readonly done: readonly DoneCatchUp[];
	readonly booked: readonly BookedCatchUp[];
	/** False once the place has ended: nothing is needed any more. */
	readonly isActive: boolean;
};
type Rules = Pick<Thresholds, 'lateMinutes' | 'catchUps'>;

/**
 * Every catch-up of one person, in plan order: done where the plan was received by one; booked while one stands whose
 * register does not say yet what became of it, an apology in advance included until they are taken off it; needed up to and
 * with the last of the programme’s days after the missed session; expired after it. Nothing is needed of a plan that was
 * attended, or once the place has ended. (§5.8)
 */
export function catchUpsOf(record: CatchUpRecord, rules: Rules, now: Instant): readonly CatchUp[] {
	const factsOf = factsByPlan(record.facts);
	const doneOf = new Map(record.done.map((one) => [one.planNumber, one]));
	const waiting = record.booked.filter((one) => isWaiting(one, now));
	const bookedOf = new Map(waiting.map((one) => [one.planNumber, one]));
	return receiptsFrom(factsOf, [...doneOf.keys()], rules).flatMap(({ planNumber, by, catchUpDue }): CatchUp[] => {
		const owed = (factsOf[planNumber] ?? []).filter((fact) => owesCatchUp(fact, rules.lateMinutes));
		const times = { planNumber, ...lastDayOf(owed, rules.catchUps.withinDays) };
		const made = doneOf.get(planNumber);
		if (by === 'catch-up' && made) return [{ ...times, state: 'done', sessionId: made.sessionId, day: made.doneOn }];
		if (!catchUpDue || !record.isActive) return [];
		const booked = bookedOf.get(planNumber);
		if (booked) return [{ ...times, state: 'booked', sessionId: booked.sessionId, day: dayOf(booked.startsAt) }];
		const isOver = times.lastDay !== null && dayOf(now) > times.lastDay;
		return [{ ...times, state: isOver ? 'expired' : 'needed', sessionId: null, day: null }];
	});
}

/** How many more catch-ups somebody may be booked for: those that the programme allows, less the done and the booked. */
export function catchUpsLeft(catchUps: readonly CatchUp[], { catchUps: { allowed } }: Pick<Thresholds, 'catchUps'>) {
	const used = catchUps.filter(({ state }) => state === 'done' || state === 'booked').length;
	return Math.max(0, allowed - used);
}

/** The plans for which somebody has a catch-up that its register has not answered for: it counts whenever it is (§5.10). */
export function bookedPlans(booked: readonly BookedCatchUp[], now: Instant): readonly number[] {
	return booked.filter((one) => isWaiting(one, now)).map(({ planNumber }) => planNumber);
}

export type BookingRefusal = 'not-needed' | 'catch-up-booked' | 'none-left' | 'before-missed' | 'too-late';
type Wanted = {
	readonly planNumber: number;
	readonly day: CalendarDay;
	/** A lead takes it on themselves that it counts after the last day. */
	readonly overridesExpiry: boolean;
};

/**
 * Whether somebody may be booked for a catch-up of this plan on a day, past ones too: it is the day of the catch-up that
 * has to be in time, not the day of booking. Refused with what would have to be otherwise in the details. (§5.8)
 */
export function mayBeBooked(
	catchUps: readonly CatchUp[],
	{ planNumber, day, overridesExpiry }: Wanted,
	rules: Pick<Thresholds, 'catchUps'>,
): Outcome<undefined, BookingRefusal> {
	const own = catchUps.find((one) => one.planNumber === planNumber);
	if (!own || own.state === 'done') return refused('not-needed');
	if (own.state === 'booked') return refused('catch-up-booked');
	if (catchUpsLeft(catchUps, rules) === 0) return refused('none-left', { allowed: rules.catchUps.allowed });
	const { missedOn, lastDay } = own;
	if (missedOn !== null && day < missedOn) return refused('before-missed', { day: missedOn });
	if (lastDay !== null && day > lastDay && !overridesExpiry) return refused('too-late', { day: lastDay });
	return done();
}

/** Whether the mark at a catch-up makes up for the plan: they were there for long enough, as at any session (§5.3). */
export function makesUpFor(row: Pick<AttendanceFact, 'expected' | 'mark' | 'minutes'>, lateMinutes: number): boolean {
	const fact = { ...row, sessionState: 'held', planNumber: 0, startsAt: null } as const;
	return fact.expected && fact.mark !== null && !owesCatchUp(fact, lateMinutes);
}

/** An apology in advance can be taken back, so that it answers for nothing before the catch-up begins. */
function isWaiting({ mark, startsAt }: BookedCatchUp, now: Instant): boolean {
	return mark === null || (mark === 'absent-notified' && startsAt > now);
}

function lastDayOf(owed: readonly AttendanceFact[], withinDays: number) {
	const days = owed.flatMap(({ startsAt }) => (startsAt === null ? [] : [dayOf(startsAt)]));
	// One of them without a day leaves it open until when the catch-up counts.
	if (days.length === 0 || days.length < owed.length) return { missedOn: null, lastDay: null };
	const missedOn = days.reduce(laterDay);
	return { missedOn, lastDay: plusDays(missedOn, withinDays) };
}
