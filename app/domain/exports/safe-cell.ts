/** What makes a spreadsheet program work a cell out, its full-width forms included, which some programs read as the same. */
const STARTS_A_FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
/** All controls but tab and line ends, and what stands for no character: no spreadsheet can hold them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd-\uffff]/g;
/** A spreadsheet program allows no more in one cell. */
const LONGEST = 32_767;

/**
 * The text as it may stand in a cell: an apostrophe before anything that a spreadsheet program would take for a formula, no
 * characters that spoil the file, and no half of a character.
 */
export function safeCell(text: string): string {
	const plain = text.toWellFormed().replace(CONTROLS, '');
	return (STARTS_A_FORMULA.test(plain) ? `'${plain}` : plain).slice(0, LONGEST);
}
