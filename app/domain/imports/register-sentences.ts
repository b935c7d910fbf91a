import { calendarDay } from '../shared/calendar-day.ts';
import { dayInWords, listInWords } from '../shared/in-words.ts';
import type { Refused } from '../shared/outcome.ts';
import { MARK_CODE_LABELS } from './marks/mark-codes.ts';
import type { CellRefusal, ProposedSession, RefusedCell, RegisterProposal } from './proposal.ts';
import type { DateDoubt } from './sheet/resolve-dates.ts';
import type { RegisterWarning } from './warning-codes.ts';

/** A warning as a sentence for the person who imports: which cell, what is odd about it, and what to do. */
export function warningSentence(warning: RegisterWarning, proposal: Pick<RegisterProposal, 'comments'>): string {
	const { cell, text = '' } = warning;
	const sentences: Readonly<Record<RegisterWarning['code'], () => string>> = {
		'comment-on-blank-mark': () => {
			const comment = proposal.comments.find((each) => each.cell === cell)?.text ?? '';
			return `the cell is blank but its comment says “${inOneLine(comment)}”; it stays not recorded. Decide after the import.`;
		},
		'late-without-minutes': () =>
			'late, without minutes. It is imported with the minutes unknown; add them after the import.',
		'total-typed-over-formula': () =>
			'the total is a number typed over its formula. Totals are not imported; the marks are counted again.',
		'total-disagrees': () =>
			`the sheet’s total is ${warning.sheet}, but the marks add up to ${warning.recount}. Totals are not imported; check the marks of this row.`,
		'mark-at-cancelled-session': () =>
			`the session was cancelled, so “${text}” is not imported. If the session was held, correct the spreadsheet.`,
		'mark-from-formula': () =>
			`“${text}” is the saved result of a formula. It is imported as it stands; check that it was up to date.`,
		'session-date-doubtful': () =>
			`${DATE_DOUBTS[text as DateDoubt] ?? 'the date is in doubt'} Nothing below it is imported until you give the date.`,
		'session-without-marks': () =>
			'nobody has a mark for this session. It is imported as not yet recorded; if it did not take place, cancel it after the import.',
		'column-not-read': () =>
			`the column “${inOneLine(text)}” holds marks, but its heading is not a date, so it is not taken for a session. If it is one, put its date in the heading and upload the spreadsheet again.`,
		'weekday-unlike-others': () =>
			`${dayInWords(calendarDay(text))} is not a weekday of the other sessions. Check that the day and the month are the right way round.`,
		'marks-without-a-name': () =>
			'this row has marks but no name, so it is not imported. Add the name in the spreadsheet and upload it again.',
		'name-without-marks': () =>
			'this row has a name but no number, reference or marks, so it is not taken for a participant. If it is one, add them and upload the spreadsheet again.',
		'row-not-read': () =>
			'this row has entries, but none of them is a mark that can be read, so it is not taken for a participant. If it is one, give it a number or a reference and upload the spreadsheet again.',
		'same-name-twice': () => 'this name stands on more than one row. Check that these are different people.',
		'same-ref-twice': () => 'this reference stands on more than one row. Check which row it belongs to.',
		'name-like-a-formula': () => 'this name begins like a formula. It is kept as text; check that it is a name.',
	};
	return `${cell}: ${sentences[warning.code]()}`;
}

/** Why a cell is refused, as a sentence that says what to do about it. */
export function refusalSentence(refused: RefusedCell): string {
	const likely = refused.likely ? ` It often means “${MARK_CODE_LABELS[refused.likely].toLowerCase()}”.` : '';
	return `${refused.cell}: ${REFUSALS[refused.code](`“${inOneLine(refused.raw)}”`)}${likely}`;
}

/** Why the date above a session is not taken, with what it looks like, as a sentence; null where it is taken. */
export function doubtSentence(session: ProposedSession): string | null {
	if (!session.doubt) return null;
	const typed = session.dateText?.trim() ? ` It says “${inOneLine(session.dateText)}”.` : '';
	const likely = session.likelyDay ? ` Did you mean ${dayInWords(session.likelyDay)}?` : '';
	return `Column ${session.column}: ${DATE_DOUBTS[session.doubt]}${typed}${likely} Give the date of this session.`;
}

