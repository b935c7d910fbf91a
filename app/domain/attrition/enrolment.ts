import type { CalendarDay } from '../shared/calendar-day.ts';
import type { EnrolmentId } from '../shared/ids.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import { ENROLMENT_STATES, type EnrolmentState } from './enrolment-states.ts';
import type { ExitKind } from './exit-kinds.ts';
import type { ExitReason } from './exit-reasons.ts';

/** A person's place in a cohort. */
export type Enrolment = {
	readonly id: EnrolmentId;
	readonly enrolledOn: CalendarDay;
	/** The first plan at which the person is expected. */
	readonly joinsAtPlan: number;
	readonly state: EnrolmentState;
	readonly exit: Exit | null;
};

/** How a place ended before the programme did. `on` is the last day of the place. */
export type Exit = {
	readonly on: CalendarDay;
	readonly kind: ExitKind;
	readonly reason: ExitReason;
	readonly note: string | null;
};

export const ENROLMENT_STATE_LABELS: Readonly<Record<EnrolmentState, string>> = {
	enrolled: 'Enrolled',
	'on-programme': 'On programme',
	completed: 'Completed',
	left: 'Left',
	removed: 'Removed by the service',
};

type Move = { readonly from: EnrolmentState; readonly to: EnrolmentState; readonly sentence: string };

/** Every move that a place can make, with the sentence that says what it means; what is not here is refused (§3.1). */
export const ENROLMENT_MOVES: readonly Move[] = [
	{ from: 'enrolled', to: 'on-programme', sentence: 'Attended a session for the first time.' },
	{ from: 'enrolled', to: 'left', sentence: 'Gave the place up before attending a session.' },
	{ from: 'enrolled', to: 'removed', sentence: 'The service ended the place before a session was attended.' },
	{ from: 'on-programme', to: 'completed', sentence: 'Received what the programme asks for.' },
	{ from: 'on-programme', to: 'left', sentence: 'Dropped out of the programme.' },
	{ from: 'on-programme', to: 'removed', sentence: 'The service ended the place.' },
];

/** Whether the place still goes on: the person is expected at sessions to come. */
export function isActive(state: EnrolmentState): boolean {
	return ENROLMENT_MOVES.some((move) => move.from === state);
}

/** The states to which a place can move from here; none from an end. */
export function nextStates(from: EnrolmentState): readonly EnrolmentState[] {
	return ENROLMENT_STATES.filter((to) => ENROLMENT_MOVES.some((move) => move.from === from && move.to === to));
}

/**
 * The move from one state to another. Refused as `already-ended` from an end, as `never-attended` when somebody would
 * complete without a session, else as `no-such-move`; `whyNotMoved` says it in a sentence.
 */
export function moveEnrolment(
	from: EnrolmentState,
	to: EnrolmentState,
): Outcome<Move, 'already-ended' | 'never-attended' | 'no-such-move'> {
	const move = ENROLMENT_MOVES.find((candidate) => candidate.from === from && candidate.to === to);
	if (move) return done(move);
	if (!isActive(from)) return refused('already-ended', { from, to });
	return refused(from === 'enrolled' && to === 'completed' ? 'never-attended' : 'no-such-move', { from, to });
}

/** Why the place cannot move so, as a sentence that says what to do; null when it can. */
export function whyNotMoved(from: EnrolmentState, to: EnrolmentState): string | null {
	const outcome = moveEnrolment(from, to);
	if (outcome.done) return null;
	const now = ENROLMENT_STATE_LABELS[from].toLowerCase();
	if (outcome.code === 'already-ended')
		return `This place has ended (${now}). Add the person to a cohort again instead.`;
	if (outcome.code === 'never-attended')
		return 'Nobody completes a programme without attending. Record a session first.';
	return from === to
		? `This place is ${now} already.`
		: `A place that is ${now} cannot go back to ${ENROLMENT_STATE_LABELS[to].toLowerCase()}.`;
}
