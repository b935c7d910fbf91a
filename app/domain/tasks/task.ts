import { type CalendarDay, plusDays } from '../shared/calendar-day.ts';
import type { StaffId } from '../shared/ids.ts';
import { dayOf, type Instant } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import { TASK_MEANINGS, type TaskKind } from './task-kinds.ts';
import type { TaskOutcome } from './task-outcomes.ts';

/** `closed`: what it was for is no more, by a correction or because its place ended; nobody did it. */
export const TASK_STATES = ['open', 'done', 'closed'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What happens to a task, as its history tells it. */
export const TASK_EVENTS = ['opened', 'reopened', 'given', 'told-on', 'done', 'closed'] as const;
export type TaskEvent = (typeof TASK_EVENTS)[number];

/** Why a task was closed without being done. */
export const CLOSING_REASONS = [
	'corrected',
	'came-back',
	'place-ended',
	'exit-undone',
	'flag-taken-back',
	'may-leave',
	'arrived',
	'wording-approved',
	'log-changed',
	'adaptation-decided',
	'adaptation-corrected',
	'adaptation-withdrawn',
	'session-begun',
	'gap-mended',
	'gap-accepted',
	'contact-set-anew',
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

export const CLOSING_SENTENCES: Readonly<Record<ClosingReason, string>> = {
	corrected: 'A register was corrected: what this was for is no more',
	'came-back': 'They came to a later session',
	'place-ended': 'Their place ended',
	'exit-undone': 'The exit was taken back',
	'flag-taken-back': 'It is not to be brought to supervision any more',
	'log-changed': 'The delivery logs have changed: the chart does not show it any more',
	'adaptation-decided': 'A lead has decided on it',
	'adaptation-corrected': 'Who proposed it has changed the proposal, which waits anew',
	'adaptation-withdrawn': 'Who proposed it has withdrawn it',
	'session-begun': 'Its session has begun or did not go ahead: it was not decided beforehand',
	'gap-mended': 'The gap is mended, or there is no need for it any more',
	'gap-accepted': 'The gap was accepted: nothing more can be done',
	'contact-set-anew': 'How they are reached was recorded anew',
	'may-leave': 'The message is not kept back for this any more, or its time is over',
	arrived: 'The message arrived after all',
	'wording-approved': 'No message waits for these words any more',
};

/** The last day for a task that is opened now; `withinDays` is the programme's own number where it has one. */
export function dueDayOf(kind: TaskKind, now: Instant, withinDays = TASK_MEANINGS[kind].withinDays): CalendarDay {
	return plusDays(dayOf(now), withinDays);
}

/** Whether its last day is over and it is still open. */
export function isTaskOverdue(task: { readonly state: TaskState; readonly dueOn: CalendarDay }, today: CalendarDay) {
	return task.state === 'open' && task.dueOn < today;
}

type Settled = { readonly outcome: TaskOutcome; readonly note: string | null };
export type SettleRefusal = 'not-open' | 'outcome-missing' | 'note-missing';

/**
 * What came of a task. Refused when it is not open any more, for an outcome that its kind does not take, and without words
 * where the outcome needs them.
 */
export function checkSettled(
	task: { readonly kind: TaskKind; readonly state: TaskState },
	{ outcome, note }: { readonly outcome: TaskOutcome | null; readonly note: string | null },
): Outcome<Settled, SettleRefusal> {
	const { outcomes, needsNote } = TASK_MEANINGS[task.kind];
	if (task.state !== 'open') return refused('not-open');
	if (outcome === null || !outcomes.includes(outcome)) return refused('outcome-missing');
	const words = note?.trim() || null;
	if (words === null && needsNote.includes(outcome)) return refused('note-missing');
	return done({ outcome, note: words });
}

export type GiveRefusal = 'not-open' | 'owner-missing' | 'has-it-already';

/** To whom a task goes; null gives it back to its desk. Refused for somebody whose desk it cannot lie on. */
export function checkGiven(
	task: { readonly state: TaskState; readonly ownerId: StaffId | null },
	to: StaffId | null,
	mayHold: readonly StaffId[],
): Outcome<StaffId | null, GiveRefusal> {
	if (task.state !== 'open') return refused('not-open');
	if (to !== null && !mayHold.includes(to)) return refused('owner-missing');
	return to === task.ownerId ? refused('has-it-already') : done(to);
}