/** Why the whole workbook is not read as a register, as a sentence that says what to do. */
export function notARegisterSentence({ code, details }: Refused): string {
	const sheets = (details.sheets as readonly string[] | undefined) ?? [];
	const named = listInWords(sheets.map((sheet) => `“${sheet}”`));
	if (code === 'no-such-sheet') return `There is no sheet “${details.sheet}” in this file. Choose one of ${named}.`;
	if (code === 'choose-a-sheet')
		return `More than one sheet looks like a register: ${named}. Choose the one to import.`;
	if (code === 'register-too-large')
		return 'This sheet has more people or sessions than a register can have. Upload the register of one cohort.';
	return `This does not look like a register: ${LACKS[String(details.lacks)] ?? LACKS['no-dates']} Upload a sheet with the sessions’ dates across the top, one person on each row and a mark where they meet.`;
}

const LACKS: Readonly<Record<string, string>> = {
	'no-dates': 'no row has the dates of at least two sessions.',
	'no-names': 'there is no column of names beside the dates.',
	'no-people': 'there are no people below the headings.',
	'no-marks': 'what stands below the dates is not marks.',
};

const DATE_DOUBTS: Readonly<Record<DateDoubt, string>> = {
	'date-missing': 'there is no date that can be read above this session.',
	'no-such-date': 'there is no such date. The day comes before the month, and the two are never swapped.',
	'two-dates': 'there is more than one date above this session.',
	'year-unknown': 'the year of this date cannot be told from the title or from the dates beside it.',
	'weekday-does-not-fit': 'the weekday does not fit the date.',
	'date-out-of-order': 'the date is not between the dates to its left and right.',
	'date-twice': 'another session has the same date.',
};

const REFUSALS: Readonly<Record<CellRefusal, (raw: string) => string>> = {
	'unknown-mark': (raw) => `${raw} is not in the key. Say what it means, or correct the spreadsheet.`,
	'more-than-a-mark': (raw) => `${raw} says more than one mark. Say what it means, or correct the spreadsheet.`,
	'minutes-unclear': (raw) => `the minutes in ${raw} are not clear. Write it as “L 15”, or say what it means.`,
	'catch-up-unclear': (raw) =>
		`${raw} does not say that the catch-up is done. Write “c/u” and its date, or say what it means.`,
	'error-in-cell': (raw) =>
		`the spreadsheet shows the error ${raw}. Type the mark over it and upload the spreadsheet again.`,
	'date-instead-of-mark': (raw) =>
		`the cell holds the date ${raw} instead of a mark. Correct the spreadsheet, or mark the session after the import.`,
	'formula-without-result': () =>
		'the cell holds a formula without a saved result. Type the mark over it and upload the spreadsheet again.',
	'session-date-doubtful': () => 'the date of this session is in doubt. Give the date first.',
	'mark-in-the-future': (raw) =>
		`${raw} is a mark for a session that is still to come. Check the date above it, or take the mark out.`,
	'catch-up-in-the-future': (raw) =>
		`${raw} is a catch-up that is still to come. Import the register again once it is done, or mark it then.`,
	'mark-before-joining': (raw) =>
		`${raw} is a mark from before the session with which this row says that he joined. Correct the one that is wrong.`,
	'joining-without-a-mark': (raw) =>
		`${raw} says that he joined, not whether he was there. Mark the session after the import.`,
	'leaving-contradicted': (raw) =>
		`${raw} says that he left, but there are marks after it. Say what it means, or correct the spreadsheet.`,
	'cancelled-for-some': (raw) =>
		`${raw} says that there was no session, but others have marks for it. Correct the one that is wrong.`,
	'mark-over-several-cells': (raw) => `${raw} is one mark over several joined cells. Write a mark in each cell.`,
};

function inOneLine(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
