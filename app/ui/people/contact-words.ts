import { type ContactChannel, numberInWords } from '#app/domain/people/contact-address.ts';
import type { ContactStanding, SafeContactDraft } from '#app/domain/people/safe-contact.ts';
import { languageName } from '#app/domain/reminders/wording/message-language.ts';
import { WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { formatDate, formatTime } from '#app/ui/format.ts';

export const CHANNEL_NAMES: Readonly<Record<ContactChannel, string>> = {
	email: 'Email',
	text: 'Text message',
	call: 'Phone call only',
};

/** How a safe contact stands, as a tag says it. */
export const STANDING_NAMES: Readonly<Record<ContactStanding, string>> = {
	'needs-checking': 'Details need checking',
	unconfirmed: 'Waits for a second person',
	failing: 'Details need checking',
	overdue: 'Review overdue',
	none: 'None',
	soon: 'Review within a week',
	good: 'Holds',
};

/** Two causes, the same words: which of them it is tells of somebody else’s address (docs/security.md). */
const NEEDS_CHECKING = 'Contact details need checking: no message leaves. Ask a programme lead.';

/** What follows from how it stands, in a sentence; null where messages leave. */
export const STANDING_SENTENCES: Readonly<Record<ContactStanding, string | null>> = {
	'needs-checking': NEEDS_CHECKING,
	unconfirmed: 'It waits for a second person to confirm it: no message leaves until then.',
	failing: NEEDS_CHECKING,
	overdue: 'It is past its review day: no message leaves until it is renewed.',
	none: 'No safe contact: no message leaves for this person.',
	soon: null,
	good: null,
};

/** An address or a number as people read it. */
export function addressInWords({ address }: Pick<SafeContactDraft, 'address'>): string {
	return address.includes('@') ? address : numberInWords(address);
}

/** The record in a sentence: how, when, and until which day it holds. */
export function contactInWords(contact: SafeContactDraft): string {
	const by = contact.channel === 'email' ? '' : contact.channel === 'text' ? 'text to ' : 'call ';
	const language = contact.language === null ? '' : `, in ${languageName(contact.language)}`;
	return `${by}${addressInWords(contact)}${language}, ${whenInWords(contact)}, to be checked again by ${formatDate(contact.reviewBy)}`;
}

/** The days and hours: `Monday and Wednesday, 9am to 5:30pm`. */
export function whenInWords({ safeDays, safeFrom, safeUntil }: SafeContactDraft): string {
	const named = safeDays.map((day) => `${day[0]!.toUpperCase()}${day.slice(1)}`);
	const days = safeDays.length === WEEKDAYS.length ? 'every day' : listInWords(named);
	return `${days}, ${formatTime(safeFrom)} to ${formatTime(safeUntil)}`;
}

/** What whoever rings has to keep to; nothing is safe that was not agreed (facts/safety-practice §1). */
export function phoneRules(contact: SafeContactDraft): readonly string[] {
	return [
		contact.mayLeaveVoicemail ? 'A voicemail is safe.' : 'Leave no voicemail.',
		contact.mayNameOrganisation ? 'You may say which organisation rings.' : 'Do not say which organisation rings.',
		contact.withholdsNumber ? 'Withhold our number.' : 'Our number may show.',
		...(contact.codeWord ? [`Code word: “${contact.codeWord}”.`] : []),
	];
}

/** How to ring somebody, for a list of people to ring. */
export function reachInWords(contact: SafeContactDraft): string {
	const reach = `${addressInWords(contact)} (safe: ${whenInWords(contact)}).`;
	if (contact.channel === 'email') return `Only by email: ${reach}`;
	return [reach, ...phoneRules(contact)].join(' ');
}
