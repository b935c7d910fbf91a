/** What a cell of a register can come to: the marks of a register and the states that are no mark (§5.2, §5.8). */
export const MARK_CODES = [
	'attended',
	'late',
	'left-early',
	'absent-notified',
	'absent-no-contact',
	'stood-down',
	'caught-up',
	'not-recorded',
	'not-enrolled',
	'session-cancelled',
] as const;
export type MarkCode = (typeof MARK_CODES)[number];

export const MARK_CODE_LABELS: Readonly<Record<MarkCode, string>> = {
	attended: 'Attended',
	late: 'Late',
	'left-early': 'Left early',
	'absent-notified': 'Absent with apology',
	'absent-no-contact': 'Absent without contact',
	'stood-down': 'Stood down by us',
	'caught-up': 'Missed, then caught up',
	'not-recorded': 'Not recorded',
	'not-enrolled': 'Not enrolled at the time',
	'session-cancelled': 'Session cancelled',
};

/** Which marks of a workbook mean what, as a person confirmed it; a mark is compared without case and outer spaces. */
export type MarkMeanings = Readonly<Record<string, MarkCode>>;

/** Reads a code from a form; null when it is none of ours. */
export function parseMarkCode(text: string): MarkCode | null {
	return MARK_CODES.find((code) => code === text) ?? null;
}

/**
 * The form in which marks are compared: no case, no outer spaces, every tick the same tick, no full stop at the end,
 * accents composed.
 */
export function normaliseMark(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\ufe0e\ufe0f\u200b-\u200d\ufeff]/g, '')
		.replace(/[\u2714\u2611\u2705\u221a]/g, '✓')
		.replace(/\s+/g, ' ')
		.trim()
		.toLowerCase()
		.replace(/(?<=\w)\.+$/, '');
}
