import { type CalendarDay, daysBetween, WEEKDAYS, type Weekday } from '../shared/calendar-day.ts';
import type { ClockTime } from '../shared/clock-time.ts';
import type { SafeContactId } from '../shared/ids.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';

export const CONTACT_CHANNELS = ['email'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** How, when and until which day it is safe to reach a person, as agreed with them (facts/safety-practice §1). */
export type SafeContact = SafeContactDraft & { readonly id: SafeContactId };

export type SafeContactDraft = {
	readonly channel: ContactChannel;
	readonly address: string;
	/** In the order of the week. */
	readonly safeDays: readonly Weekday[];
	/** Wall times on each safe day; both minutes are still safe. */
	readonly safeFrom: ClockTime;
	readonly safeUntil: ClockTime;
	/** The last day on which the record may be relied on. */
	readonly reviewBy: CalendarDay;
};

/** What a form proposes until somebody chooses, and the furthest day ahead that it takes. */
export const SUGGESTED_REVIEW_DAYS = 28;
export const LONGEST_REVIEW_DAYS = 365;

export type ContactRefusal =
	| 'address-malformed'
	| 'no-safe-day'
	| 'hours-end-before-they-begin'
	| 'review-not-ahead'
	| 'review-too-far-ahead';

/**
 * The record as it may be kept: the address without spaces around it, the days in order and once each. Refused without a
 * usable address, without a day, with hours that end before they begin, or with a review that is not after today and
 * within a year (facts/safety-practice §1 rule 1).
 */
export function checkSafeContact(
	draft: SafeContactDraft,
	today: CalendarDay,
): Outcome<SafeContactDraft, ContactRefusal> {
	const address = draft.address.trim();
	const safeDays = WEEKDAYS.filter((weekday) => draft.safeDays.includes(weekday));
	const reviewIn = daysBetween(today, draft.reviewBy);
	if (!isEmailAddress(address)) return refused('address-malformed');
	if (safeDays.length === 0) return refused('no-safe-day');
	if (draft.safeUntil <= draft.safeFrom) return refused('hours-end-before-they-begin');
	if (reviewIn <= 0) return refused('review-not-ahead', { today });
	if (reviewIn > LONGEST_REVIEW_DAYS) return refused('review-too-far-ahead', { days: LONGEST_REVIEW_DAYS });
	return done({ ...draft, address, safeDays });
}

/** Whether the record may still be relied on: up to and including its review day. */
export function isCurrent(contact: Pick<SafeContactDraft, 'reviewBy'>, today: CalendarDay): boolean {
	return today <= contact.reviewBy;
}

/** Whether two addresses reach the same mailbox, as far as anybody can tell: capitals make no difference. */
export function isSameAddress(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}

/**
 * Whether the text is one plain e-mail address: a name, an @ and a domain with a dot, in ASCII. It never holds what a
 * mail header reads as a second recipient: a comma, a semicolon, a bracket, a quotation mark, a space or a line break.
 */
export function isEmailAddress(text: string): boolean {
	const [name = '', domain = '', ...rest] = text.split('@');
	if (rest.length > 0 || name.length > 64 || text.length > 254) return false;
	return NAME.test(name) && DOMAIN.test(domain);
}

const NAME = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i;
