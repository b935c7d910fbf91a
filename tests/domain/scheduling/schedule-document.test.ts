import { expect, test } from 'vitest';
import { type LayOutInput, layOutSessions } from '#app/domain/scheduling/lay-out-sessions.ts';
import { plainPlans } from '#app/domain/scheduling/plain-plans.ts';
import { refusedSchedule, scheduleDocument } from '#app/domain/scheduling/schedule-document.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { type Refused, refused } from '#app/domain/shared/outcome.ts';
import { closure, groupPlans, laidOut, layOutInput, slot } from './plans.ts';

test('the document names date, weekday, wall time and both moments of a session', () => {
	const document = scheduleDocument(laidOut(layOutInput({ earliestStart: calendarDay('2026-03-31') })));
	expect(document.sessions[0]).toEqual({
		number: 1,
		kind: 'group',
		date: '2026-03-31',
		weekday: 'tuesday',
		startLocal: '18:30',
		startUtc: '2026-03-31T17:30:00Z',
		endUtc: '2026-03-31T19:30:00Z',
	});
});

test('an individual session stands in the document in plan order without a date', () => {
	const plans = groupPlans(3, { 2: { kind: 'individual' } });
	const { sessions, firstDate, lastDate } = scheduleDocument(laidOut(layOutInput({ plans })));
	expect(sessions.map(({ number, date }) => [number, date])).toEqual([
		[1, '2026-01-13'],
		[2, null],
		[3, '2026-01-20'],
	]);
	expect(sessions[1]).toEqual({
		number: 2,
		kind: 'individual',
		date: null,
		weekday: null,
		startLocal: null,
		startUtc: null,
		endUtc: null,
	});
	expect([firstDate, lastDate]).toEqual(['2026-01-13', '2026-01-20']);
});

const sentences: [Partial<LayOutInput>, string][] = [
	[{ plans: [] }, 'Choose a programme that has session plans.'],
	[{ slots: [] }, 'Choose at least one weekday and start time for the sessions.'],
	[
		{ slots: [slot('tuesday', '18:30'), slot('tuesday', '18:30')] },
		'Tuesday at 6:30pm is there twice. Remove one of the two.',
	],
	[
		{ slots: [slot('tuesday', '11:00'), slot('tuesday', '12:00')] },
		'A session of 120 minutes that starts on Tuesday at 11am runs into the one on Tuesday at midday. Change one of the two start times.',
	],
	[{ lengthMinutes: 0 }, 'A session cannot last 0 minutes. Enter a whole number of minutes from 1 to 600.'],
	[
		{ closures: [closure('2026-02-20', '2026-02-16')] },
		'“Half term” ends on Monday 16 February 2026, before it starts on Friday 20 February 2026. Enter an end date on or after the start date.',
	],
	[
		{ closures: [closure('2026-02-20', '2026-02-16', '')] },
		'A closure ends on Monday 16 February 2026, before it starts on Friday 20 February 2026. Enter an end date on or after the start date.',
	],
	[
		{ slots: [slot('sunday', '01:30')], earliestStart: calendarDay('2026-03-22') },
		'Session 2 would start at 1:30am on Sunday 29 March 2026, when the clocks go forward and that time does not exist. Choose another start time.',
	],
	[
		{ closures: [closure('2026-01-20', '2036-01-01', 'Rebuilding')] },
		'There is no free day for session 2 within 3 years of Tuesday 13 January 2026: every day is closed (Rebuilding). Shorten the closures or choose another weekday.',
	],
];

for (const [changes, message] of sentences) {
	test(`a refused lay-out says what to do: ${message}`, () => {
		const outcome = layOutSessions(layOutInput(changes)) as Refused;
		expect(refusedSchedule(outcome)).toEqual({
			refused: { code: outcome.code, details: outcome.details, message },
		});
	});
}

test('a number of plain sessions is a whole one from 1 to 200', () => {
	for (const count of [0, -1, 1.5, 201, Number.NaN]) expect(plainPlans(count, 120).done).toBe(false);
	expect(plainPlans(200, 120).done).toBe(true);
	expect(refusedSchedule(plainPlans(0, 120) as Refused).refused.message).toBe(
		'Enter a number of sessions from 1 to 200.',
	);
});

test('a code that laying out never gives is a fault of the program', () => {
	expect(() => refusedSchedule(refused('cohort-full'))).toThrow('cohort-full');
});
