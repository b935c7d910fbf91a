import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sameTimeDaysBefore } from '#app/domain/reminders/message-kinds.ts';
import {
	firstMomentApart,
	type PlanningFacts,
	planMessage,
	planMessages,
} from '#app/domain/reminders/plan-messages.ts';
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

const at = (...times: string[]) => times.map((time) => instant(`2026-03-09T${time}:00Z`));
const until = (safeUntil: string) => contactOf({ safeUntil: clockTime(safeUntil) });

test('what gives way to the other side leaves a quarter of an hour later on that day, past whatever else leaves there', () => {
	expect(planned({ otherSideAt: at('18:30') })).toMatchObject({ state: 'queued', dueAt: '2026-03-09T18:45:00Z' });
	expect(planned({ otherSideAt: at('18:30', '18:50') })).toMatchObject({ dueAt: '2026-03-09T19:05:00Z' });
	// One that leaves much later is in nobody’s way.
	expect(planned({ otherSideAt: at('18:30', '20:00') })).toMatchObject({ dueAt: '2026-03-09T18:45:00Z' });
});

test('where no safe hour is left on that day it leaves a quarter of an hour before, however much is in the way there', () => {
	const contact = until('18:30');
	expect(planned({ contact, otherSideAt: at('18:30') })).toMatchObject({ dueAt: '2026-03-09T18:15:00Z' });
	expect(planned({ contact, otherSideAt: at('18:30', '18:15', '18:00') })).toMatchObject({
		dueAt: '2026-03-09T17:45:00Z',
	});
	expect(planned({ contact, otherSideAt: at('12:00', '18:30') })).toMatchObject({ dueAt: '2026-03-09T18:15:00Z' });
});

test('where it is too late for that too it leaves on the next day, and is blocked when that is too late', () => {
	const [contact, otherSideAt, now] = [until('18:30'), at('18:30'), instant('2026-03-09T18:20:00Z')];
	expect(planned({ contact, otherSideAt }, now)).toMatchObject({ state: 'queued', dueAt: '2026-03-10T09:00:00Z' });
	const evenings = contactOf({ safeFrom: clockTime('18:00'), safeUntil: clockTime('18:30') });
	expect(planned({ contact: evenings, otherSideAt }, now)).toMatchObject({ reason: 'no-safe-hour-left' });
});

test('without a safe hour there is no moment, whatever leaves to the other side', () => {
	const fridays = contactOf({ safeDays: ['friday'] });
	const [from, to] = [instant('2026-03-09T10:00:00Z'), instant('2026-03-10T16:30:00Z')];
	expect(firstMomentApart({ otherSideAt: at('18:30') }, fridays, from, to)).toBeNull();
	expect(firstMomentApart({ otherSideAt: at('10:00') }, until('21:00'), from, to)).toBe('2026-03-09T10:15:00Z');
});
