import type { CatchUp } from '../attendance/catch-ups.ts';
import type { ReceivedState } from './received-content.ts';

/**
 * What can be done about content of one plan that somebody has not had. `book`: a catch-up, now; `book-late`: one after its
 * last day, which a lead takes upon themselves; `ask-lead`: the same, for who is none. `booked`: one is to come. `none-left`:
 * the programme allows no more. `deliver-again`: they were there and it was left out, which no catch-up makes up for;
 * `schedule-again`: the session did not go ahead. `nothing`: their place has ended.
 */
export type WayToMend =
	| 'book'
	| 'book-late'
	| 'ask-lead'
	| 'booked'
	| 'none-left'
	| 'deliver-again'
	| 'schedule-again'
	| 'nothing';

export type MendingLimits = {
	/** Catch-ups that the person has left. */
	readonly left: number;
	/** Whether a lead asks, who may book after the last day. */
	readonly mayOverride: boolean;
	readonly isActive: boolean;
};

/** How missing content of a plan can be made up for, within the limits of catch-ups (§5.8, §7.8, decision 0017). */
export function wayToMend(why: ReceivedState, catchUp: CatchUp | null, limits: MendingLimits): WayToMend {
	if (!limits.isActive) return 'nothing';
	if (catchUp === null || catchUp.state === 'done') return why === 'not-held' ? 'schedule-again' : 'deliver-again';
	if (catchUp.state === 'booked') return 'booked';
	if (limits.left === 0) return 'none-left';
	if (catchUp.state === 'needed') return 'book';
	return limits.mayOverride ? 'book-late' : 'ask-lead';
}

/** What each way says to who reads it; the first two lead to where a catch-up is booked. */
export const WAYS_IN_WORDS: Readonly<Record<WayToMend, string>> = {
	book: 'Book a catch-up',
	'book-late': 'Book a catch-up after its last day',
	'ask-lead': 'The last day for a catch-up is over: ask a lead',
	booked: 'A catch-up is booked',
	'none-left': 'No catch-up is left to them',
	'deliver-again': 'They were there: deliver it in another session',
	'schedule-again': 'Schedule the session again',
	nothing: 'Their place has ended',
};
