import { expect, test } from 'vitest';
import { mayBeNotHeld, mayUndoNotHeld } from '#app/domain/scheduling/not-held.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type EnrolmentId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';

// In summer the day begins at 23:00 UTC.
const time = sessionTimeAt(calendarDay('2026-06-09'), clockTime('18:30'), 120);
const nothing = { rows: [], logs: 0, said: 0 };

test('a session may turn out not held from the first minute of its own day by the wall clock', () => {
	const session = { state: 'scheduled' as const, time };
	expect(mayBeNotHeld(session, nothing, instant('2026-06-08T22:59:00Z'))).toMatchObject({ code: 'day-not-come' });
	expect(mayBeNotHeld(session, nothing, instant('2026-06-08T23:00:00Z')).done).toBe(true);
	expect(mayBeNotHeld({ ...session, time: null }, nothing, instant('2026-06-09T12:00:00Z'))).toMatchObject({
		code: 'day-not-come',
	});
});

test('apologies alone do not contradict it; any other mark, a log or a word on how it went does', () => {
	const session = { state: 'held' as const, time };
	const now = instant('2026-06-09T19:00:00Z');
	const of = (marks: readonly ('absent-notified' | 'absent-no-contact' | null)[], logs = 0, said = 0) =>
		mayBeNotHeld(session, { rows: marks.map((mark) => ({ mark })), logs, said }, now);
	expect(of(['absent-notified', null]).done).toBe(true);
	expect(of(['absent-no-contact'])).toMatchObject({ code: 'has-marks', details: { count: 1 } });
	expect(of([], 1)).toMatchObject({ code: 'has-log' });
	expect(of([], 0, 1)).toEqual({ done: false, code: 'has-records', details: {} });
});

test('it is undone until midnight by the wall clock, and only what was cancelled', () => {
	const recordedAt = instant('2026-06-09T12:00:00Z');
	const cancelled = { state: 'cancelled' as const, time, enrolmentId: null };
	const at = (now: string, session: Parameters<typeof mayUndoNotHeld>[0] = cancelled, expected = 1) =>
		mayUndoNotHeld(session, expected, recordedAt, instant(now));
	expect(at('2026-06-09T22:59:59Z').done).toBe(true);
	expect(at('2026-06-09T22:59:59Z', cancelled, 0).done).toBe(true);
	expect(at('2026-06-09T23:00:00Z')).toMatchObject({ code: 'day-is-over' });
	expect(at('2026-06-09T12:00:00Z', { ...cancelled, state: 'held' })).toMatchObject({ code: 'not-cancelled' });
});

test('what was given back because a place ended is not undone: nobody is expected, or it was cancelled before its day', () => {
	const own = { state: 'cancelled' as const, time, enrolmentId: asId<EnrolmentId>('e1') };
	const now = instant('2026-06-09T12:00:00Z');
	const dayBefore = instant('2026-06-08T22:59:59Z');
	expect(mayUndoNotHeld(own, 1, now, now).done).toBe(true);
	expect(mayUndoNotHeld(own, 0, now, now)).toMatchObject({ code: 'given-back' });
	expect(mayUndoNotHeld(own, 1, dayBefore, dayBefore)).toMatchObject({ code: 'given-back' });
});

test('a catch-up to which nobody is left to come is not taken back; a session of the group is', () => {
	const cancelled = {
		state: 'cancelled',
		enrolmentId: null,
		time: sessionTimeAt(calendarDay('2026-01-13'), clockTime('18:30'), 120),
	} as const;
	const now = instant('2026-01-13T20:00:00Z');
	expect(mayUndoNotHeld({ ...cancelled, kind: 'catch-up' }, 0, now, now)).toMatchObject({ code: 'given-back' });
	expect(mayUndoNotHeld({ ...cancelled, kind: 'catch-up' }, 1, now, now).done).toBe(true);
	expect(mayUndoNotHeld({ ...cancelled, kind: 'group' }, 0, now, now).done).toBe(true);
});
