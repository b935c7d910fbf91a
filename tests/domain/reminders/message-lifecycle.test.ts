import { expect, test } from 'vitest';
import type { SendingFacts } from '#app/domain/reminders/may-we-send.ts';
import {
	afterFailure,
	afterLapsedLease,
	afterRefusal,
	furthestLease,
	judgeAgain,
	type OpenMessage,
} from '#app/domain/reminders/message-lifecycle.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { contactOf, factsOf, TIMINGS } from './facts.ts';

const NOW = instant('2026-03-09T10:00:00Z');
const DUE = instant('2026-03-09T18:30:00Z');
const { session } = factsOf();

function judged(message: Partial<Omit<OpenMessage, 'facts'>>, change: Partial<SendingFacts> = {}, now = NOW) {
	return judgeAgain(
		{ state: 'queued', reason: null, dueAt: DUE, attempts: 0, plannedAt: NOW, ...message, facts: factsOf(change) },
		TIMINGS,
		now,
	);
}

test('a message that nothing has changed for stays as it is', () => {
	expect(judged({})).toBeNull();
	expect(judged({ state: 'blocked', reason: 'no-safe-contact' }, { contact: null })).toBeNull();
	expect(judged({ state: 'suppressed', reason: 'apology-recorded' }, { mark: 'absent-notified' })).toBeNull();
});

test('a queued message whose cause went is suppressed', () => {
	expect(judged({}, { mark: 'absent-notified' })).toEqual({ state: 'suppressed', reason: 'apology-recorded' });
	expect(judged({}, { session: { ...session, timeVersion: 2 } })).toEqual({
		state: 'suppressed',
		reason: 'session-moved',
	});
	expect(judged({}, { session: { ...session, time: null } })).toEqual({ state: 'suppressed', reason: 'session-moved' });
	expect(judged({ state: 'blocked', reason: 'no-safe-contact' }, { contact: null, enrolmentState: 'left' })).toEqual({
		state: 'suppressed',
		reason: 'left-the-cohort',
	});
});

test('a suppressed message whose cause came back waits again', () => {
	expect(judged({ state: 'suppressed', reason: 'session-cancelled' })).toEqual({
		state: 'queued',
		reason: null,
		dueAt: DUE,
	});
});

test('a blocked message waits again once a safe contact is there', () => {
	expect(judged({ state: 'blocked', reason: 'no-safe-contact' })).toEqual({
		state: 'queued',
		reason: null,
		dueAt: DUE,
	});
});

test('a blocked message for which something else is in the way says so', () => {
	const contact = contactOf({ isConfirmed: false });
	const change = judged({ state: 'blocked', reason: 'no-safe-contact' }, { contact });
	expect(change).toEqual({ state: 'blocked', reason: 'contact-unconfirmed' });
});

test('what waits again leaves at its hour, though it was tried or due before it was blocked', () => {
	const before = { state: 'blocked', reason: 'no-safe-contact', dueAt: instant('2026-03-09T09:30:00Z') } as const;
	const again = { state: 'queued', reason: null, dueAt: DUE };
	expect(judged(before)).toEqual(again);
	expect(judged({ ...before, attempts: 1 })).toEqual(again);
});

const SOON_DUE = instant('2026-03-09T18:20:00Z');

test('what was announced to the perpetrator side keeps its moment; what is announced anew is a quarter of an hour ahead', () => {
	expect(judged({}, { side: 'perpetrator' }, SOON_DUE)).toBeNull();
	const free = { state: 'blocked', reason: 'no-safe-contact' } as const;
	const announced = { state: 'queued', reason: null, dueAt: '2026-03-09T18:35:00Z' };
	expect(judged(free, { side: 'perpetrator' }, SOON_DUE)).toEqual(announced);
	expect(judged(free, { side: 'survivor' }, SOON_DUE)).toEqual({ ...announced, dueAt: DUE });
});

test('what is due and was not sent in its safe hours is blocked when no others are left', () => {
	const contact = contactOf({ safeDays: ['monday'], safeUntil: clockTime('12:00') });
	const change = judged({ dueAt: instant('2026-03-09T11:50:00Z') }, { contact }, instant('2026-03-09T12:30:00Z'));
	expect(change).toEqual({ state: 'blocked', reason: 'no-safe-hour-left' });
});

