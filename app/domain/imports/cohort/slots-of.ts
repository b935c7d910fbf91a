import type { Slot } from '../../scheduling/meeting-pattern.ts';
import { WEEKDAYS, weekdayOf } from '../../shared/calendar-day.ts';
import type { ClockTime } from '../../shared/clock-time.ts';
import type { ProposedSession } from '../proposal.ts';

/** A weekday with a smaller share of the sessions than this was an exception. */
const SHARE_OF_A_SLOT = 1 / 3;

/** The weekly pattern that the dates of a register show: each weekday with a third of the sessions, else the commonest one. */
export function slotsOf(
	sessions: readonly Pick<ProposedSession, 'day' | 'movedFrom'>[],
	startTime: ClockTime,
): readonly Slot[] {
	const weekdays = sessions.flatMap(({ day, movedFrom }) => (day ? weekdayOf(movedFrom ?? day) : []));
	const counts = WEEKDAYS.map((weekday) => ({ weekday, count: weekdays.filter((one) => one === weekday).length }));
	const usual = counts.filter(({ count }) => count > 0 && count >= weekdays.length * SHARE_OF_A_SLOT);
	const commonest = counts.toSorted((one, other) => other.count - one.count).slice(0, 1);
	return (usual.length > 0 ? usual : commonest).map(({ weekday }) => ({ weekday, startTime }));
}
