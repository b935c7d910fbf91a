import { expect, test } from 'vitest';
import { type CalendarSession, calendarEntries } from '#app/domain/reminders/calendar-entries.ts';
import { asId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { timeOf } from './facts.ts';

const NOW = instant('2026-03-10T12:00:00Z');

function sessionOf(
	change: Partial<CalendarSession['session']> = {},
	around: Partial<Omit<CalendarSession, 'session'>> = {},
): CalendarSession {
	return {
		session: {
			id: asId('s1'),
			planNumber: 7,
			kind: 'group',
			state: 'scheduled',
			time: timeOf('2026-03-10T18:30'),
			sequence: 2,
			...change,
		},
		changedAt: instant('2026-03-01T10:00:00Z'),
		side: 'perpetrator',
		venue: 'Northfield Centre',
		...around,
	};
}

test('an entry has a neutral title, the moments, the place and the sequence of its session', () => {
	expect(calendarEntries([sessionOf()], NOW)).toEqual([
		{
			sessionId: 's1',
			title: 'Group session 7',
			place: 'Northfield Centre',
			startsAt: '2026-03-10T18:30:00Z',
			endsAt: '2026-03-10T20:30:00Z',
			sequence: 2,
			changedAt: '2026-03-01T10:00:00Z',
			isCancelled: false,
		},
	]);
});

test('no title tells that somebody missed a session', () => {
	const titles = (['review', 'catch-up'] as const).map((kind) => calendarEntries([sessionOf({ kind })], NOW)[0]?.title);
	expect(titles).toEqual(['Review session 7', 'Session 7']);
});

test('an entry of the survivor side says no place', () => {
	expect(calendarEntries([sessionOf({}, { side: 'survivor' })], NOW)[0]).toMatchObject({ place: null });
});

test('an individual session without a time is in nobody’s calendar', () => {
	expect(calendarEntries([sessionOf({ kind: 'individual', time: null })], NOW)).toEqual([]);
	expect(calendarEntries([sessionOf({ kind: 'individual' })], NOW)[0]?.title).toBe('Individual session 7');
});

test('a session that does not go ahead stays as cancelled for 30 days after that was said', () => {
	const cancelled = (changedAt: string) =>
		calendarEntries([sessionOf({ state: 'cancelled' }, { changedAt: instant(changedAt) })], NOW);
	expect(cancelled('2026-02-08T12:00:00Z')).toMatchObject([{ isCancelled: true }]);
	expect(cancelled('2026-02-08T11:59:59Z')).toEqual([]);
});
