import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MARKS } from '#app/domain/attendance/marks.ts';
import { ENROLMENT_STATES } from '#app/domain/attrition/enrolment-states.ts';
import {
	mayWeRing,
	mayWeSend,
	parseSendingRefusal,
	REFUSED_MESSAGES,
	type SendingFacts,
} from '#app/domain/reminders/may-we-send.ts';
import { REFUSAL_SENTENCES } from '#app/domain/reminders/reason-sentences.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { contactOf, factsOf, messageOf, toldOf } from './facts.ts';

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
	['all-stopped', { isStopped: true }],
	['contact-needs-checking', { isShared: true }],
	['wording-not-approved', { hasWords: false }],
	['contact-unconfirmed', { contact: contactOf({ isConfirmed: false }) }],
	['rung-by-hand', { contact: contactOf({ channel: 'call', address: '+447700900123' }) }],
	['contact-failing', { contact: contactOf({ failingSince: instant('2026-03-01T10:00:00Z') }) }],
	['channel-not-available', { contact: contactOf({ channel: 'text', address: '+447700900123' }) }],
	['too-close-in-time', { otherSideAt: [THE_DAY_BEFORE] }],
	['too-close-in-time', { otherSideAt: [instant('2026-03-09T18:15:01Z')] }],
	['too-close-in-time', { otherSideAt: [instant('2026-03-09T18:44:59Z'), instant('2026-03-09T10:00:00Z')] }],
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
			message: messageOf('reminder', time),
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

test('a whole quarter of an hour before or after the other side is far enough', () => {
	for (const at of ['2026-03-09T18:15:00Z', '2026-03-09T18:45:00Z']) {
		expect(mayWeSend(factsOf({ otherSideAt: [instant(at)] }), THE_DAY_BEFORE)).toMatchObject({ done: true });
	}
});

/** Every reason, by what brings it about, in the order in which they are told. */
const CAUSES: readonly (readonly [string, Partial<SendingFacts>])[] = [
	['session-cancelled', { session: { ...session, state: 'cancelled' } }],
	[
		'session-moved',
		{ message: messageOf('reminder', session.time!, { timeVersion: 2, useBy: instant('2026-03-09T12:00:00Z') }) },
	],
	['cohort-cancelled', { cohortState: 'cancelled' }],
	['left-the-cohort', { enrolmentState: 'removed' }],
	['not-expected', { isExpected: false }],
	['apology-recorded', { mark: 'absent-notified' }],
	['told-already', { told: [toldOf('changed', '2026-03-09T12:00:00Z')] }],
	['kind-off', { isOn: false }],
	['all-stopped', { isStopped: true }],
	['no-safe-contact', { contact: null }],
	['contact-needs-checking', { isShared: true }],
	['too-close-in-time', { otherSideAt: [THE_DAY_BEFORE] }],
];

test('of any two reasons the one that comes first in the order is told, whatever else is in the way', () => {
	for (const [first, [code, change]] of CAUSES.entries()) {
		for (const [, later] of CAUSES.slice(first + 1)) {
			const both = { ...factsOf({ ...later, ...change }) };
			expect(mayWeSend(both, THE_DAY_BEFORE)).toMatchObject({ code });
		}
	}
});

test('of a contact it is told first that it is shared, then that nobody confirmed it, that it is overdue, how it is reached, when', () => {
	const worst = { isConfirmed: false, reviewBy: calendarDay('2026-03-01'), channel: 'call', safeDays: [] } as const;
	const told = (change: Parameters<typeof contactOf>[0], isShared = false) =>
		mayWeSend(factsOf({ contact: contactOf({ ...worst, ...change }), isShared }), THE_DAY_BEFORE);
	expect(told({}, true)).toMatchObject({ code: 'contact-needs-checking' });
	expect(told({})).toMatchObject({ code: 'contact-unconfirmed' });
	expect(told({ isConfirmed: true })).toMatchObject({ code: 'contact-review-overdue' });
	const reviewed = { isConfirmed: true, reviewBy: calendarDay('2026-03-09') };
	expect(told(reviewed)).toMatchObject({ code: 'rung-by-hand' });
	expect(told({ ...reviewed, channel: 'text' })).toMatchObject({ code: 'channel-not-available' });
	expect(told({ ...reviewed, channel: 'email' })).toMatchObject({ code: 'outside-safe-hours' });
});

