import type { MarkCode } from './mark-codes.ts';

/** Marks that mean the same in every team, in the form in which marks are compared. A workbook's own key goes before them. */
export const USUAL_MARKS: ReadonlyMap<string, MarkCode> = new Map([
	...all('attended', ['✓', 'p', '/', 'present', 'here', 'attended']),
	...all('late', ['l', 'late']),
	...all('left-early', ['left early']),
	...all('absent-no-contact', ['awol', 'dna', 'no show', 'no-show', 'no contact']),
	...all('caught-up', ['c/u', 'caught up', 'caught-up']),
	...all('stood-down', ['stood down']),
	...all('absent-notified', [
		'apols',
		'apol',
		'ap',
		'apologies',
		'apology',
		'sent apologies',
		'sick',
		'ill',
		'illness',
	]),
	...all('absent-notified', ['unwell', 'poorly', 'covid', 'work', 'working', 'hol', 'hols', 'holiday', 'court']),
	...all('absent-notified', ['childcare', 'appt', 'appointment', 'hospital', 'doctor', 'gp', 'dentist', 'funeral']),
	...all('absent-notified', ['bereavement', 'probation', 'solicitor']),
]);

/** What a mark without a fixed meaning most often stands for: offered to the person who confirms, never taken. */
export const LIKELY_MARKS: ReadonlyMap<string, MarkCode> = new Map([
	...all('attended', ['1', 'y', 'yes', 'true', '\\', '•', 'in']),
	...all('absent-no-contact', ['a', 'abs', 'absent', 'x', '0', 'o', 'n', 'no', 'false', '✗', '✘', '×']),
	...all('left-early', ['le']),
	...all('stood-down', ['sd']),
	...all('not-recorded', ['?', '-', '–', 'n/k', 'tbc']),
	...all('not-enrolled', ['n/a', 'na']),
]);

/** The words that say no session took place, at the start of a cell or anywhere in a heading. */
export const NO_SESSION =
	/\b(no (group|session|class|meeting|course)|(group |session |class )?(cancelled|canceled)|(group |session )(not held|did ?n['’]?t run|did not run|off))\b|^(bank hol(iday)?|half[- ]term)\b/i;

function all(code: MarkCode, marks: readonly string[]): readonly (readonly [string, MarkCode])[] {
	return marks.map((mark) => [mark, code]);
}
