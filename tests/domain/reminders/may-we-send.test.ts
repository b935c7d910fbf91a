import { expect, test } from 'vitest';
import { MARKS } from '#app/domain/attendance/marks.ts';
import { ENROLMENT_STATES } from '#app/domain/attrition/enrolment-states.ts';
import {
	mayWeSend,
	parseSendingRefusal,
	REFUSED_MESSAGES,
	type SendingFacts,
} from '#app/domain/reminders/may-we-send.ts';
import { REFUSAL_SENTENCES } from '#app/domain/reminders/reason-sentences.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { contactOf, factsOf } from './facts.ts';

const THE_DAY_BEFORE = instant('2026-03-09T18:30:00Z');
const session = factsOf().session;

test('a message may leave when nothing is in its way, by the contact record that allows it', () => {
	const facts = factsOf();
	expect(mayWeSend(facts, THE_DAY_BEFORE)).toEqual({ done: true, value: facts.contact });
});

test.each<[string, Partial<SendingFacts>, string?]>([
	['session-cancelled', { session: { ...session, state: 'cancelled' } }],
	['session-moved', { session: { ...session, timeVersion: 2 } }],
	['session-moved', { session: { ...session, time: null } }],
	['session-started', { session: { ...session, state: 'held' } }],
	['session-started', {}, '2026-03-10T18:30:00Z'],
	['past-its-use', {}, '2026-03-10T16:30:01Z'],
	['cohort-cancelled', { cohortState: 'cancelled' }],
	['left-the-cohort', { enrolmentState: 'left' }],
	['left-the-cohort', { enrolmentState: 'removed' }],
	['left-the-cohort', { enrolmentState: 'completed' }],
	['not-expected', { isExpected: false }],
	['apology-recorded', { mark: 'absent-notified' }],
	['already-marked', { mark: 'stood-down' }],
	['no-safe-contact', { contact: null }],
	['contact-review-overdue', { contact: contactOf({ reviewBy: calendarDay('2026-03-08') }) }],
	['outside-safe-hours', { contact: contactOf({ safeUntil: clockTime('18:29') }) }],
	['outside-safe-hours', { contact: contactOf({ safeFrom: clockTime('18:31') }) }],
	['outside-safe-hours', { contact: contactOf({ safeDays: ['tuesday', 'sunday'] }) }],
])('a message may not leave: %s', (code, change, at = THE_DAY_BEFORE) => {
	expect(mayWeSend(factsOf(change), instant(at))).toEqual({ done: false, code, details: {} });
});

test.each([
	['2026-03-10T16:30:00Z', 'two hours before the start'],
	['2026-03-09T21:00:59Z', 'the minute at which the safe hours end'],
	['2026-03-09T09:00:00Z', 'the minute at which they begin'],
])('at %s a message may still leave: %s', (at) => {
	expect(mayWeSend(factsOf(), instant(at)).done).toBe(true);
});

test('the review day itself is still in time', () => {
	const contact = contactOf({ reviewBy: calendarDay('2026-03-09') });
	expect(mayWeSend(factsOf({ contact }), THE_DAY_BEFORE).done).toBe(true);
});

test('safe hours and review days are those of the wall clock: 9pm in summer is 20:00 UTC', () => {
	const summer = (at: string, reviewBy = '2026-12-31') => {
		const time = {
			...session.time!,
			startsAt: instant('2026-07-10T18:00:00Z'),
			endsAt: instant('2026-07-10T20:00:00Z'),
		};
		const facts = factsOf({
			session: { ...session, time },
			message: { timeVersion: 1, useBy: instant('2026-07-10T16:00:00Z') },
			contact: contactOf({ reviewBy: calendarDay(reviewBy), safeFrom: clockTime('00:00') }),
		});
		return mayWeSend(facts, instant(at));
	};
	expect(summer('2026-07-09T20:00:00Z').done).toBe(true);
	expect(summer('2026-07-09T20:01:00Z')).toMatchObject({ code: 'outside-safe-hours' });
	expect(summer('2026-07-08T23:30:00Z', '2026-07-08')).toMatchObject({ code: 'contact-review-overdue' });
});

test('of all marks only none leaves the way free', () => {
	const free = [null, ...MARKS].filter((mark) => mayWeSend(factsOf({ mark }), THE_DAY_BEFORE).done);
	expect(free).toEqual([null]);
});

test('only people who are in the cohort are written to', () => {
	const free = ENROLMENT_STATES.filter((state) => mayWeSend(factsOf({ enrolmentState: state }), THE_DAY_BEFORE).done);
	expect(free).toEqual(['enrolled', 'on-programme']);
});

test('of several reasons the first named is the one that somebody cannot mend', () => {
	const everything = factsOf({ enrolmentState: 'left', contact: null, mark: 'absent-notified', isExpected: false });
	expect(mayWeSend(everything, instant('2026-03-10T19:00:00Z'))).toMatchObject({ code: 'left-the-cohort' });
	const late = factsOf({ contact: null });
	expect(mayWeSend(late, instant('2026-03-10T17:00:00Z'))).toMatchObject({ code: 'past-its-use' });
	const overdue = contactOf({ reviewBy: calendarDay('2026-03-01'), safeDays: ['friday'] });
	expect(mayWeSend(factsOf({ contact: overdue }), THE_DAY_BEFORE)).toMatchObject({ code: 'contact-review-overdue' });
});

test('every reason has a sentence and can be read back from the outbox', () => {
	const reasons = Object.keys(REFUSED_MESSAGES);
	expect(Object.keys(REFUSAL_SENTENCES).toSorted()).toEqual(reasons.toSorted());
	expect(reasons.map(parseSendingRefusal)).toEqual(reasons);
	expect(['toString', '550 unknown user', '', null].map(parseSendingRefusal)).toEqual([null, null, null, null]);
});
