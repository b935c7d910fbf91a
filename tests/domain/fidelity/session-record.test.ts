import { expect, test } from 'vitest';
import { recordOf } from '#app/domain/fidelity/session-record.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';

const time = sessionTimeAt(calendarDay('2026-01-13'), clockTime('18:30'), 120);
const [before, during, after] = ['18:29', '18:30', '20:30'].map((at) => instant(`2026-01-13T${at}:00Z`)) as [
	never,
	never,
	never,
];
const of = (
	counts: Partial<Parameters<typeof recordOf>[1]>,
	now: Parameters<typeof recordOf>[2],
	state: 'scheduled' | 'held' | 'cancelled' = 'scheduled',
) => recordOf({ state, time }, { expected: 12, notRecorded: 12, logs: 0, ...counts }, now);

test('the record is complete with a full register and one log, and not with either alone', () => {
	expect(of({ notRecorded: 0, logs: 1 }, after, 'held').isComplete).toBe(true);
	expect(of({ notRecorded: 0 }, after, 'held').isComplete).toBe(false);
	expect(of({ notRecorded: 1, logs: 2 }, after, 'held').isComplete).toBe(false);
});

test('a session that has not started has neither register nor log, whatever apologies it has', () => {
	expect(of({ notRecorded: 0, logs: 0 }, before)).toMatchObject({
		register: 'in-advance',
		log: 'not-yet',
		isComplete: false,
	});
});

test('a register is open, then started, then done', () => {
	expect(of({}, during).register).toBe('open');
	expect(of({ notRecorded: 5 }, during).register).toBe('started');
	expect(of({ notRecorded: 0 }, during).register).toBe('done');
	expect(of({ expected: 0, notRecorded: 0 }, during).register).toBe('none');
});

test('a log is open until one facilitator has saved theirs', () => {
	expect([0, 1, 2].map((logs) => of({ logs }, during).log)).toEqual(['open', 'done', 'done']);
});

test('after the end what is done is not overdue, each by itself', () => {
	expect(of({ notRecorded: 0 }, after).overdue).toEqual({ register: false, log: true });
	expect(of({ logs: 1 }, after).overdue).toEqual({ register: true, log: false });
});

test('nothing is overdue while the session goes on; at its end both are', () => {
	expect(of({}, during).overdue).toEqual({ register: false, log: false });
	expect(of({}, after).overdue).toEqual({ register: true, log: true });
});

test('a session that did not go ahead leaves nothing to record', () => {
	expect(of({}, after, 'cancelled')).toEqual({
		register: 'not-held',
		log: 'not-held',
		isComplete: false,
		overdue: { register: false, log: false },
	});
});

test('an individual session without a date is never overdue', () => {
	expect(recordOf({ state: 'scheduled', time: null }, { expected: 1, notRecorded: 1, logs: 0 }, after)).toMatchObject({
		register: 'in-advance',
		overdue: { register: false, log: false },
	});
});
