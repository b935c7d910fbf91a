import { expect, test } from 'vitest';
import { mayWeRing, mayWeSend, type SendingFacts } from '#app/domain/reminders/may-we-send.ts';
import { type CallSaid, callToday, checkCall, takesCall } from '#app/domain/reminders/texts/call.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type SafeContactId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { contactOf, factsOf, messageOf } from '../facts.ts';

const BY_CALL = contactOf({ channel: 'call', address: '+447700900123', mayLeaveVoicemail: true });
const BY_TEXT = contactOf({ channel: 'text', address: '+447700900123' });
/** Monday, the day before the session, at the hour at which the reminder would leave. */
const NOW = instant('2026-03-09T18:30:00Z');
const DUE = NOW;

const ring = (change: Partial<SendingFacts> = {}) => mayWeRing(factsOf({ contact: BY_CALL, ...change }), NOW);

test('whoever is reached by a call is rung where a message would leave', () => {
	expect(ring()).toMatchObject({ done: true, value: { address: '+447700900123' } });
});

test('whoever is texted is rung only where nothing sends texts', () => {
	expect(ring({ contact: BY_TEXT })).toMatchObject({ done: true });
	expect(ring({ contact: BY_TEXT, sentBy: ['email', 'text'] })).toMatchObject({ code: 'sent-by-itself' });
	expect(ring({ contact: contactOf() })).toMatchObject({ code: 'sent-by-itself' });
});

test('with something that sends texts a text leaves, and a call still does not', () => {
	const sentBy = ['email', 'text'] as const;
	expect(mayWeSend(factsOf({ contact: BY_TEXT, sentBy }), NOW)).toMatchObject({ done: true });
	expect(mayWeSend(factsOf({ contact: BY_TEXT }), NOW)).toMatchObject({ code: 'channel-not-available' });
	expect(mayWeSend(factsOf({ contact: BY_CALL, sentBy }), NOW)).toMatchObject({ code: 'rung-by-hand' });
});

test.each([
	['apology-recorded', { mark: 'absent-notified' }],
	['session-cancelled', { session: { ...factsOf().session, state: 'cancelled' } }],
	['kind-off', { isOn: false }],
	['all-stopped', { isStopped: true }],
	['no-safe-contact', { contact: null }],
	['contact-needs-checking', { isShared: true }],
	['contact-unconfirmed', { contact: { ...BY_CALL, isConfirmed: false } }],
	['contact-review-overdue', { contact: { ...BY_CALL, reviewBy: calendarDay('2026-03-08') } }],
	['outside-safe-hours', { contact: { ...BY_CALL, safeUntil: clockTime('18:29') } }],
	['too-close-in-time', { otherSideAt: [instant('2026-03-09T18:40:00Z')] }],
] as const)('nobody is rung for the reasons for which nothing is sent: %s', (code, change) => {
	expect(ring(change)).toMatchObject({ done: false, code });
});

const today = (change: Partial<SendingFacts> = {}, { now = NOW, due = DUE } = {}) =>
	callToday(factsOf({ contact: BY_CALL, ...change }), due, now);

test('the call is made on the day on which the message would leave, from now to the end of the safe hours', () => {
	expect(today()).toEqual({ from: NOW, until: instant('2026-03-09T21:00:00Z') });
});

test('before its safe hours of the day the call waits for them', () => {
	expect(today({}, { now: instant('2026-03-09T07:00:00Z') })).toEqual({
		from: instant('2026-03-09T09:00:00Z'),
		until: instant('2026-03-09T21:00:00Z'),
	});
});

test('a call is not of today while the message would leave on another day', () => {
	expect(today({}, { now: instant('2026-03-08T12:00:00Z') })).toBeNull();
});

test('where only today is safe before it would leave, the call is of today', () => {
	const contact = { ...BY_CALL, safeDays: ['sunday'] as const };
	expect(today({ contact }, { now: instant('2026-03-08T12:00:00Z') })).toEqual({
		from: instant('2026-03-08T12:00:00Z'),
		until: instant('2026-03-08T21:00:00Z'),
	});
});

test('a call ends with the use of the message, though the safe hours go on', () => {
	const now = instant('2026-03-10T10:00:00Z');
	expect(today({}, { now })).toEqual({ from: now, until: instant('2026-03-10T16:30:00Z') });
});

test('the last safe hour gone, nobody is rung and it is said', () => {
	const contact = { ...BY_CALL, safeUntil: clockTime('12:00') };
	expect(today({ contact }, { now: instant('2026-03-10T12:01:00Z') })).toBe('none-left');
});

test('a call to her waits until a quarter of an hour after what left to him', () => {
	const otherSideAt = [instant('2026-03-09T18:25:00Z')];
	expect(today({ otherSideAt })).toMatchObject({ from: instant('2026-03-09T18:40:00Z') });
});

test('a call that has to wait until tomorrow is not of today', () => {
	const contact = { ...BY_CALL, safeUntil: clockTime('18:35') };
	expect(today({ contact })).toEqual({ from: NOW, until: instant('2026-03-09T18:35:00Z') });
	expect(today({ contact, otherSideAt: [NOW] })).toBeNull();
});

