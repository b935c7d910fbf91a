import { expect, test } from 'vitest';
import { MARKS } from '#app/domain/attendance/marks.ts';
import { type CauseFacts, type ToldOf, whyCauseIsGone } from '#app/domain/reminders/cause-of-message.ts';
import { mayWeSend } from '#app/domain/reminders/may-we-send.ts';
import { MESSAGE_KINDS, type MessageKind } from '#app/domain/reminders/message-kinds.ts';
import { MESSAGE_STATES } from '#app/domain/reminders/message-states.ts';
import { planMessage, planMessages } from '#app/domain/reminders/plan-messages.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { contactOf, factsOf, messageOf, TIMINGS, timeOf, toldOf } from './facts.ts';

const TIME = timeOf('2026-03-10T18:30');
const session = factsOf().session;
const CANCELLED = { ...session, state: 'cancelled' } as const;
const HELD = { ...session, state: 'held' } as const;

/** What makes a message of each kind wanted. */
const WANTED: Readonly<Record<MessageKind, Partial<Omit<CauseFacts, 'message'>>>> = {
	joining: { isFirst: true },
	reminder: {},
	changed: { told: [toldOf('reminder', '2026-03-08T12:00:00Z', { timeVersion: 0, state: 'suppressed' })] },
	cancelled: { session: CANCELLED },
	'missed-you': { session: HELD, mark: 'absent-no-contact' },
};

function why(kind: MessageKind, change: Partial<CauseFacts> = {}, message: Partial<CauseFacts['message']> = {}) {
	return whyCauseIsGone(factsOf({ ...WANTED[kind], ...change, message: messageOf(kind, TIME, message) }));
}

test.each(MESSAGE_KINDS)('a message of the kind %s is wanted while its cause is there', (kind) => {
	expect(why(kind)).toBeNull();
});

test.each(MESSAGE_KINDS)('whatever ends a place or a time ends a message of the kind %s', (kind) => {
	expect(why(kind, { enrolmentState: 'left' })).toBe('left-the-cohort');
	expect(why(kind, { cohortState: 'cancelled' })).toBe(kind === 'cancelled' ? null : 'cohort-cancelled');
	expect(why(kind, { isExpected: false })).toBe('not-expected');
	expect(why(kind, {}, { timeVersion: 2 })).toBe('session-moved');
	expect(why(kind, { session: { ...(WANTED[kind].session ?? session), time: null } })).toBe('session-moved');
});

test('only what says so speaks of a session that does not go ahead, and of one that does it says nothing', () => {
	for (const kind of MESSAGE_KINDS) {
		expect(why(kind, { session: CANCELLED })).toBe(kind === 'cancelled' ? null : 'session-cancelled');
	}
	expect(why('cancelled', { session })).toBe('session-goes-ahead');
	expect(why('cancelled', { session: HELD })).toBe('session-goes-ahead');
});

test('that a whole cohort does not go ahead is said of one session to come, and of no second one', () => {
	const givenUp = { session, cohortState: 'cancelled' } as const;
	expect(why('cancelled', givenUp)).toBeNull();
	expect(why('cancelled', { ...givenUp, isToldOfEnd: true })).toBe('told-already');
	expect(why('cancelled', { ...givenUp, enrolmentState: 'left' })).toBe('left-the-cohort');
	expect(why('cancelled', { ...givenUp, isExpected: false })).toBe('not-expected');
	expect(why('cancelled', { ...givenUp, mark: 'absent-notified' })).toBe('apology-recorded');
	for (const kind of ['joining', 'reminder', 'changed'] as const) expect(why(kind, { isToldOfEnd: true })).toBeNull();
	// A session that was cancelled by itself is told of by itself.
	expect(why('cancelled', { cohortState: 'cancelled', isToldOfEnd: true })).toBeNull();
});

test('joining is said of the first session, and once for a place', () => {
	expect(why('joining', { isFirst: false })).toBe('not-the-first');
	expect(why('joining', { isWelcomed: true })).toBe('joined-before');
});

