import type { Enrolment } from '../attrition/enrolment.ts';
import type { Session } from '../scheduling/session.ts';
import type { CalendarDay } from '../shared/calendar-day.ts';
import type { EnrolmentId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import { MARK_MEANINGS, MARKS, type Mark, type Reason } from './marks.ts';

/** What is written of one person at one session: the part of a row that a facilitator fills in. */
export type MarkEntry = {
	/** Null is “not yet recorded”: never a default for anything else (§5.2). */
	readonly mark: Mark | null;
	/** Minutes late, or minutes left before the end. Null where the mark has none, or an import does not know. */
	readonly minutes: number | null;
	readonly reason: Reason | null;
	/** In words: needed with the reason `other`, welcome with every mark. */
	readonly note: string | null;
};

/** One person's row in one session's register: there from enrolment on, marked or not (§5.1). */
export type RegisterRow = MarkEntry & {
	readonly enrolmentId: EnrolmentId;
	/** False once an exit before the session took the person off its register. */
	readonly expected: boolean;
	/** When the row was last written; null when nobody ever did. */
	readonly markedAt: Instant | null;
	readonly version: number;
};

/** How one register stands. `attended` holds late and left early too; `missed` holds both absences. */
export type RegisterCount = {
	readonly expected: number;
	readonly marked: number;
	readonly notRecorded: number;
	readonly attended: number;
	readonly missed: number;
	readonly byMark: Readonly<Record<Mark, number>>;
};

/**
 * Whether an exit recorded at this moment takes the person off a session's register: off every one that has not begun,
 * placeholders and apologies included, because nobody leaves in the future; and off one after the last day of the place,
 * as long as nothing was marked there. The session of that day stays, because somebody may leave after attending it.
 */
export function isTakenOffBy(
	exit: Pick<NonNullable<Enrolment['exit']>, 'on'>,
	row: { readonly mark: Mark | null; readonly day: CalendarDay | null; readonly startsAt: Instant | null },
	now: Instant,
): boolean {
	if (row.day === null || row.startsAt === null || row.startsAt > now) return true;
	return row.mark === null && row.day > exit.on;
}

/** Counts the expected rows; a row taken off the register counts nowhere. */
export function countRegister(rows: readonly Pick<RegisterRow, 'expected' | 'mark'>[]): RegisterCount {
	const marks = rows.filter((row) => row.expected).map((row) => row.mark);
	const recorded = marks.filter((mark) => mark !== null);
	const byMark = Object.fromEntries(
		MARKS.map((mark) => [mark, recorded.filter((one) => one === mark).length]),
	) as Record<Mark, number>;
	return {
		expected: marks.length,
		marked: recorded.length,
		notRecorded: marks.length - recorded.length,
		attended: recorded.filter((mark) => MARK_MEANINGS[mark].attended).length,
		missed: recorded.filter((mark) => MARK_MEANINGS[mark].missed).length,
		byMark,
	};
}

/**
 * Whether the register should have been filled in and is not: the session is over, was not cancelled, and somebody
 * expected has no mark yet. It stops the moment that the last row is saved or the session is marked not held (§8.1).
 */
export function isOverdue(
	session: Pick<Session, 'state' | 'time'>,
	rows: readonly Pick<RegisterRow, 'expected' | 'mark'>[],
	now: Instant,
): boolean {
	const isOver = session.time !== null && session.time.endsAt <= now;
	return isOver && session.state !== 'cancelled' && countRegister(rows).notRecorded > 0;
}
