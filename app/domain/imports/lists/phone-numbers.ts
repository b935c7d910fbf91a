/** What was read in a cell for a telephone number; `number` null when there is none that can be relied on. */
export type PhoneReading = {
	readonly number: string | null;
	readonly problem: 'leading-zero-restored' | 'phone-unreadable' | null;
};

/**
 * Reads a British telephone number as `+44` and the rest without its first 0, however it is spaced and prefixed. Ten digits
 * that begin as a mobile or a listed town's number lack the 0 that a spreadsheet drops. Anything else is not read: two
 * numbers, words, a wrong count of digits, and digits that a spreadsheet has rounded away.
 */
export function readPhone(text: string): PhoneReading {
	const digits = text.replace(/[\s().\-–‑]/g, '').replace(/^(?:\+|00)?44(?:0(?=\d{10}$))?(?=\d{9,10}$)/, '0');
	if (/^(?:07\d{9}|0[1-689]\d{8,9})$/.test(digits)) return { number: `+44${digits.slice(1)}`, problem: null };
	if (/^(?:7\d{9}|113\d{7}|20\d{8})$/.test(digits)) return { number: `+44${digits}`, problem: 'leading-zero-restored' };
	return { number: null, problem: 'phone-unreadable' };
}
