/** A cell as it is compared and kept: composed letters, plain spaces, one between words, none outside; line breaks stay. */
export function plainText(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\u00a0\u2007\u202f\t]/g, ' ')
		.replace(/ {2,}/g, ' ')
		.trim();
}

/** Whether a spreadsheet would take the text for a formula; a number with a country code is none. */
export function isLikeFormula(text: string): boolean {
	return /^[=+\-@]/.test(text) && !/^\+\d/.test(text);
}

/** The text, or null for a cell that says nothing. */
export function orNull(text: string): string | null {
	return text === '' ? null : text;
}

/** Whether the text says that there is nothing: blank, a dash, `n/a`, `none`. */
export function saysNothing(text: string): boolean {
	return /^(?:[-–—.]*|n\/?a|none|nil)$/i.test(text);
}