test('without approved words nothing leaves, and nobody is asked to approve a message that has none', () => {
	expect(mayWeSend(factsOf({ hasWords: false }), THE_DAY_BEFORE)).toMatchObject({ code: 'wording-not-approved' });
	const contact = contactOf({ safeDays: ['friday'] });
	expect(mayWeSend(factsOf({ hasWords: false, contact }), THE_DAY_BEFORE)).toMatchObject({
		code: 'wording-not-approved',
	});
	const held = { ...session, state: 'held' } as const;
	const missed = { message: messageOf('missed-you', session.time!), session: held, mark: 'absent-no-contact' } as const;
	const after = instant('2026-03-11T12:00:00Z');
	expect(mayWeSend(factsOf({ ...missed, hasWords: false }), after)).toMatchObject({ code: 'wording-not-approved' });
	expect(mayWeSend(factsOf(missed), after)).toMatchObject({ code: 'needs-approval' });
});

test('whoever is rung, or texted where nothing sends texts, is told in words that a lead approved, too', () => {
	for (const channel of ['call', 'text'] as const) {
		const [unapproved, approved] = [false, true].map((hasWords) =>
			factsOf({ hasWords, contact: contactOf({ channel }) }),
		);
		expect(mayWeSend(unapproved!, THE_DAY_BEFORE)).toMatchObject({ code: 'wording-not-approved' });
		expect(mayWeRing(unapproved!, THE_DAY_BEFORE)).toMatchObject({ code: 'wording-not-approved' });
		expect(mayWeRing(approved!, THE_DAY_BEFORE)).toMatchObject({ done: true });
	}
});

test('what may be done about a reason decides on the state: only a moment waits, only what a person can mend is blocked', () => {
	const of = (state: string) =>
		Object.entries(REFUSED_MESSAGES).flatMap(([code, one]) => (one === state ? [code] : []));
	expect(of('queued')).toEqual(['outside-safe-hours', 'too-close-in-time']);
	expect(of('expired')).toEqual(['session-started', 'past-its-use']);
	expect(of('blocked')).toEqual([
		...[
			'no-safe-contact',
			'contact-unconfirmed',
			'contact-needs-checking',
			'contact-failing',
			'contact-review-overdue',
		],
		...['rung-by-hand', 'channel-not-available', 'wording-not-approved', 'needs-approval', 'no-safe-hour-left'],
	]);
	expect(of('suppressed')).toEqual([
		...['session-moved', 'session-cancelled', 'session-goes-ahead', 'cohort-cancelled', 'left-the-cohort'],
		...['not-expected', 'apology-recorded', 'already-marked', 'not-missed', 'not-the-first', 'joined-before'],
		...['nothing-changed', 'told-already', 'declined', 'kind-off', 'all-stopped'],
	]);
});

test('nothing leaves by chance: whatever the facts, what may leave has nothing in its way, and each reason is one of ours', () => {
	const facts = fc.record({
		isExpected: fc.boolean(),
		isStopped: fc.boolean(),
		isOn: fc.boolean(),
		isShared: fc.boolean(),
		mark: fc.constantFrom(null, ...MARKS),
		enrolmentState: fc.constantFrom(...ENROLMENT_STATES),
		contact: fc.option(
			fc
				.record({
					isConfirmed: fc.boolean(),
					channel: fc.constantFrom('email', 'text', 'call'),
					reviewBy: fc.constantFrom(calendarDay('2026-03-08'), calendarDay('2026-03-09')),
					safeFrom: fc.constantFrom(clockTime('09:00'), clockTime('19:00')),
				})
				.map((change) => contactOf(change)),
		),
		otherSideAt: fc.array(fc.constantFrom(THE_DAY_BEFORE, instant('2026-03-09T12:00:00Z'))),
	});
	fc.assert(
		fc.property(facts, (change) => {
			const { contact, otherSideAt } = change;
			const isFree =
				change.isExpected &&
				!change.isStopped &&
				change.isOn &&
				!change.isShared &&
				change.mark === null &&
				['enrolled', 'on-programme'].includes(change.enrolmentState) &&
				contact?.isConfirmed === true &&
				contact.channel === 'email' &&
				contact.reviewBy === '2026-03-09' &&
				contact.safeFrom === '09:00' &&
				!otherSideAt.includes(THE_DAY_BEFORE);
			const answer = mayWeSend(factsOf(change), THE_DAY_BEFORE);
			expect(answer.done).toBe(isFree);
			if (!answer.done) expect(parseSendingRefusal(answer.code)).toBe(answer.code);
		}),
	);
});
