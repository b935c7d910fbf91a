import { expect, test } from 'vitest';
import { checkAction, checkDebriefOpen, newestNotes } from '#app/domain/debrief/debrief.ts';
import { supervisionState } from '#app/domain/debrief/supervision.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';

const time = { startsAt: instant('2026-01-13T18:30:00Z'), endsAt: instant('2026-01-13T20:30:00Z') } as never;
const held = { state: 'held', time } as const;
const now = instant('2026-01-13T21:00:00Z');
const [sam, kim] = ['sam', 'kim'].map((name) => asId<StaffId>(name)) as [StaffId, StaffId];

test('a debrief is open from the start of its session on, without an end, and never of a cancelled one', () => {
	const open = (state: 'scheduled' | 'held' | 'cancelled', at: string) =>
		checkDebriefOpen({ state, time }, instant(at));
	expect(open('scheduled', '2026-01-13T18:29:59Z')).toMatchObject({ done: false, code: 'session-not-started' });
	expect(open('scheduled', '2026-01-13T18:30:00Z').done).toBe(true);
	expect(open('held', '2027-01-13T18:30:00Z').done).toBe(true);
	expect(open('cancelled', '2026-01-13T19:00:00Z')).toMatchObject({ done: false, code: 'session-cancelled' });
	expect(checkDebriefOpen({ state: 'scheduled', time: null }, now)).toMatchObject({ code: 'session-not-started' });
});

test('of each author the newest version stands, whoever wrote in between', () => {
	const note = (staffId: StaffId, version: number) => ({ staffId, version });
	const notes = [note(sam, 1), note(kim, 1), note(sam, 2), note(kim, 2), note(sam, 3)];
	expect(newestNotes(notes)).toEqual([note(sam, 3), note(kim, 2)]);
	expect(newestNotes([])).toEqual([]);
});

test('an action has somebody who may have it, and a last day that is not over', () => {
	const check = (ownerId: StaffId | null, dueOn: string) =>
		checkAction(held, { words: 'Ring the venue', ownerId, dueOn: calendarDay(dueOn) }, [sam], now);
	expect(check(sam, '2026-01-13')).toMatchObject({ done: true, value: sam });
	expect(check(sam, '2026-01-12')).toMatchObject({ code: 'due-before-today' });
	expect(check(kim, '2026-01-20')).toMatchObject({ code: 'owner-missing' });
	expect(check(null, '2026-01-20')).toMatchObject({ code: 'owner-missing' });
	const cancelled = { state: 'cancelled', time } as const;
	expect(
		checkAction(cancelled, { words: '', ownerId: sam, dueOn: calendarDay('2026-01-20') }, [sam], now),
	).toMatchObject({
		code: 'session-cancelled',
	});
});

test.each([
	[[], null, 'none'],
	[['asked'], 'open', 'asked'],
	[['asked', 'taken-back'], 'closed', 'none'],
	[['asked', 'taken-back', 'asked'], 'open', 'asked'],
	[['asked'], 'done', 'held'],
] as const)('after %j with a task that is %s, supervision is: %s', (events, task, state) => {
	expect(
		supervisionState(
			events.map((event) => ({ event })),
			task,
		),
	).toBe(state);
});
