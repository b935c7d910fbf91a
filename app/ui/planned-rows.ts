import type { Session, SessionState } from '#app/domain/scheduling/session.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { ClockTime } from '#app/domain/shared/clock-time.ts';
import { formatDay, formatTimeSpan } from './format.ts';
import { sessionName } from './session-name.ts';

type Planned = {
	readonly day: CalendarDay;
	readonly startTime: ClockTime | null;
	readonly lengthMinutes: number;
	readonly venue: string | null;
	readonly room: string | null;
	readonly cohort: string;
	readonly planNumber: number;
	readonly kind: Session['kind'];
	readonly state: SessionState;
};

/** What the rows of a facilitator’s term plan are. */
export const PLANNED_COLUMNS = ['Day', 'Time', 'Place', 'Session', 'Note'] as const;

/** One session of a facilitator’s term plan, with nobody’s name. */
export function plannedRow(session: Planned): string[] {
	const { day, startTime, lengthMinutes, venue, room, cohort, state } = session;
	return [
		formatDay(day),
		formatTimeSpan(startTime!, lengthMinutes),
		venue ? [venue, room].filter(Boolean).join(', ') : 'Online',
		`${cohort}, ${sessionName(session)}`,
		state === 'cancelled' ? 'Does not go ahead' : '',
	];
}
