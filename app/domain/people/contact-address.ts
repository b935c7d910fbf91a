/** Which way a person is reached. `call`: they are rung by somebody, and nothing is sent by itself. */
export const CONTACT_CHANNELS = ['email', 'text', 'call'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** Which numbers a text may go to: those of mobiles in the United Kingdom, or of any country where a setting allows it. */
export const NUMBERS_ALLOWED = ['uk', 'any'] as const;
export type NumbersAllowed = (typeof NUMBERS_ALLOWED)[number];

/**
 * An address or number as it is kept: an e-mail address without spaces around it, a number in E.164 such as
 * +447700900123. Null for what cannot be used on this channel: a text goes to a mobile, and with `uk` only to one of the
 * United Kingdom; somebody who is rung may have any number there.
 */
export function toKeptAddress(channel: ContactChannel, typed: string, allowed: NumbersAllowed): string | null {
	if (channel === 'email') return isEmailAddress(typed.trim()) ? typed.trim() : null;
	const number = toE164(typed);
	if (number === null) return null;
	if (!number.startsWith('+44')) return allowed === 'any' ? number : null;
	return channel === 'call' || isUkMobile(number) ? number : null;
}

/**
 * A telephone number in E.164 from any way of writing it: spaces, dots, dashes and brackets, 0 or 00 or +44, the 0 in
 * “+44 (0)7…”, and a 0 that a spreadsheet dropped before a 7. Null when it is none. A number without a country is British.
 */
export function toE164(typed: string): string | null {
	const plain = typed
		.normalize('NFKC')
		.replace(/^tel:/i, '')
		.replace(/\(0\)/g, '')
		.replace(/[\s.()/\p{Pd}\u2212]/gu, '');
	const international = plain.replace(/^00/, '+').replace(/^\+440/, '+44');
	const number = international.startsWith('+') ? international : british(international);
	if (number?.startsWith('+44')) return UK_NUMBER.test(number) ? number : null;
	return number !== null && E164.test(number) ? number : null;
}

/**
 * What two ways of writing the same address have in common: numbers by their E.164, e-mail addresses without capitals,
 * dots in the name, what follows a plus, and with googlemail.com as gmail.com. Two that differ may still be one mailbox;
 * two that are equal here are taken for one, because a message too few harms less than one too many (safety.md §3).
 */
export function contactKey(address: string): string {
	if (!address.includes('@')) return `tel:${toE164(address) ?? address}`;
	const [name = '', domain = ''] = address.normalize('NFKC').replace(/\s+/g, '').toLowerCase().split('@');
	const plain = name.replace(/\+.*$/, '').replaceAll('.', '');
	return `mail:${plain}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`;
}

/** A number as it is dialled here: 07700 900123; one of another country as it is kept. */
export function numberInWords(e164: string): string {
	return e164.startsWith('+44') ? `0${e164.slice(3, 7)} ${e164.slice(7)}` : e164;
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
const E164 = /^\+[1-9]\d{7,14}$/;
const UK_NUMBER = /^\+44(?:7\d{9}|[1-358]\d{8,9})$/;
/** 070 is no mobile but a number that forwards, at the caller’s cost; 076 are pagers, but for those of the Isle of Man. */
const UK_MOBILE = /^\+447(?:[1-57-9]\d{8}|624\d{6})$/;

function isUkMobile(number: string): boolean {
	return UK_MOBILE.test(number);
}

function british(digits: string): string | null {
	if (/^0[1-9]\d{8,9}$/.test(digits)) return `+44${digits.slice(1)}`;
	if (/^7\d{9}$/.test(digits)) return `+44${digits}`;
	return /^44[1-9]\d{8,9}$/.test(digits) ? `+${digits}` : null;
}
