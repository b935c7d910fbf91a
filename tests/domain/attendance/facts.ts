import type { AttendanceFact } from '#app/domain/attendance/attendance-fact.ts';
import type { Mark } from '#app/domain/attendance/marks.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';

const FIRST_DAY = calendarDay('2026-01-13');

/** The session of this plan in a cohort that meets every Tuesday from 13 January 2026, 6:30pm, for two hours. */
export function timeOfPlan(planNumber: number): SessionTime {
	return sessionTimeAt(plusDays(FIRST_DAY, 7 * (planNumber - 1)), clockTime('18:30'), 120)!;
}

/** A row at a session that was held, with the mark. */
export function fact(planNumber: number, mark: Mark | null, changes: Partial<AttendanceFact> = {}): AttendanceFact {
	return {
		planNumber,
		mark,
		minutes: null,
		expected: true,
		sessionState: 'held',
		startsAt: timeOfPlan(planNumber).startsAt,
		...changes,
	};
}

const LETTERS: Record<string, Mark | null> = {
	P: 'attended',
	L: 'late',
	E: 'left-early',
	A: 'absent-notified',
	N: 'absent-no-contact',
	S: 'stood-down',
	'.': null,
};

/** Rows at held sessions 1, 2, 3 … from letters: `PLNA.S`; a dot is not yet recorded, `x` a cancelled session. */
export function facts(letters: string): AttendanceFact[] {
	return [...letters].map((letter, index) =>
		letter === 'x' ? fact(index + 1, null, { sessionState: 'cancelled' }) : fact(index + 1, LETTERS[letter] ?? null),
	);
}
