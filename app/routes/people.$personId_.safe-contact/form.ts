import { z } from 'zod';
import { type SafeContact, SUGGESTED_REVIEW_DAYS } from '#app/domain/people/safe-contact.ts';
import { type CalendarDay, plusDays, WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import type { ClockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type SafeContactId } from '#app/domain/shared/ids.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { parseTypedTime } from '#app/domain/shared/typed-time.ts';
import { requiredText, ticked, typedDay, withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { formatDate, formatTime } from '#app/ui/format.ts';

const OPEN_AGAIN = 'Open the page again and make your change there';
const CHOOSE_DAYS = 'Choose at least one day on which a message is safe';

export const contactForm = withDays(
	['review'],
	z
		.object({
			/** The record that the page showed; empty when there was none. */
			replaces: z.string(OPEN_AGAIN).max(60, OPEN_AGAIN),
			address: requiredText('Enter the email address that is safe', 254),
			days: ticked().pipe(z.array(z.enum(WEEKDAYS, CHOOSE_DAYS)).min(1, CHOOSE_DAYS)),
			from: typedTime('from when a message is safe'),
			until: typedTime('until when a message is safe'),
			review: typedDay({ missing: 'Enter the day by which to check the contact again' }),
		})
		.transform(({ replaces, address, days, from, until, review }) => ({
			replaces: replaces === '' ? null : asId<SafeContactId>(replaces),
			draft: { channel: 'email' as const, address, safeDays: days, safeFrom: from, safeUntil: until, reviewBy: review },
		})),
);

export const SENTENCES: RefusalSentences = {
	'address-malformed': () => ({
		field: 'address',
		sentence: 'Enter one email address in the correct format, such as name@example.org',
	}),
	'no-safe-day': () => ({ field: 'days', sentence: CHOOSE_DAYS }),
	'hours-end-before-they-begin': () => ({
		field: 'until',
		sentence: 'Enter a time later than the one from which a message is safe',
	}),
	'review-not-ahead': () => ({ field: 'review', sentence: 'Enter a day after today: the contact holds until then' }),
	'review-too-far-ahead': () => ({ field: 'review', sentence: 'Enter a day at most a year ahead' }),
};

/** The form as it stands before anybody types: what is held now, and a review four weeks ahead. */
export function formOf(contact: SafeContact | null, today: CalendarDay): FormState {
	const review = plusDays(today, SUGGESTED_REVIEW_DAYS);
	const values = {
		replaces: contact?.id ?? '',
		address: contact?.address ?? '',
		days: contact?.safeDays ?? [],
		from: contact ? formatTime(contact.safeFrom) : '',
		until: contact ? formatTime(contact.safeUntil) : '',
		'review-day': String(Number(review.slice(8))),
		'review-month': String(Number(review.slice(5, 7))),
		'review-year': review.slice(0, 4),
	};
	return { values, errors: {} };
}

/** The record in a sentence: what to say to somebody whose page is older than it. */
export function contactInWords(contact: SafeContact): string {
	const days =
		contact.safeDays.length === 7
			? 'every day'
			: listInWords(contact.safeDays.map((day) => `${day[0]!.toUpperCase()}${day.slice(1)}`));
	const hours = `${formatTime(contact.safeFrom)} to ${formatTime(contact.safeUntil)}`;
	return `${contact.address}, ${days}, ${hours}, to be checked again by ${formatDate(contact.reviewBy)}`;
}

/** What was typed on a page that is older than the record: saving once more is then a decision. */
export function staleForm({ values }: FormState, now: SafeContact | null): FormState {
	const stands = now ? `It now says: ${contactInWords(now)}.` : 'There is no safe contact any more.';
	const sentence = `Somebody changed this while you had it open. ${stands} What you entered is below. Save again to put it in its place`;
	return { values: { ...values, replaces: now?.id ?? '' }, errors: { form: sentence } };
}

function typedTime(what: string) {
	return z.string(`Enter the time ${what}`).transform((text, issues): ClockTime => {
		const typed = text.trim();
		const time = parseTypedTime(typed);
		if (time === null) {
			const message = typed
				? `“${typed.slice(0, 20)}” is not a time, or it could be morning or evening. Enter it such as 9am or 17:30`
				: `Enter the time ${what}`;
			issues.addIssue({ code: 'custom', message });
		}
		return time as ClockTime;
	});
}
