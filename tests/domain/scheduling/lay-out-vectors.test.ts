import { expect, test } from 'vitest';
import type { BankHoliday, Closure, Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import { plainPlans } from '#app/domain/scheduling/plain-plans.ts';
import { scheduleDocument } from '#app/domain/scheduling/schedule-document.ts';
import type { CalendarDay, Weekday } from '#app/domain/shared/calendar-day.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import holidays from '#tests/fixtures/vectors/bank-holidays.json' with { type: 'json' };
import vectors from '#tests/fixtures/vectors/schedule.json' with { type: 'json' };
import { laidOut, layOutInput, slot } from './plans.ts';

const holidaysOf = (nation: Nation) => Object.values(holidays.nations[nation]).flat() as unknown as BankHoliday[];

for (const { title, input, expected } of vectors.cases) {
	test(`the calendar gives the published dates: ${title}`, () => {
		const plans = plainPlans(input.sessions, input.slots[0]!.durationMinutes);
		const document = scheduleDocument(
			laidOut(
				layOutInput({
					plans: plans.done ? plans.value : [],
					slots: input.slots.map(({ weekday, time }) => slot(weekday as Weekday, time)),
					earliestStart: input.earliestStart as CalendarDay,
					bankHolidays: holidaysOf(input.nation as Nation),
					runsOnBankHoliday: !input.skipBankHolidays,
					closures: input.closures as Closure[],
				}),
			),
		);
		expect(document.sessions.map(({ kind: _kind, endUtc: _endUtc, ...session }) => session)).toEqual(expected.sessions);
		expect({ ...document, sessions: [] }).toEqual({ ...expected, sessions: [] });
		for (const { startUtc, endUtc } of document.sessions) expect(endUtc).toBe(plusMinutes(startUtc!, 120));
	});
}

test('Monday 15 June 2026 is passed over in Scotland only', () => {
	const mondays = (nation: Nation) =>
		laidOut(
			layOutInput({
				slots: [slot('monday', '10:00')],
				earliestStart: '2026-06-08' as CalendarDay,
				bankHolidays: holidaysOf(nation),
			}),
		).sessions.map(({ time }) => time?.day);
	expect(mondays('scotland')).toEqual(['2026-06-08', '2026-06-22', '2026-06-29']);
	expect(mondays('england-and-wales')).toEqual(['2026-06-08', '2026-06-15', '2026-06-22']);
	expect(mondays('northern-ireland')).toEqual(['2026-06-08', '2026-06-15', '2026-06-22']);
});
