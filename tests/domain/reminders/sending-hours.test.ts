import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstSafeMoment, isSafeMoment, lastSafeMoment, sendingMoment } from '#app/domain/reminders/sending-hours.ts';
import { WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import { clockTime, clockTimeAt } from '#app/domain/shared/clock-time.ts';
import { instant, plusMinutes } from '#app/domain/shared/instant.ts';

const officeHours = {
	safeDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const,
	safeFrom: clockTime('09:00'),
	safeUntil: clockTime('17:00'),
};
const evenings = { safeDays: WEEKDAYS, safeFrom: clockTime('19:00'), safeUntil: clockTime('21:00') };
const wednesdays = { ...officeHours, safeDays: ['wednesday'] as const };

/** Wanted on Monday 9 March at 6:30pm for a session on Tuesday at 6:30pm, planned a week before. */
const wanted = instant('2026-03-09T18:30:00Z');
const latest = instant('2026-03-10T16:30:00Z');

test.each([
	[
		'a safe hour is kept',
		{ ...officeHours, safeUntil: clockTime('19:00') },
		'2026-03-03T10:00:00Z',
		'2026-03-09T18:30:00Z',
	],
	['after the hours: the end of the same day', officeHours, '2026-03-03T10:00:00Z', '2026-03-09T17:00:00Z'],
	['before the hours: the end of the day before', evenings, '2026-03-03T10:00:00Z', '2026-03-08T21:00:00Z'],
	['on an unsafe day: the last safe day before', wednesdays, '2026-03-03T10:00:00Z', '2026-03-04T17:00:00Z'],
	['the earlier moment is past: the next hours', officeHours, '2026-03-09T17:01:00Z', '2026-03-10T09:00:00Z'],
	['exactly now is not past', officeHours, '2026-03-09T17:00:00Z', '2026-03-09T17:00:00Z'],
	['planned late, in a safe hour: at once', officeHours, '2026-03-10T11:17:00Z', '2026-03-10T11:17:00Z'],
	['planned late, before the hours: when they begin', officeHours, '2026-03-10T06:00:00Z', '2026-03-10T09:00:00Z'],
	['the next hours begin too late', evenings, '2026-03-09T21:30:00Z', null],
	['the only safe day is past', wednesdays, '2026-03-05T10:00:00Z', null],
	['nothing is left', officeHours, '2026-03-10T16:31:00Z', null],
])('%s', (_, hours, now, expected) => {
	expect(sendingMoment(hours, { wanted, now: instant(now), latest })).toBe(expected);
});

test('the next safe hours may begin exactly two hours before the session', () => {
	const hours = { ...officeHours, safeFrom: clockTime('16:30') };
	expect(sendingMoment(hours, { wanted, now: instant('2026-03-10T08:00:00Z'), latest })).toBe(latest);
});

test('safe hours that begin or end in the hour that the clocks jump over begin later and end earlier', () => {
	const [from, until] = [instant('2026-03-28T12:00:00Z'), instant('2026-03-29T12:00:00Z')];
	const sundays = (safeFrom: string, safeUntil: string) => ({
		safeDays: ['sunday'] as const,
		safeFrom: clockTime(safeFrom),
		safeUntil: clockTime(safeUntil),
	});
	expect(firstSafeMoment(sundays('01:30', '05:00'), from, until)).toBe('2026-03-29T01:00:00Z');
	expect(lastSafeMoment(sundays('00:10', '01:30'), from, until)).toBe('2026-03-29T00:59:00Z');
	expect(firstSafeMoment(sundays('01:10', '01:50'), from, until)).toBeNull();
	expect(lastSafeMoment(sundays('01:10', '01:50'), from, until)).toBeNull();
});

test('whatever the hours, a message is sent in safe hours, not in the past and not too late, and it leaves if it can', () => {
	const minute = fc.integer({ min: 0, max: 1438 });
	fc.assert(
		fc.property(
			fc.subarray([...WEEKDAYS], { minLength: 1 }),
			minute,
			fc.integer({ min: 1, max: 1439 }),
			fc.integer({ min: -14 * 1440, max: 3000 }),
			(safeDays, from, length, ahead) => {
				const hours = { safeDays, safeFrom: clockTimeAt(from), safeUntil: clockTimeAt(Math.min(1439, from + length)) };
				const now = plusMinutes(wanted, ahead);
				const moment = sendingMoment(hours, { wanted, now, latest });
				if (moment === null) {
					const someSafe = Array.from({ length: 8 * 96 }, (_, step) => plusMinutes(now, step * 15)).find(
						(at) => at <= latest && isSafeMoment(hours, at),
					);
					expect(someSafe).toBeUndefined();
					return;
				}
				expect(isSafeMoment(hours, moment)).toBe(true);
				expect(moment >= now && moment <= latest).toBe(true);
				if (moment > wanted && moment > now) expect(lastSafeMoment(hours, now, wanted)).toBeNull();
			},
		),
		{ numRuns: 100 },
	);
});
