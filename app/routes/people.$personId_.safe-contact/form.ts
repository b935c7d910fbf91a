import { z } from 'zod';
import { CONTACT_CHANNELS } from '#app/domain/people/contact-address.ts';
import { LONGEST_CODE_WORD, type SafeContact, SUGGESTED_REVIEW_DAYS } from '#app/domain/people/safe-contact.ts';
import { ENGLISH } from '#app/domain/reminders/wording/message-language.ts';
import { type CalendarDay, plusDays, WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import type { ClockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type SafeContactId } from '#app/domain/shared/ids.ts';
import { parseTypedTime } from '#app/domain/shared/typed-time.ts';
import { CHANGED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { oneOfCodes, optionalText, requiredText, ticked, typedDay, withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { formatTime } from '#app/ui/format.ts';
import { addressInWords, contactInWords } from '#app/ui/people/contact-words.ts';

const OPEN_AGAIN = 'Open the page again and make your change there';
const CHOOSE_LANGUAGE = 'Choose a language in which there are messages';
const CHOOSE_DAYS = 'Choose at least one day on which a message is safe';

/** What is safe on the phone only when it was agreed. */
export const PHONE_CHOICES = ['voicemail', 'naming', 'number'] as const;

export const contactForm = withDays(
	['review'],
	z
		.object({
			/** The record that the page showed; empty when there was none. */
			replaces: z.string(OPEN_AGAIN).max(60, OPEN_AGAIN),
			channel: oneOfCodes(CONTACT_CHANNELS, 'Choose how it is safe to reach them'),
			address: requiredText('Enter the email address or phone number that is safe', 254),
			days: ticked().pipe(z.array(z.enum(WEEKDAYS, CHOOSE_DAYS)).min(1, CHOOSE_DAYS)),
			from: typedTime('from when a message is safe'),
			until: typedTime('until when a message is safe'),
			phone: ticked().pipe(z.array(z.enum(PHONE_CHOICES, 'Choose from the list'))),
			codeWord: optionalText(LONGEST_CODE_WORD),
			/** Asked only where there are messages in more than one. */
			language: z.string(OPEN_AGAIN).max(3, CHOOSE_LANGUAGE).default(ENGLISH),
			review: typedDay({ missing: 'Enter the day by which to check the contact again' }),
		})
		.transform(({ replaces, days, from, until, phone, review, language, ...draft }) => ({
			replaces: replaces === '' ? null : asId<SafeContactId>(replaces),
			draft: {
				...{ ...draft, safeDays: days, safeFrom: from, safeUntil: until, reviewBy: review },
				language: language === ENGLISH || language === '' ? null : language,
				mayLeaveVoicemail: phone.includes('voicemail'),
				mayNameOrganisation: phone.includes('naming'),
				withholdsNumber: !phone.includes('number'),
			},
		})),
);

export const SENTENCES: RefusalSentences = {
	'contact-needs-checking': () => ({
		field: 'address',
		sentence:
			'Contact details need checking. Look at how you wrote them: one email address such as name@example.org, or a number such as 07700 900123. If they are right, ask a programme lead',
	}),
	...CHANGED_TOO_OFTEN,
	'code-word-too-long': () => ({
		field: 'codeWord',
		sentence: `Enter a code word of at most ${LONGEST_CODE_WORD} characters`,
	}),
	'unknown-language': () => ({ field: 'language', sentence: CHOOSE_LANGUAGE }),
	'no-safe-day': () => ({ field: 'days', sentence: CHOOSE_DAYS }),
	'hours-end-before-they-begin': () => ({
		field: 'until',
		sentence: 'Enter a time later than the one from which a message is safe',
	}),
	'review-not-ahead': () => ({ field: 'review', sentence: 'Enter a day after today: the contact holds until then' }),
	'review-too-far-ahead': () => ({ field: 'review', sentence: 'Enter a day at most a year ahead' }),
};

const IS_AGREED: Readonly<Record<(typeof PHONE_CHOICES)[number], (contact: SafeContact) => boolean>> = {
	voicemail: ({ mayLeaveVoicemail }) => mayLeaveVoicemail,
	naming: ({ mayNameOrganisation }) => mayNameOrganisation,
	number: ({ withholdsNumber }) => !withholdsNumber,
};

/** The form as it stands before anybody types: what is held now, and a review four weeks ahead. */
export function formOf(contact: SafeContact | null, today: CalendarDay): FormState {
	const review = plusDays(today, SUGGESTED_REVIEW_DAYS);
	const values = {
		replaces: contact?.id ?? '',
		channel: contact?.channel ?? '',
		address: contact ? addressInWords(contact) : '',
		phone: PHONE_CHOICES.filter((choice) => contact && IS_AGREED[choice](contact)),
		codeWord: contact?.codeWord ?? '',
		language: contact?.language ?? ENGLISH,
		days: contact?.safeDays ?? [],
		from: contact ? formatTime(contact.safeFrom) : '',
		until: contact ? formatTime(contact.safeUntil) : '',
		'review-day': String(Number(review.slice(8))),
		'review-month': String(Number(review.slice(5, 7))),
		'review-year': review.slice(0, 4),
	};
	return { values, errors: {} };
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
