import { expect, test } from 'vitest';
import { MARK_MEANINGS, MARKS, type Mark, parseMark, parseReason } from '#app/domain/attendance/marks.ts';
import { countRegister, isOverdue, isTakenOffBy } from '#app/domain/attendance/register.ts';
import { plusDays } from '#app/domain/shared/calendar-day.ts';
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

test('an exit takes nobody off the session of its day, and off later ones only where nothing was marked', () => {
	const exit = { on: timeOfPlan(2).day };
	const at = (planNumber: number, mark: Mark | null) => ({ ...timeOfPlan(planNumber), mark });
	const long = plusDays(exit.on, 90);
	const now = instant(`${long}T12:00:00Z`);
	const takenOff = ([1, 2, 3] as const).map((planNumber) => isTakenOffBy(exit, at(planNumber, null), now));
	expect(takenOff).toEqual([false, false, true]);
	expect(isTakenOffBy(exit, at(3, 'absent-no-contact'), now)).toBe(false);
});

test('an exit takes the person off whatever has not begun: tonight, a session with an apology, a placeholder', () => {
	const { day, startsAt } = timeOfPlan(2);
	const before = plusSeconds(startsAt, -1);
	expect(isTakenOffBy({ on: day }, { day, startsAt, mark: null }, before)).toBe(true);
	expect(isTakenOffBy({ on: day }, { day, startsAt, mark: 'absent-notified' }, before)).toBe(true);
	expect(isTakenOffBy({ on: day }, { day: null, startsAt: null, mark: null }, before)).toBe(true);
	expect(isTakenOffBy({ on: day }, { day, startsAt, mark: null }, startsAt)).toBe(false);
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
