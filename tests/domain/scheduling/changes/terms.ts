import type { MoveInput } from '#app/domain/scheduling/changes/move-session.ts';
import { type MoveScope, planMove } from '#app/domain/scheduling/changes/move-session.ts';
import { type TermSession, withMoves } from '#app/domain/scheduling/changes/term.ts';
import type { LayOutInput } from '#app/domain/scheduling/lay-out-sessions.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { laidOut } from '../plans.ts';

/** The term as it was laid out, with what has become of some of its sessions since. */
export function termOf(input: LayOutInput, changes: Record<number, Partial<TermSession>> = {}): TermSession[] {
	return laidOut(input).sessions.map((session) => ({
		...session,
		state: 'scheduled',
		recorded: 'nothing',
		...changes[session.planNumber],
	}));
}

type Change = {
	readonly planNumber: number;
	readonly day: string;
	readonly startTime?: string;
	readonly lengthMinutes?: number;
	readonly now?: string;
};

/** A move of one session of this term. */
export function moveInput(
	input: LayOutInput,
	term: readonly TermSession[],
	{ planNumber, day, startTime = '18:30', lengthMinutes = 120, now = '2026-01-12T12:00:00Z' }: Change,
): MoveInput {
	const { plans, slots, bankHolidays, runsOnBankHoliday, closures, skippedWeeks } = input;
	return {
		term,
		plans,
		slots,
		off: { bankHolidays, runsOnBankHoliday, closures, skippedWeeks },
		planNumber,
		to: { day: calendarDay(day), startTime: clockTime(startTime), lengthMinutes },
		now: instant(now),
	};
}

/** Plan, day and start of every session that moves, as `4 2026-02-05 18:30`. */
export function moved(input: MoveInput, scope: MoveScope): string[] {
	const outcome = planMove(input, scope);
	if (!outcome.done) throw new Error(`refused: ${outcome.code}`);
	return outcome.value.moves.map(({ planNumber, to }) => `${planNumber} ${to.day} ${to.startTime}`);
}

/** The code of the refusal, or `done`. */
export function answer(input: MoveInput, scope: MoveScope): string {
	const outcome = planMove(input, scope);
	return outcome.done ? 'done' : outcome.code;
}

/** The whole term after the move. */
export function termAfter(input: MoveInput, scope: MoveScope): readonly TermSession[] {
	const outcome = planMove(input, scope);
	if (!outcome.done) throw new Error(`refused: ${outcome.code}`);
	return withMoves(input.term, outcome.value.moves);
}
