import { expect, test } from 'vitest';
import { MARK_MEANINGS, MARKS, type Mark, parseMark, parseReason } from '#app/domain/attendance/marks.ts';
import { countRegister, isExpectedAt, isOverdue } from '#app/domain/attendance/register.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { instant, plusSeconds } from '#app/domain/shared/instant.ts';
import { timeOfPlan } from './facts.ts';

const row = (mark: Mark | null, expected = true) => ({ mark, expected });
const session = { state: 'held', time: timeOfPlan(1) } as const;

test('late and left early are attended, both absences are missed, stood down is outside the rate', () => {
	const facts = MARKS.map((mark) => {
		const { attended, missed, inRate } = MARK_MEANINGS[mark];
		return [mark, attended, missed, inRate];
	});
	expect(facts).toEqual([
		['attended', true, false, true],
		['late', true, false, true],
		['left-early', true, false, true],
		['absent-notified', false, true, true],
		['absent-no-contact', false, true, true],
		['stood-down', false, false, false],
	]);
});

test('an unknown mark or reason is read as none', () => {
	expect([parseMark('late'), parseMark('present'), parseReason('court'), parseReason('')]).toEqual([
		'late',
		null,
		'court',
		null,
	]);
});

test('a register counts each mark, those without one, and nobody who was taken off it', () => {
	const rows = [row('attended'), row('late'), row('left-early'), row('absent-notified'), row('absent-no-contact')];
	expect(countRegister([...rows, row('stood-down'), row(null), row(null, false), row('attended', false)])).toEqual({
		expected: 7,
		marked: 6,
		notRecorded: 1,
		attended: 3,
		missed: 2,
		byMark: {
			attended: 1,
			late: 1,
			'left-early': 1,
			'absent-notified': 1,
			'absent-no-contact': 1,
			'stood-down': 1,
		},
	});
});

test('an empty register counts nothing', () => {
	expect(countRegister([])).toMatchObject({ expected: 0, marked: 0, notRecorded: 0 });
});

test('a member is expected from the plan at which they join, and not before', () => {
	const joinsLate = { joinsAtPlan: 3, exit: null };
	expect([2, 3, 4].map((planNumber) => isExpectedAt(joinsLate, { planNumber, time: timeOfPlan(planNumber) }))).toEqual([
		false,
		true,
		true,
	]);
});

test('a member who leaves is expected up to and with the day of the exit', () => {
	const leaves = { joinsAtPlan: 1, exit: { on: calendarDay('2026-01-20') } };
	expect([1, 2, 3].map((planNumber) => isExpectedAt(leaves, { planNumber, time: timeOfPlan(planNumber) }))).toEqual([
		true,
		true,
		false,
	]);
});

test('an individual session that is not booked yet is expected until an exit', () => {
	const placeholder = { planNumber: 9, time: null };
	expect(isExpectedAt({ joinsAtPlan: 1, exit: null }, placeholder)).toBe(true);
	expect(isExpectedAt({ joinsAtPlan: 1, exit: { on: calendarDay('2030-01-01') } }, placeholder)).toBe(false);
});

test('a register is overdue from the end of its session until the last row is saved', () => {
	const { endsAt } = session.time;
	const open = [row('attended'), row(null)];
	expect(isOverdue(session, open, plusSeconds(endsAt, -1))).toBe(false);
	expect(isOverdue(session, open, endsAt)).toBe(true);
	expect(isOverdue({ ...session, state: 'scheduled' }, open, endsAt)).toBe(true);
	expect(isOverdue(session, [row('attended'), row('late')], endsAt)).toBe(false);
});

test('nothing is overdue of a cancelled session, of one without a time, or for people taken off', () => {
	const later = instant('2030-01-01T00:00:00Z');
	expect(isOverdue({ ...session, state: 'cancelled' }, [row(null)], later)).toBe(false);
	expect(isOverdue({ ...session, time: null }, [row(null)], later)).toBe(false);
	expect(isOverdue(session, [row(null, false)], later)).toBe(false);
	expect(isOverdue(session, [], later)).toBe(false);
});
