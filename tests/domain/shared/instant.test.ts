import { expect, test } from 'vitest';
import { parseCalendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { clockTime, clockTimeAt } from '#app/domain/shared/clock-time.ts';
import {
	dayOf,
	instant,
	instantOf,
	minutesBetween,
	parseInstant,
	plusMinutes,
	plusSeconds,
	UK_ZONE,
	wallTimeOf,
} from '#app/domain/shared/instant.ts';
import vectors from '#tests/fixtures/vectors/clock-changes.json' with { type: 'json' };

/** Day and time of text such as `2026-03-23T18:30`. */
function wall(local: string) {
	const [day, time] = local.split('T') as [string, string];
	return { day: parseCalendarDay(day)!, time: clockTime(time) };
}

test('the zone is the one of the published changes', () => {
	expect(UK_ZONE).toBe(vectors.zone);
});

for (const { local, utc } of vectors.localToUtc) {
	test(`the wall clock shows ${local} at ${utc}`, () => {
		const { day, time } = wall(local);
		expect(instantOf(day, time)).toBe(utc);
		expect(wallTimeOf(instant(utc))).toEqual({ day, time });
	});
}

for (const { year, bstStartsUtc, bstEndsUtc } of vectors.transitions) {
	test(`in ${year} an hour of the spring night does not exist, and one of the autumn night is the earlier`, () => {
		const spring = dayOf(instant(bstStartsUtc));
		for (let minute = 60; minute < 120; minute += 1) expect(instantOf(spring, clockTimeAt(minute))).toBeNull();
		expect(instantOf(spring, clockTime('00:59'))).toBe(plusSeconds(instant(bstStartsUtc), -60));
		expect(instantOf(spring, clockTime('02:00'))).toBe(bstStartsUtc);

		const autumn = dayOf(instant(bstEndsUtc));
		expect(instantOf(autumn, clockTime('01:30'))).toBe(plusMinutes(instant(bstEndsUtc), -30));
		expect(wallTimeOf(plusMinutes(instant(bstEndsUtc), 30))).toEqual({ day: autumn, time: '01:30' });
		expect(instantOf(autumn, clockTime('02:00'))).toBe(plusMinutes(instant(bstEndsUtc), 60));
	});
}

for (const { sessionLocal, sessionUtc, daysBefore, sendLocal, sendUtc } of vectors.reminders.cases) {
	test(`${daysBefore} days before ${sessionLocal} is the same time on the wall`, () => {
		const { day, time } = wall(sessionLocal);
		expect(instantOf(day, time)).toBe(sessionUtc);
		const before = plusDays(day, -daysBefore);
		expect(`${before}T${time}`).toBe(sendLocal);
		expect(instantOf(before, time)).toBe(sendUtc);
	});
}

test('a moment carries its offset and is kept in whole seconds of UTC', () => {
	expect(parseInstant('2026-03-30T18:30:00+01:00')).toBe('2026-03-30T17:30:00Z');
	expect(parseInstant('2026-03-30T17:30:00.999Z')).toBe('2026-03-30T17:30:00Z');
	for (const text of ['2026-03-30T18:30:00', '2026-03-30', 'now', '2026-02-30T10:00:00Z', '']) {
		expect(parseInstant(text)).toBeNull();
	}
	expect(() => instant('2026-03-30')).toThrow('2026-03-30');
});

test('elapsed minutes ignore what the wall clock does meanwhile', () => {
	const before = instant('2026-03-29T00:30:00Z');
	expect(plusMinutes(before, 60)).toBe('2026-03-29T01:30:00Z');
	expect(wallTimeOf(plusMinutes(before, 60)).time).toBe('02:30');
	expect(minutesBetween(before, plusSeconds(before, 3599))).toBe(59);
	expect(minutesBetween(plusMinutes(before, 5), before)).toBe(-5);
});

test('a moment late in the evening of UTC is already tomorrow in summer', () => {
	expect(dayOf(instant('2026-07-01T23:30:00Z'))).toBe('2026-07-02');
	expect(dayOf(instant('2026-01-01T23:30:00Z'))).toBe('2026-01-01');
});