test('another time is told only to whom a time was told of, or was to be', () => {
	expect(why('changed', { told: [] })).toBe('nothing-changed');
	const of = (change: Partial<ToldOf>) =>
		why('changed', { told: [toldOf('reminder', '2026-03-08T12:00:00Z', change)] });
	expect(of({ timeVersion: 1 })).toBe('nothing-changed');
	for (const state of MESSAGE_STATES) expect(of({ timeVersion: 0, state })).toBeNull();
	expect(of({ timeVersion: 0, kind: 'cancelled' })).toBeNull();
	expect(of({ timeVersion: 0, kind: 'missed-you' })).toBe('nothing-changed');
});

test.each([
	['changed', 'reminder', '2026-03-09'],
	['joining', 'reminder', '2026-03-09'],
	['changed', 'joining', '2026-03-07'],
] as const)('a %s that leaves on the day of the %s or later is said instead of it', (first, second, day) => {
	const after = (told: ToldOf) => why(second, { told: [told] });
	expect(after(toldOf(first, `${day}T00:00:00Z`))).toBe('told-already');
	expect(after(toldOf(first, '2026-03-10T09:00:00Z'))).toBe('told-already');
	const before = new Date(`${day}T12:00:00Z`);
	before.setUTCDate(before.getUTCDate() - 1);
	expect(after(toldOf(first, `${before.toISOString().slice(0, 10)}T23:59:00Z`))).toBeNull();
	expect(after(toldOf(first, '2026-03-10T09:00:00Z', { timeVersion: 0 }))).toBeNull();
	const instead = MESSAGE_STATES.filter((state) => after(toldOf(first, '2026-03-10T09:00:00Z', { state })) !== null);
	expect(instead).toEqual(['queued', 'blocked', 'leased', 'sent', 'unknown']);
});

test('no other kind is said instead of another', () => {
	const pairs = MESSAGE_KINDS.flatMap((first) => MESSAGE_KINDS.map((second) => [first, second] as const));
	const instead = pairs.filter(
		([first, second]) =>
			why(second, { told: [...(WANTED[second].told ?? []), toldOf(first, '2026-03-10T09:00:00Z')] }) !== null,
	);
	expect(instead).toEqual([
		['joining', 'reminder'],
		['changed', 'joining'],
		['changed', 'reminder'],
	]);
});

test('missed is only who did not come and said nothing, and it is said once whatever the time', () => {
	const missed = [null, ...MARKS].filter((mark) => why('missed-you', { mark }) === null);
	expect(missed).toEqual(['absent-no-contact']);
	expect(why('missed-you', { mark: 'attended' })).toBe('not-missed');
	expect(why('missed-you', {}, { decision: 'declined' })).toBe('declined');
	expect(why('missed-you', {}, { decision: 'approved' })).toBeNull();
	const earlier = (change: Partial<ToldOf>) =>
		why('missed-you', { told: [toldOf('missed-you', '2026-03-11T09:00:00Z', { timeVersion: 0, ...change })] });
	expect(MESSAGE_STATES.filter((state) => earlier({ state }) !== null)).toEqual(['leased', 'sent', 'unknown']);
	expect(earlier({ state: 'sent' })).toBe('told-already');
	expect(earlier({ state: 'sent', kind: 'reminder' })).toBeNull();
	expect(earlier({ state: 'sent', timeVersion: 1 })).toBeNull();
});

const AFTER = instant('2026-03-11T10:00:00Z');

test('a missed-you leaves only once it is approved, after the session, within its days and by the same rule as all', () => {
	const facts = (decision: 'approved' | 'declined' | null, change = {}) =>
		factsOf({ ...WANTED['missed-you'], ...change, message: messageOf('missed-you', TIME, { decision }) });
	expect(mayWeSend(facts(null), AFTER)).toMatchObject({ code: 'needs-approval' });
	expect(mayWeSend(facts('declined'), AFTER)).toMatchObject({ code: 'declined' });
	expect(mayWeSend(facts('approved'), AFTER).done).toBe(true);
	expect(mayWeSend(facts('approved'), instant('2026-03-14T18:30:00Z')).done).toBe(true);
	expect(mayWeSend(facts('approved'), instant('2026-03-14T18:31:00Z'))).toMatchObject({ code: 'past-its-use' });
	expect(mayWeSend(facts('approved', { isShared: true }), AFTER)).toMatchObject({ code: 'contact-needs-checking' });
	expect(mayWeSend(facts('approved', { otherSideAt: [AFTER] }), AFTER)).toMatchObject({ code: 'too-close-in-time' });
	expect(mayWeSend(facts('approved', { isOn: false }), AFTER)).toMatchObject({ code: 'kind-off' });
	expect(mayWeSend(facts(null, { contact: null }), AFTER)).toMatchObject({ code: 'no-safe-contact' });
});

