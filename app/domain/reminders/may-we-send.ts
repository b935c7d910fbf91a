import type { ContactChannel } from '../people/contact-address.ts';
import { type ContactStanding, type SafeContact, standingOf } from '../people/safe-contact.ts';
import type { Side } from '../programmes/programme.ts';
import { hasStarted } from '../scheduling/session.ts';
import { dayOf, type Instant, plusMinutes } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import { type CauseFacts, whyCauseIsGone } from './cause-of-message.ts';
import type { MessageState } from './message-states.ts';
import { isSafeMoment } from './sending-hours.ts';

/** Everything that decides whether a message may leave. */
export type SendingFacts = CauseFacts & {
	/** And the last moment at which it is of use. */
	readonly message: CauseFacts['message'] & { readonly useBy: Instant };
	/** Whether messages of its kind are on, for the organisation and for the cohort. */
	readonly isOn: boolean;
	/** The side of the person who is written to. */
	readonly side: Side;
	/** Whether somebody stopped everything to this person (`message_stops`). */
	readonly isStopped: boolean;
	readonly contact: SafeContact | null;
	/** The channels by which Plumbline sends by itself here; whoever is reached by another is rung. */
	readonly sentBy: readonly ContactChannel[];
	/** Whether somebody from whom the person has to be kept has the same address or number (safety.md §3). */
	readonly isShared: boolean;
	/** Whether a lead approved words for such a message by their channel, in their language or in English. */
	readonly hasWords: boolean;
	/** When something left to the other side of their family, or is about to: only ever told of the survivor side. */
	readonly otherSideAt: readonly Instant[];
};

/** The two sides of a family never hear within one quarter of an hour (safety.md §3). */
export const APART_MINUTES = 15;

/** Each reason why a message does not leave, and what becomes of it: `queued` means that it waits for its hour. */
export const REFUSED_MESSAGES = {
	'session-moved': 'suppressed',
	'session-cancelled': 'suppressed',
	'session-goes-ahead': 'suppressed',
	'cohort-cancelled': 'suppressed',
	'left-the-cohort': 'suppressed',
	'not-expected': 'suppressed',
	'apology-recorded': 'suppressed',
	'already-marked': 'suppressed',
	'not-missed': 'suppressed',
	'not-the-first': 'suppressed',
	'joined-before': 'suppressed',
	'nothing-changed': 'suppressed',
	'told-already': 'suppressed',
	declined: 'suppressed',
	'session-started': 'expired',
	'past-its-use': 'expired',
	'kind-off': 'suppressed',
	'all-stopped': 'suppressed',
	'no-safe-contact': 'blocked',
	'contact-unconfirmed': 'blocked',
	'contact-needs-checking': 'blocked',
	'contact-failing': 'blocked',
	'contact-review-overdue': 'blocked',
	'rung-by-hand': 'blocked',
	'channel-not-available': 'blocked',
	'wording-not-approved': 'blocked',
	'needs-approval': 'blocked',
	'no-safe-hour-left': 'blocked',
	'outside-safe-hours': 'queued',
	'too-close-in-time': 'queued',
} as const satisfies Readonly<Record<string, MessageState>>;
export type SendingRefusal = keyof typeof REFUSED_MESSAGES;

const WHY_NOT: Readonly<Record<ContactStanding, SendingRefusal | null>> = {
	none: 'no-safe-contact',
	'needs-checking': 'contact-needs-checking',
	unconfirmed: 'contact-unconfirmed',
	failing: 'contact-failing',
	overdue: 'contact-review-overdue',
	soon: null,
	good: null,
};

/**
 * Whether the message may leave at this moment, and by which safe-contact record. The one rule for planning, preview and
 * sending (domain rules §8.2). Refused with the first reason in order: the cause is gone, it is too late, its kind is off,
 * somebody stopped everything, the contact record does not allow it, no lead approved its words, nobody approved what needs
 * it, the hour is not safe, the other side of the family hears within the same quarter of an hour.
 */
export function mayWeSend(facts: SendingFacts, now: Instant): Outcome<SafeContact, SendingRefusal> {
	return judge(facts, now, whyNotSentBy);
}

/**
 * Whether somebody may ring the person now and say what the message would: the same rule, of whoever is reached by no
 * channel by which Plumbline sends. Refused for all others, who hear by themselves.
 */
export function mayWeRing(facts: SendingFacts, now: Instant): Outcome<SafeContact, SendingRefusal | 'sent-by-itself'> {
	return judge(facts, now, (contact) => (whyNotSentBy(contact, facts) ? null : 'sent-by-itself'));
}

type WhyNotBy<Refusal> = (contact: SafeContact, facts: SendingFacts) => Refusal | null;

function judge<Refusal extends string>(
	facts: SendingFacts,
	now: Instant,
	whyNotBy: WhyNotBy<Refusal>,
): Outcome<SafeContact, SendingRefusal | Refusal> {
	const gone = whyCauseIsGone(facts);
	if (gone) return refused(gone);
	if (isOver(facts, now)) return refused('session-started');
	if (now > facts.message.useBy) return refused('past-its-use');
	if (!facts.isOn) return refused('kind-off');
	if (facts.isStopped) return refused('all-stopped');
	const standing = standingOf(facts.contact, facts.isShared, dayOf(now));
	const unsafe = WHY_NOT[standing];
	if (unsafe) return refused(unsafe);
	const contact = facts.contact!;
	// Before the channel: whoever is rung is told in words that a lead approved, too.
	if (!facts.hasWords) return refused('wording-not-approved');
	const notBy = whyNotBy(contact, facts);
	if (notBy) return refused(notBy);
	if (facts.message.kind === 'missed-you' && facts.message.decision !== 'approved') return refused('needs-approval');
	if (!isSafeMoment(contact, now)) return refused('outside-safe-hours');
	if (!isApart(facts, now)) return refused('too-close-in-time');
	return done(contact);
}

function whyNotSentBy({ channel }: SafeContact, { sentBy }: SendingFacts): SendingRefusal | null {
	if (channel === 'call') return 'rung-by-hand';
	return sentBy.includes(channel) ? null : 'channel-not-available';
}

/** Whether nothing to the other side of the family leaves within a quarter of an hour of this moment (safety.md §3). */
export function isApart({ otherSideAt }: Pick<SendingFacts, 'otherSideAt'>, at: Instant): boolean {
	return otherSideAt.every(
		(other) => plusMinutes(other, -APART_MINUTES) >= at || plusMinutes(other, APART_MINUTES) <= at,
	);
}

/** Reads a stored reason; null when it is what a mail server said. */
export function parseSendingRefusal(text: string | null): SendingRefusal | null {
	return text !== null && Object.hasOwn(REFUSED_MESSAGES, text) ? (text as SendingRefusal) : null;
}

/** All but a missed-you speak of a session to come. */
function isOver({ message, session }: SendingFacts, now: Instant): boolean {
	return message.kind !== 'missed-you' && (session.state === 'held' || hasStarted(session, now));
}
