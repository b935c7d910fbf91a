import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sameTimeDaysBefore } from '#app/domain/reminders/message-kinds.ts';
import { type PlanningFacts, planMessage, planMessages } from '#app/domain/reminders/plan-messages.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { contactOf, factsOf, TIMINGS, timeOf } from './facts.ts';

type ClockCase = { sessionLocal: string; sessionUtc: string; daysBefore: number; sendUtc: string };
const vectors = new URL('../../fixtures/vectors/clock-changes.json', import.meta.url);
const cases = (JSON.parse(readFileSync(vectors, 'utf8')) as { reminders: { cases: ClockCase[] } }).reminders.cases;

const A_WEEK_BEFORE = instant('2026-03-03T10:00:00Z');

const sameTimeTheDayBefore = (time: SessionTime) => sameTimeDaysBefore(time, 1);
const remindersFor = (candidates: readonly { facts: PlanningFacts }[], now = A_WEEK_BEFORE) =>
	planMessages(candidates, 'reminder', { timings: TIMINGS, now });

function planned(change: Partial<PlanningFacts>, now = A_WEEK_BEFORE) {
	const facts = factsOf(change);
	return planMessage(facts, { kind: 'reminder', timings: TIMINGS, timeVersion: 1, time: facts.session.time!, now });
}

test.each(cases.filter(({ daysBefore }) => daysBefore === 1))(
	'the reminder for $sessionLocal leaves at the same wall time the day before, not 24 hours before',
	({ sessionLocal, sessionUtc, sendUtc }) => {
		const time = timeOf(sessionLocal);
		expect(time.startsAt).toBe(sessionUtc);
		expect(sameTimeTheDayBefore(time)).toBe(sendUtc);
	},
);

test.each([
	['2026-03-29T10:00', '2026-03-28T10:00:00Z', 'the clocks go forward in between: 23 hours'],
	['2026-10-25T10:00', '2026-10-24T09:00:00Z', 'the clocks go back in between: 25 hours'],
	['2026-03-30T18:30', '2026-03-29T17:30:00Z', 'the night after they went forward'],
	['2026-10-26T18:30', '2026-10-25T18:30:00Z', 'the night after they went back'],
	['2026-10-26T01:30', '2026-10-25T00:30:00Z', 'a wall time that came twice: the first of the two'],
	['2026-03-30T01:30', '2026-03-29T00:30:00Z', 'a wall time that the clocks jumped over: 24 hours'],
])('the day before %s is %s: %s', (starts, sends) => {
	expect(sameTimeTheDayBefore(timeOf(starts))).toBe(sends);
});

test('a reminder is queued for the day before and is of use until two hours before the start', () => {
	expect(planned({})).toEqual({
		state: 'queued',
		reason: null,
		dueAt: '2026-03-09T18:30:00Z',
		useBy: '2026-03-10T16:30:00Z',
	});
});

test('outside the safe hours it is queued for the nearest earlier safe moment', () => {
	const contact = contactOf({ safeUntil: clockTime('17:00') });
	expect(planned({ contact })).toMatchObject({ state: 'queued', dueAt: '2026-03-09T17:00:00Z' });
});

test('somebody with one safe day a week is reminded on it', () => {
	const contact = contactOf({ safeDays: ['wednesday'] });
	expect(planned({ contact })).toMatchObject({ state: 'queued', dueAt: '2026-03-04T21:00:00Z' });
});

test.each([
	['no-safe-contact', { contact: null }, A_WEEK_BEFORE],
	['contact-review-overdue', { contact: contactOf({ reviewBy: calendarDay('2026-03-01') }) }, A_WEEK_BEFORE],
	['contact-review-overdue', { contact: contactOf({ reviewBy: calendarDay('2026-03-08') }) }, A_WEEK_BEFORE],
	[
		'no-safe-hour-left',
		{ contact: contactOf({ safeDays: ['tuesday'], safeFrom: clockTime('17:00') }) },
		'2026-03-04T10:00:00Z',
	],
])('a reminder is blocked, and says why: %s', (reason, change, now) => {
	const plan = planned(change as Partial<PlanningFacts>, instant(now));
	expect(plan).toMatchObject({ state: 'blocked', reason, dueAt: '2026-03-09T18:30:00Z' });
});

test('no reminder is made where none is wanted', () => {
	const { session } = factsOf();
	const none: Partial<PlanningFacts>[] = [
		{ session: { ...session, state: 'cancelled' } },
		{ session: { ...session, time: null } },
		{ session: { ...session, state: 'held' } },
		{ enrolmentState: 'left' },
		{ mark: 'absent-notified' },
		{ isExpected: false },
	];
	expect(remindersFor(none.map((change) => ({ facts: factsOf(change) })))).toEqual([]);
	expect(remindersFor([{ facts: factsOf() }], instant('2026-03-10T16:31:00Z'))).toEqual([]);
	expect(remindersFor([{ facts: factsOf() }, { facts: factsOf({ contact: null }) }])).toHaveLength(2);
});
