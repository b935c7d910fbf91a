import { expect, test } from 'vitest';
import { endedAfter, plannedMinutes } from '#app/domain/scheduling/changes/earlier-end.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';

const day = calendarDay('2026-01-13');
const startTime = clockTime('18:30');
const lasting = (minutes: number) => ({ state: 'held' as const, time: sessionTimeAt(day, startTime, minutes) });
const had = (lengthMinutes: number, setAt: string, on = day) => ({
	...{ day: on, startTime, lengthMinutes },
	setAt: instant(setAt),
});
const PLANNED = had(120, '2026-01-01T09:00:00Z');
const NEXT_DAY = instant('2026-01-14T09:00:00Z');
const after = (minutes: number, session = lasting(120), now = NEXT_DAY, times = [PLANNED]) =>
	endedAfter(minutes, session, { had: times, marks: [] }, now);

test('what was planned is what stood when the session began, whatever was recorded afterwards', () => {
	const shortened = [PLANNED, had(60, '2026-01-13T20:00:00Z')];
	expect(plannedMinutes(lasting(60), shortened)).toBe(120);
	// Made shorter in good time: that is the plan.
	const replanned = [had(150, '2026-01-01T09:00:00Z'), had(90, '2026-01-10T09:00:00Z')];
	expect(plannedMinutes(lasting(60), [...replanned, had(60, '2026-01-13T20:00:00Z')])).toBe(90);
	// Times on another day say nothing of this one.
	const moved = [had(180, '2026-01-01T09:00:00Z', calendarDay('2026-01-12')), had(120, '2026-01-10T09:00:00Z')];
	expect(plannedMinutes(lasting(60), moved)).toBe(120);
});

test('a session that was put on record afterwards was meant as it was first recorded', () => {
	const onRecord = [had(120, '2026-02-01T09:00:00Z'), had(60, '2026-02-02T09:00:00Z')];
	expect(plannedMinutes(lasting(60), onRecord)).toBe(120);
	expect(plannedMinutes({ time: null }, [])).toBeNull();
});

test('it may be shortened, and that corrected, up to the plan and never beyond', () => {
	expect(after(60)).toMatchObject({ done: true, value: { lengthMinutes: 60, endsAt: '2026-01-13T19:30:00Z' } });
	const times = [PLANNED, had(60, '2026-01-13T20:00:00Z')];
	expect(after(120, lasting(60), NEXT_DAY, times).done).toBe(true);
	expect(after(121, lasting(60), NEXT_DAY, times)).toMatchObject({
		code: 'longer-than-planned',
		details: { startTime: '18:30', planned: 120 },
	});
	expect(after(60, lasting(60), NEXT_DAY, times)).toMatchObject({ code: 'nothing-changed' });
	for (const minutes of [0, -5, 30.5]) expect(after(minutes)).toMatchObject({ code: 'ends-at-start' });
});

test('not before it began, not before that end has come, and not when it did not go ahead', () => {
	expect(after(60, lasting(120), instant('2026-01-13T18:29:59Z'))).toMatchObject({ code: 'has-not-started' });
	expect(after(60, { state: 'held', time: null })).toMatchObject({ code: 'has-not-started' });
	expect(after(60, lasting(120), instant('2026-01-13T19:29:59Z'))).toMatchObject({ code: 'end-not-come' });
	expect(after(60, lasting(120), instant('2026-01-13T19:30:00Z')).done).toBe(true);
	expect(after(60, { ...lasting(120), state: 'cancelled' as never })).toMatchObject({ code: 'cancelled-already' });
});

test('across the hour that happens twice it lasts its elapsed minutes', () => {
	const night = calendarDay('2026-10-25');
	const session = { state: 'held' as const, time: sessionTimeAt(night, clockTime('00:30'), 120) };
	const ended = endedAfter(90, session, { had: [], marks: [] }, instant('2026-10-25T09:00:00Z'));
	expect(ended).toMatchObject({ done: true, value: { endsAt: '2026-10-25T01:00:00Z' } });
});

test('a register with more minutes late or early than it then lasts has to be corrected first', () => {
	const marks = [{ minutes: 70 }, { minutes: 60 }, { minutes: null }];
	expect(endedAfter(60, lasting(120), { had: [PLANNED], marks }, NEXT_DAY)).toMatchObject({
		code: 'marks-longer',
		details: { count: 1 },
	});
	expect(endedAfter(70, lasting(120), { had: [PLANNED], marks }, NEXT_DAY).done).toBe(true);
});
