import type { CalendarDay } from '../shared/calendar-day.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import { type Enrolment, type Exit, isActive } from './enrolment.ts';

export type ExitRefusal = 'already-ended' | 'exit-in-future' | 'exit-before-enrolled' | 'words-needed';

/**
 * Whether the place may end so, and the exit as it is stored. The day lies from the enrolment to today, both included;
 * the reason `other` needs words. Who ended it (`kind`) is a separate fact from why (§3.7).
 */
export function checkExit(
	exit: Exit,
	enrolment: Pick<Enrolment, 'state' | 'enrolledOn'>,
	today: CalendarDay,
): Outcome<Exit, ExitRefusal> {
	if (!isActive(enrolment.state)) return refused('already-ended', { state: enrolment.state });
	if (exit.on > today) return refused('exit-in-future', { on: exit.on, today });
	if (exit.on < enrolment.enrolledOn) {
		return refused('exit-before-enrolled', { on: exit.on, enrolledOn: enrolment.enrolledOn });
	}
	const note = exit.note?.trim() || null;
	return exit.reason === 'other' && note === null ? refused('words-needed') : done({ ...exit, note });
}
