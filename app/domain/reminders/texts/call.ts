import type { SafeContact } from '../../people/safe-contact.ts';
import { plusDays } from '../../shared/calendar-day.ts';
import { clockTime } from '../../shared/clock-time.ts';
import type { SafeContactId, StaffId } from '../../shared/ids.ts';
import { dayOf, type Instant, instantOf, minutesBetween, plusMinutes } from '../../shared/instant.ts';
import { done, type Outcome, refused } from '../../shared/outcome.ts';
import { mayWeRing, type SendingFacts, type SendingRefusal } from '../may-we-send.ts';
import type { MessageState } from '../message-states.ts';
import { firstMomentApart } from '../plan-messages.ts';
import { lastSafeMoment, sendingMoment } from '../sending-hours.ts';

/** What came of ringing somebody in the place of a message; `not-rung`: nobody rings, and why is said. */
export const CALL_OUTCOMES = ['reached', 'message-left', 'not-reached', 'not-rung'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** The reasons for which a message waits for somebody to ring. */
export const RUNG_FOR = ['rung-by-hand', 'channel-not-available'] as const satisfies readonly SendingRefusal[];

/** Between which moments of today somebody rings; both are still safe. */
export type CallHours = { readonly from: Instant; readonly until: Instant };

/**
 * When somebody rings today about a message that nothing sends: on the day on which it would leave, from now on, within the
 * safe hours and the time in which it is of use. `none-left`: no safe hour is left at all. Null: not today, or not at all.
 */
export function callToday(facts: SendingFacts, dueAt: Instant, now: Instant): CallHours | 'none-left' | null {
	const contact = contactToRing(facts, now);
	if (!contact) return null;
	const { useBy } = facts.message;
	const planned = sendingMoment(contact, { wanted: dueAt, now, latest: useBy });
	const from = planned && firstMomentApart(facts, contact, now, useBy);
	if (from === null) return 'none-left';
	const [today, endOfDay] = [dayOf(now), lastMinuteOf(now)];
	if (planned === null || dayOf(planned) !== today || dayOf(from) !== today) return null;
	return { from, until: lastSafeMoment(contact, from, useBy < endOfDay ? useBy : endOfDay) ?? from };
}

/** By which record the person is rung about it, now or within the hours that are safe; null for who is not rung. */
function contactToRing(facts: SendingFacts, now: Instant): SafeContact | null {
	const allowed = mayWeRing(facts, now);
	const waits = !allowed.done && (allowed.code === 'outside-safe-hours' || allowed.code === 'too-close-in-time');
	return allowed.done || waits ? facts.contact : null;
}

function lastMinuteOf(now: Instant): Instant {
	return plusMinutes(instantOf(plusDays(dayOf(now), 1), clockTime('00:00'))!, -1);
}

/** What somebody says of a call: `rungAt` is when they rang, `contactId` the record that they were shown. */
export type CallSaid = {
	readonly outcome: CallOutcome;
	readonly rungAt: Instant;
	readonly contactId: SafeContactId | null;
	readonly note: string | null;
};

export type CallRefusal =
	| 'not-open'
	| 'note-missing'
	| 'contact-changed'
	| 'rung-later'
	| 'no-voicemail'
	| 'may-not-ring';

/** What a call makes of its message: told, as it was before until the next try, or ended without anybody being told. */
export type AfterCall = {
	readonly state: MessageState;
	/** Null for who was not rung. */
	readonly contact: SafeContact | null;
};

/**
 * What becomes of the message that somebody rang about, said afterwards too when its time is over by then. Judged by the same rule as what is sent, at the moment of the call.
 * Refused when it does not wait for a call any more, when the contact is not the one that was shown, for a moment to come,
 * for a voicemail where none is safe, and where the rule did not allow a call then. That nobody rings takes only a reason.
 */
export function checkCall(
	message: { readonly state: MessageState; readonly reason: string | null; readonly facts: SendingFacts },
	{ outcome, rungAt, contactId, note }: CallSaid,
	now: Instant,
): Outcome<AfterCall, CallRefusal> {
	if (!takesCall(message)) return refused('not-open');
	if (outcome === 'not-rung') return note === null ? refused('note-missing') : done({ state: 'failed', contact: null });
	if (message.facts.contact?.id !== contactId) return refused('contact-changed');
	if (rungAt > now) return refused('rung-later');
	const allowed = mayWeRing(message.facts, rungAt);
	if (!allowed.done) return refused('may-not-ring', { reason: allowed.code });
	const contact = allowed.value;
	if (outcome === 'message-left' && !contact.mayLeaveVoicemail) return refused('no-voicemail');
	return done({ state: outcome === 'not-reached' ? message.state : 'sent', contact });
}

/**
 * Whether the same is said once more by the same person at once, as a form that is sent twice says it: it is kept once and
 * answered the same.
 */
export function isSaidAgain(
	before: readonly SaidBefore[],
	{ outcome, note }: Pick<CallSaid, 'outcome' | 'note'>,
	{ by, now }: { readonly by: StaffId; readonly now: Instant },
): boolean {
	return before
		.filter((one) => one.byId === by && one.outcome === outcome && one.note === note)
		.some(({ recordedAt }) => minutesBetween(recordedAt, now) === 0);
}

type SaidBefore = {
	readonly byId: StaffId;
	readonly outcome: CallOutcome;
	readonly note: string | null;
	readonly recordedAt: Instant;
};

/** Whether the message is kept back for somebody to ring and for nothing else, or was until its time was over. */
export function takesCall({
	state,
	reason,
}: {
	readonly state: MessageState;
	readonly reason: string | null;
}): boolean {
	return (state === 'blocked' || state === 'expired') && RUNG_FOR.some((one) => one === reason);
}
