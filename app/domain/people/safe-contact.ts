import type { MessageLanguage } from '../reminders/wording/message-language.ts';
import { type CalendarDay, daysBetween, WEEKDAYS, type Weekday } from '../shared/calendar-day.ts';
import type { ClockTime } from '../shared/clock-time.ts';
import type { SafeContactId, StaffId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import { type ContactChannel, type NumbersAllowed, toKeptAddress } from './contact-address.ts';

/** How, when and until which day it is safe to reach a person, as agreed with them (facts/safety-practice §1). */
export type SafeContact = SafeContactDraft & {
	readonly id: SafeContactId;
	/** Whether a second person has looked at it, or none has to. */
	readonly isConfirmed: boolean;
	/** Since when what is sent there does not arrive; null while nobody knows otherwise. */
	readonly failingSince: Instant | null;
};

export type SafeContactDraft = {
	readonly channel: ContactChannel;
	/** An e-mail address, or a number in E.164. */
	readonly address: string;
	/** In the order of the week. */
	readonly safeDays: readonly Weekday[];
	/** Wall times on each safe day; both minutes are still safe. */
	readonly safeFrom: ClockTime;
	readonly safeUntil: ClockTime;
	/** The last day on which the record may be relied on. */
	readonly reviewBy: CalendarDay;
	readonly mayLeaveVoicemail: boolean;
	/** Whether whoever answers or listens may be told who rings. */
	readonly mayNameOrganisation: boolean;
	readonly withholdsNumber: boolean;
	/** What they say, or are asked for, so that both know who is on the line. */
	readonly codeWord: string | null;
	/** The language in which they are written to; null: English. */
	readonly language: MessageLanguage | null;
};

/** What a form proposes until somebody chooses, and the furthest day ahead that it takes. */
export const SUGGESTED_REVIEW_DAYS = 28;
export const LONGEST_REVIEW_DAYS = 365;
/** A code word is said on the telephone: it is short. */
export const LONGEST_CODE_WORD = 40;

/**
 * `contact-needs-checking` says nothing of its cause: the address cannot be used, or somebody
 * else may read it (safety.md §3).
 */
export type ContactRefusal =
	| 'contact-needs-checking'
	| 'no-safe-day'
	| 'hours-end-before-they-begin'
	| 'review-not-ahead'
	| 'review-too-far-ahead'
	| 'code-word-too-long'
	| 'unknown-language'
	| 'too-many-changes';

export type ContactLimits = {
	readonly today: CalendarDay;
	readonly numbers: NumbersAllowed;
	/** Those other than English in which there are messages. */
	readonly languages: readonly MessageLanguage[];
};

/**
 * The record as it may be kept: the address or number in one way of writing, the days in order and once each. Refused
 * without a usable address, without a day, with hours that end before they begin, with a review that is not after today and
 * within a year, or in a language in which no messages are written (facts/safety-practice §1 rule 1).
 */
export function checkSafeContact(
	draft: SafeContactDraft,
	{ today, numbers, languages }: ContactLimits,
): Outcome<SafeContactDraft, ContactRefusal> {
	const address = toKeptAddress(draft.channel, draft.address, numbers);
	const safeDays = WEEKDAYS.filter((weekday) => draft.safeDays.includes(weekday));
	const reviewIn = daysBetween(today, draft.reviewBy);
	const codeWord = draft.codeWord?.trim() || null;
	if (safeDays.length === 0) return refused('no-safe-day');
	if (draft.safeUntil <= draft.safeFrom) return refused('hours-end-before-they-begin');
	if (reviewIn <= 0) return refused('review-not-ahead', { today });
	if (reviewIn > LONGEST_REVIEW_DAYS) return refused('review-too-far-ahead', { days: LONGEST_REVIEW_DAYS });
	if (codeWord !== null && codeWord.length > LONGEST_CODE_WORD) return refused('code-word-too-long');
	if (draft.language !== null && !languages.includes(draft.language)) return refused('unknown-language');
	if (address === null) return refused('contact-needs-checking');
	return done({ ...draft, address, safeDays, codeWord });
}

/** Days before its review on which a record is on the list of those to look at. */
const SOON_DAYS = 7;

/** Whether a message may leave by what is held, or what has to be done first; the first cause in the order of harm. */
export const CONTACT_STANDINGS = [
	'needs-checking',
	'unconfirmed',
	'failing',
	'overdue',
	'none',
	'soon',
	'good',
] as const;
export type ContactStanding = (typeof CONTACT_STANDINGS)[number];

/**
 * How the safe contact of a person stands on this day, up to and including its review day; `soon` and `good` may be relied
 * on, the others may not.
 */
export function standingOf(contact: SafeContact | null, isShared: boolean, today: CalendarDay): ContactStanding {
	if (contact === null) return 'none';
	if (isShared) return 'needs-checking';
	if (!contact.isConfirmed) return 'unconfirmed';
	if (contact.failingSince !== null) return 'failing';
	if (today > contact.reviewBy) return 'overdue';
	return daysBetween(today, contact.reviewBy) <= SOON_DAYS ? 'soon' : 'good';
}

/**
 * Whether whoever rings may be shown how to reach the person, by the very rule by which messages leave: never by what waits
 * for a second person, is past its review, or is somebody else's, too (safety.md §3).
 */
export function mayRing(contact: SafeContact | null, isShared: boolean, today: CalendarDay): contact is SafeContact {
	const standing = standingOf(contact, isShared, today);
	return standing === 'soon' || standing === 'good';
}

/** Whether this member of staff may be the second person: nobody confirms what they set themselves. */
export function checkConfirmation(
	{ isConfirmed, setById }: { readonly isConfirmed: boolean; readonly setById: StaffId },
	by: StaffId,
): Outcome<undefined, 'already-confirmed' | 'own-record'> {
	if (isConfirmed) return refused('already-confirmed');
	return setById === by ? refused('own-record') : done();
}