test('a change of safe hours moves a message that waits', () => {
	const contact = contactOf({ safeUntil: clockTime('12:00') });
	expect(judged({}, { contact })).toEqual({ state: 'queued', reason: null, dueAt: '2026-03-09T12:00:00Z' });
});

test('what is due or being tried again is left to the sender', () => {
	const contact = contactOf({ safeUntil: clockTime('12:00') });
	expect(judged({ dueAt: NOW }, { contact })).toBeNull();
	expect(judged({ attempts: 1, reason: '451 try later' }, { contact })).toBeNull();
});

test('a message past its use expires and keeps the reason that held it back', () => {
	const late = instant('2026-03-10T17:00:00Z');
	expect(judged({}, {}, late)).toEqual({ state: 'expired', reason: 'past-its-use' });
	expect(judged({ state: 'blocked', reason: 'no-safe-contact' }, { contact: null }, late)).toEqual({
		state: 'expired',
		reason: 'no-safe-contact',
	});
	expect(judged({ state: 'suppressed', reason: 'not-expected' }, {}, late)).toBeNull();
});

test('a message refused for its hour waits for the next safe one, or is blocked when none is left', () => {
	const hours = (safeFrom: string) => factsOf({ contact: contactOf({ safeFrom: clockTime(safeFrom) }) });
	const night = instant('2026-03-09T22:00:00Z');
	expect(afterRefusal({ facts: hours('09:00'), reason: null }, 'outside-safe-hours', night)).toEqual({
		state: 'queued',
		reason: null,
		dueAt: '2026-03-10T09:00:00Z',
	});
	expect(afterRefusal({ facts: hours('17:00'), reason: null }, 'outside-safe-hours', night)).toEqual({
		state: 'blocked',
		reason: 'no-safe-hour-left',
	});
});

test.each([
	['past-its-use', null, { state: 'expired', reason: 'past-its-use' }],
	['past-its-use', '451 try later', { state: 'expired', reason: '451 try later' }],
	['apology-recorded', null, { state: 'suppressed', reason: 'apology-recorded' }],
	['contact-review-overdue', null, { state: 'blocked', reason: 'contact-review-overdue' }],
] as const)('a message refused at the last moment (%s) goes where it belongs', (code, reason, change) => {
	expect(afterRefusal({ facts: factsOf(), reason }, code, NOW)).toEqual(change);
});

test.each([
	[1, '2026-03-09T10:01:00Z'],
	[2, '2026-03-09T10:05:00Z'],
	[3, '2026-03-09T10:15:00Z'],
	[4, '2026-03-09T10:30:00Z'],
	[5, '2026-03-09T11:00:00Z'],
	[9, '2026-03-09T11:00:00Z'],
])('after %i tries the next is at %s', (attempts, dueAt) => {
	const failure = { retry: true, reason: '451 try later' };
	const change = afterFailure({ attempts, useBy: instant('2026-03-10T16:30:00Z') }, failure, NOW);
	expect(change).toEqual({ state: 'queued', reason: '451 try later', dueAt });
});

test('a message that would be tried again too late, or that was refused for good, has failed', () => {
	const useBy = instant('2026-03-09T10:00:30Z');
	const failed = { state: 'failed', reason: 'said no' };
	expect(afterFailure({ attempts: 1, useBy }, { retry: true, reason: 'said no' }, NOW)).toEqual(failed);
	expect(afterFailure({ attempts: 1, useBy: DUE }, { retry: false, reason: 'said no' }, NOW)).toEqual(failed);
});

test('a message is tried again up to the last moment at which it is of use', () => {
	const useBy = instant('2026-03-09T10:01:00Z');
	const change = afterFailure({ attempts: 1, useBy }, { retry: true, reason: '451' }, NOW);
	expect(change).toEqual({ state: 'queued', reason: '451', dueAt: useBy });
});

test('no lease is longer than twice the time that a mail may take', () => {
	expect(furthestLease(NOW)).toBe('2026-03-09T10:10:00Z');
});

test('a message whose sender never came back is queued again only if nothing was handed over', () => {
	expect(afterLapsedLease({ handedOverAt: null })).toEqual({ state: 'queued', reason: null });
	expect(afterLapsedLease({ handedOverAt: NOW })).toEqual({ state: 'unknown', reason: 'sender-stopped' });
});
