import { type CalendarDay, laterDay } from '../../shared/calendar-day.ts';
import { type Instant, plusMinutes } from '../../shared/instant.ts';
import { done, type Outcome } from '../../shared/outcome.ts';
import type { DaysOff } from '../blocked-days.ts';
import { type LayOutRefusal, layOutSessions, type PlanToLayOut, type SkippedDay } from '../lay-out-sessions.ts';
import type { Slot } from '../meeting-pattern.ts';
import type { SessionTime } from '../session.ts';
import { isInOrder, type Moved, type TermSession } from './term.ts';

/** The meeting pattern with everything that keeps a session from a day. */
export type Pattern = { readonly slots: readonly Slot[]; readonly off: DaysOff };

export type AgainInput = Pattern & {
	/** In plan order. */
	readonly sessions: readonly TermSession[];
	readonly plans: readonly PlanToLayOut[];
	readonly moves: (session: TermSession) => boolean;
	/** The time of the session before the first of them; null when there is none. */
	readonly previous: SessionTime | null;
	readonly earliest: CalendarDay;
	readonly startsAfter: Instant | null;
};

/**
 * New times for those of the sessions that move, in plan order, each from the meeting pattern after the one before it,
 * with gaps applied again and each at the length that it had. One that stays is gone around: what follows it in the plan
 * comes after it. Individual sessions have no place in the order, and a cancelled one was not held: what follows them
 * does not wait. Only times that differ are answered. Refused as laying out is. (§2.5)
 */
export function layOutAgain(
	input: AgainInput,
): Outcome<{ readonly moves: readonly Moved[]; readonly skipped: readonly SkippedDay[] }, LayOutRefusal> {
	const moves: Moved[] = [];
	const skipped: SkippedDay[] = [];
	let { previous } = input;
	for (const run of runsOf(input)) {
		if (!run.moves) {
			previous = run.sessions.reduce(laterTime, previous);
			continue;
		}
		const laidOut = layOutRun(input, run.sessions, previous);
		if (!laidOut.done) return laidOut;
		const { sessions } = laidOut.value;
		moves.push(...run.sessions.flatMap((session, index) => moveOf(session, sessions[index]!.time!)));
		skipped.push(...laidOut.value.skipped);
		previous = sessions.at(-1)!.time;
	}
	return done({ moves, skipped });
}

type Run = { readonly moves: boolean; readonly sessions: TermSession[] };

/** Neighbours in the plan that all move, or all stay. */
function runsOf({ sessions, moves }: AgainInput): readonly Run[] {
	const runs: Run[] = [];
	for (const session of sessions.filter((one) => isInOrder(one) && one.state !== 'cancelled')) {
		const last = runs.at(-1);
		if (last && last.moves === moves(session)) last.sessions.push(session);
		else runs.push({ moves: moves(session), sessions: [session] });
	}
	return runs;
}

function layOutRun(input: AgainInput, sessions: readonly TermSession[], previous: SessionTime | null) {
	const { slots, off, earliest } = input;
	const plans = sessions.map((session) => planOf(session, input.plans));
	const previousDay = previous?.day ?? null;
	const earliestStart = previousDay === null ? earliest : laterDay(earliest, previousDay);
	const startsAfter =
		previous === null ? input.startsAfter : laterMoment(input.startsAfter, justBefore(previous.endsAt));
	return layOutSessions({ ...off, plans, slots, earliestStart, previousDay, startsAfter });
}

/** Starts are whole minutes: after this one, the session may start at the very end of the one before. */
function justBefore(end: Instant): Instant {
	return plusMinutes(end, -1);
}

function laterMoment(one: Instant | null, other: Instant): Instant {
	return one !== null && one > other ? one : other;
}

function planOf({ planNumber, kind, time }: TermSession, plans: readonly PlanToLayOut[]): PlanToLayOut {
	const plan = plans.find(({ number }) => number === planNumber);
	if (!plan) throw new Error(`The cohort has a session of plan ${planNumber}, and its programme has no such plan`);
	return {
		number: planNumber,
		kind: kind === 'catch-up' ? plan.kind : kind,
		gapBeforeWeeks: plan.gapBeforeWeeks,
		minutes: time?.lengthMinutes ?? plan.minutes,
	};
}

function laterTime(last: SessionTime | null, { time }: TermSession): SessionTime | null {
	if (time === null) return last;
	return last === null || last.endsAt < time.endsAt ? time : last;
}

function moveOf({ planNumber, time: from }: TermSession, to: SessionTime): readonly Moved[] {
	return from?.startsAt === to.startsAt ? [] : [{ planNumber, from, to }];
}