test('a call of today ends with the day, though the night is safe too', () => {
	const contact = { ...BY_CALL, safeFrom: clockTime('00:00'), safeUntil: clockTime('23:59') };
	expect(today({ contact })).toEqual({ from: NOW, until: instant('2026-03-09T23:59:00Z') });
});

test('who may not be rung, and who is mailed, is on no list', () => {
	expect(today({ isStopped: true })).toBeNull();
	expect(today({ mark: 'absent-notified' })).toBeNull();
	expect(today({ contact: contactOf() })).toBeNull();
	expect(today({ contact: null })).toBeNull();
});

const message = (change: Partial<SendingFacts> = {}, state: 'blocked' | 'expired' | 'sent' = 'blocked') => ({
	state,
	reason: 'rung-by-hand',
	facts: factsOf({ contact: BY_CALL, ...change }),
});
const said = (change: Partial<CallSaid> = {}): CallSaid => ({
	...{ outcome: 'reached', rungAt: NOW, contactId: BY_CALL.id, note: null },
	...change,
});

test.each([
	['reached', 'sent'],
	['message-left', 'sent'],
	['not-reached', 'blocked'],
] as const)('%s makes the message %s', (outcome, state) => {
	expect(checkCall(message(), said({ outcome }), NOW)).toMatchObject({
		done: true,
		value: { state, contact: BY_CALL },
	});
});

test('that nobody rings ends the message, with a reason and without a contact', () => {
	const nobody = said({ outcome: 'not-rung', contactId: null });
	expect(checkCall(message(), nobody, NOW)).toMatchObject({ code: 'note-missing' });
	expect(checkCall(message(), { ...nobody, note: 'Met at the door' }, NOW)).toEqual({
		done: true,
		value: { state: 'failed', contact: null },
	});
	// Whatever the rule says: a call that is not made harms nobody.
	expect(checkCall(message({ isStopped: true }), { ...nobody, note: 'Stopped' }, NOW)).toMatchObject({ done: true });
});

test('a voicemail is not taken where none is safe', () => {
	const contact = { ...BY_CALL, mayLeaveVoicemail: false };
	expect(checkCall(message({ contact }), said({ outcome: 'message-left' }), NOW)).toMatchObject({
		code: 'no-voicemail',
	});
	expect(checkCall(message({ contact }), said(), NOW)).toMatchObject({ done: true });
});

test('a call by a contact that has changed since it was shown is not taken', () => {
	const other = said({ contactId: asId<SafeContactId>('another') });
	expect(checkCall(message(), other, NOW)).toMatchObject({ code: 'contact-changed' });
	expect(checkCall(message({ contact: null }), said(), NOW)).toMatchObject({ code: 'contact-changed' });
});

test('a call is judged at the moment at which it was made', () => {
	const later = instant('2026-03-09T21:30:00Z');
	expect(checkCall(message(), said({ rungAt: later }), later)).toMatchObject({
		code: 'may-not-ring',
		details: { reason: 'outside-safe-hours' },
	});
	expect(checkCall(message(), said(), later)).toMatchObject({ done: true });
	expect(checkCall(message(), said({ rungAt: later }), NOW)).toMatchObject({ code: 'rung-later' });
});

test('a call that was made in time counts though it is said when its time is over', () => {
	const after = instant('2026-03-10T17:00:00Z');
	expect(checkCall(message({}, 'expired'), said(), after)).toMatchObject({ done: true, value: { state: 'sent' } });
	const missed = said({ outcome: 'not-reached' });
	expect(checkCall(message({}, 'expired'), missed, after)).toMatchObject({ value: { state: 'expired' } });
	const tooLate = said({ rungAt: instant('2026-03-10T16:31:00Z') });
	expect(checkCall(message({}, 'expired'), tooLate, after)).toMatchObject({ details: { reason: 'past-its-use' } });
});

test('only what waits for a call takes one', () => {
	expect(checkCall(message({}, 'sent'), said(), NOW)).toMatchObject({ code: 'not-open' });
	for (const reason of ['rung-by-hand', 'channel-not-available'])
		expect(takesCall({ state: 'blocked', reason })).toBe(true);
	for (const reason of ['no-safe-contact', 'needs-approval', null])
		expect(takesCall({ state: 'blocked', reason })).toBe(false);
	expect(takesCall({ state: 'suppressed', reason: 'rung-by-hand' })).toBe(false);
});

test('a missed-you is rung about only when it is approved', () => {
	const { time } = factsOf().session;
	const now = instant('2026-03-11T10:00:00Z');
	const missed = (decision: 'approved' | null) =>
		factsOf({ contact: BY_CALL, mark: 'absent-no-contact', message: messageOf('missed-you', time!, { decision }) });
	expect(mayWeRing(missed(null), now)).toMatchObject({ code: 'needs-approval' });
	expect(mayWeRing(missed('approved'), now)).toMatchObject({ done: true });
});