test.each(MESSAGE_KINDS)('of the kind %s nothing leaves while it is off or everything is stopped', (kind) => {
	const at = kind === 'missed-you' ? AFTER : instant('2026-03-09T12:00:00Z');
	const facts = {
		...WANTED[kind],
		message: messageOf(kind, TIME, kind === 'missed-you' ? { decision: 'approved' } : {}),
	};
	expect(mayWeSend(factsOf(facts), at).done).toBe(true);
	expect(mayWeSend(factsOf({ ...facts, isOn: false, isStopped: true }), at)).toMatchObject({ code: 'kind-off' });
	expect(mayWeSend(factsOf({ ...facts, isStopped: true }), at)).toMatchObject({ code: 'all-stopped' });
});

const NOW = instant('2026-03-05T10:00:00Z');

function planned(kind: MessageKind, change = {}, now = NOW) {
	const facts = factsOf({ ...WANTED[kind], ...change });
	return planMessage(facts, { kind, timings: TIMINGS, timeVersion: 1, time: TIME, now });
}

test('joining leaves three days before at the same wall time, and at once where somebody joins later than that', () => {
	expect(planned('joining')).toMatchObject({ state: 'queued', dueAt: '2026-03-07T18:30:00Z' });
	const late = instant('2026-03-08T11:00:00Z');
	expect(planned('joining', {}, late)).toMatchObject({ state: 'queued', dueAt: late });
});

test.each(['changed', 'cancelled'] as const)('%s leaves at once, or at the next safe hour until the start', (kind) => {
	expect(planned(kind)).toMatchObject({ state: 'queued', dueAt: NOW, useBy: TIME.startsAt });
	const night = instant('2026-03-05T23:00:00Z');
	expect(planned(kind, {}, night)).toMatchObject({ state: 'queued', dueAt: '2026-03-06T09:00:00Z' });
	const soon = instant('2026-03-10T18:20:00Z');
	expect(planned(kind, {}, soon)).toMatchObject({ state: 'queued', dueAt: soon });
	// His is announced a quarter of an hour before: then it would come too late, and somebody has to ring.
	expect(planned(kind, { side: 'perpetrator' }, soon)).toMatchObject({ state: 'blocked', reason: 'no-safe-hour-left' });
	expect(planned(kind, {}, instant('2026-03-10T18:30:00Z'))).toMatchObject({ state: 'expired' });
});

test('to the perpetrator side what leaves at once is announced a quarter of an hour before', () => {
	expect(planned('changed', { side: 'perpetrator' })).toMatchObject({ dueAt: '2026-03-05T10:15:00Z' });
});

test('what nobody waits for is made only where nothing else is in its way', () => {
	const made = (kind: MessageKind, change = {}, now = NOW) =>
		planMessages([{ facts: factsOf({ ...WANTED[kind], ...change }) }], kind, { timings: TIMINGS, now }).map(
			({ plan }) => plan.reason,
		);
	const none = { contact: null };
	const overdue = { contact: contactOf({ channel: 'call', address: '+447700900123' }) };
	expect(made('joining')).toEqual([null]);
	expect(made('joining', none)).toEqual([]);
	expect(made('missed-you', {}, AFTER)).toEqual(['needs-approval']);
	expect(made('missed-you', none, AFTER)).toEqual([]);
	expect(made('missed-you', overdue, AFTER)).toEqual([]);
	for (const kind of ['reminder', 'changed', 'cancelled'] as const)
		expect(made(kind, none)).toEqual(['no-safe-contact']);
	for (const kind of MESSAGE_KINDS)
		expect(made(kind, { isOn: false }, kind === 'missed-you' ? AFTER : NOW)).toEqual([]);
});
