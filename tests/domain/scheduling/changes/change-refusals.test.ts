import { expect, test } from 'vitest';
import { sentenceForChange } from '#app/domain/scheduling/changes/change-refusals.ts';
import { planBookedMove } from '#app/domain/scheduling/changes/move-session.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { refused } from '#app/domain/shared/outcome.ts';

const gap = { day: '2027-03-28', time: '01:30' };

test.each([
	['no-such-session', {}, 'This plan has no session'],
	['not-in-order', {}, 'An individual session is booked for each person'],
	['has-started', {}, 'This session has started'],
	['has-marks', {}, 'The register or a delivery log says what happened'],
	['in-the-past', {}, 'Enter a day and a start time that are still to come'],
	[
		'day-closed',
		{ day: '2027-03-29', label: 'Easter Monday' },
		'Nothing is held on Monday 29 March 2027: Easter Monday. Choose another day',
	],
	['nothing-changed', {}, 'This is when the session is already'],
	[
		'start-in-clock-change-gap',
		gap,
		'The clocks go forward on Sunday 28 March 2027, and 1:30am does not exist that day. Enter another start time',
	],
] as const)('“%s” says what to do', (code, details, words) => {
	expect(sentenceForChange(refused(code, details))).toContain(words);
});

test('a slot of the pattern in a clock-change gap is said as when it was laid out', () => {
	const of = (details: object) => sentenceForChange(refused('start-in-clock-change-gap', { ...gap, ...details }));
	expect(of({ planNumber: 3, slot: { weekday: 'sunday', startTime: '01:30' } })).not.toBe(of({}));
	expect(of({ planNumber: 3, slot: { weekday: 'sunday', startTime: '01:30' } })).toContain('clocks');
});

test('an order that breaks names the session in the way, and moving the later ones unless it has a mark', () => {
	const order = { planNumber: 3, other: 4, otherDay: '2027-01-19' };
	expect(sentenceForChange(refused('out-of-order', { ...order, otherHasMark: false }))).toBe(
		'Session 3 would no longer keep its place before or after session 4, which is on Tuesday 19 January 2027. Choose another day, or move the later sessions too',
	);
	expect(sentenceForChange(refused('out-of-order', { ...order, otherHasMark: true }))).toContain(
		'Session 4 has a mark, so it is not moved with others: move it by itself first',
	);
});

test('a session that is booked for one person moves alone, to a day that is open and still to come', () => {
	const day = calendarDay('2027-01-12');
	const time = sessionTimeAt(day, clockTime('10:00'), 60)!;
	const session = { planNumber: 4, kind: 'individual', state: 'scheduled', recorded: 'nothing', time } as const;
	const closed = { from: calendarDay('2027-01-14'), to: calendarDay('2027-01-14'), label: 'Flood' };
	const off = { bankHolidays: [], runsOnBankHoliday: false, closures: [closed], skippedWeeks: [] };
	const move = (to: string, startTime = '10:00', now = '2027-01-11T12:00:00Z', changes = {}) =>
		planBookedMove(
			{ ...session, ...changes },
			{ to: { day: calendarDay(to), startTime: clockTime(startTime), lengthMinutes: 60 }, off, now: instant(now) },
		);
	expect(move('2027-01-13')).toMatchObject({
		done: true,
		value: { moves: [{ planNumber: 4, from: time, to: { day: '2027-01-13', startTime: '10:00' } }], skipped: [] },
	});
	expect(move('2027-01-12')).toMatchObject({ code: 'nothing-changed' });
	expect(move('2027-01-12', '11:00')).toMatchObject({ done: true });
	expect(move('2027-01-14')).toMatchObject({ code: 'day-closed', details: { label: 'Flood' } });
	expect(move('2027-01-10')).toMatchObject({ code: 'in-the-past' });
	expect(move('2027-01-13', '10:00', '2027-01-12T10:30:00Z')).toMatchObject({ code: 'has-started' });
	expect(move('2027-01-13', '10:00', undefined, { recorded: 'more' })).toMatchObject({ code: 'has-marks' });
});
