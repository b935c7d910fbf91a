import type { MarkRefusal } from '../../attendance/check-mark.ts';
import { sentenceForLayOut } from '../../scheduling/lay-out-refusals.ts';
import type { LayOutRefusal } from '../../scheduling/lay-out-sessions.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import { countInWords, dayInWords, listInWords } from '../../shared/in-words.ts';
import type { Details, Refused } from '../../shared/outcome.ts';
import { refusalSentence } from '../register-sentences.ts';
import type { RefusedMark } from './imported-person.ts';
import type { PlanRefusal } from './plan-import.ts';
import type { RefusedRow, RowRefusal } from './sort-rows.ts';

const ROWS: Readonly<Record<RowRefusal, (row: RefusedRow) => string>> = {
	'left-out': () => 'left out, as you chose.',
	'never-enrolled': () =>
		'was at none of these sessions, and the row does not say otherwise. Add them to the cohort after the import if they have a place.',
	'name-too-long': () => 'the name is too long. Shorten it in the spreadsheet and upload it again.',
	'reference-too-long': ({ reference }) =>
		`the reference “${reference.slice(0, 40)}…” has more than 30 characters. Shorten it in the spreadsheet and upload it again.`,
	'reference-twice': ({ reference }) =>
		`the reference “${reference}” stands on more than one row. Give each person their own in the spreadsheet and upload it again.`,
	'reference-in-use': ({ reference }) =>
		`the reference “${reference}” is in use already, so this may be somebody who is known to us. Nobody is merged. If it is somebody else, change the reference in the spreadsheet and upload it again.`,
};

/** Why a whole row is not brought in, and what to do about it. */
export function rowSentence(refusedRow: RefusedRow): string {
	return `Row ${refusedRow.row}, ${refusedRow.name.slice(0, 80)}: ${ROWS[refusedRow.code](refusedRow)}`;
}

const BY_THE_REGISTER: Readonly<Record<MarkRefusal, string>> = {
	'session-cancelled': 'the session was cancelled.',
	'session-not-started': 'the session has not started yet. Mark it when it has.',
	'reason-needed': 'the mark needs a reason. Mark the session after the import.',
	'words-needed': 'the mark needs a reason in words. Mark the session after the import.',
	'minutes-needed': 'the mark needs its minutes. Mark the session after the import.',
	'minutes-out-of-range': 'the minutes are longer than the session. Mark the session after the import.',
};

/** Why a cell of a row that is brought in is not, and what to do about it. */
export function cellSentence({ cell, raw, code }: RefusedMark): string {
	if (code in BY_THE_REGISTER) return `${cell}: “${raw.trim()}” is not taken: ${BY_THE_REGISTER[code as MarkRefusal]}`;
	return refusalSentence({
		cell,
		raw,
		code: code as Exclude<RefusedMark['code'], MarkRefusal>,
		row: 0,
		session: 0,
		likely: null,
	});
}

type OwnRefusal = Exclude<PlanRefusal, LayOutRefusal>;

const PLANS: Readonly<Record<OwnRefusal, (details: Details) => string>> = {
	'dates-in-doubt': ({ columns }) => `Give the date of the session in column ${listInWords(columns as string[])} first`,
	'too-many-sessions': ({ sessions, plans }) =>
		`The register has ${countInWords(sessions as number, 'session')} and this programme has ${countInWords(plans as number, 'session plan')}. Choose the programme that it belongs to, or take the columns that are no sessions out of the spreadsheet and upload it again`,
	'two-on-one-day': ({ day, column }) =>
		`Two sessions are on ${dayInWords(day as CalendarDay)}, one of them in column ${column}. Correct one of the dates in the spreadsheet and upload it again`,
	'nobody-to-import': ({ rows }) =>
		`All ${countInWords(rows as number, 'row')} are refused, so there is nobody to bring in. Correct the spreadsheet and upload it again`,
	'too-few-places': ({ places, people }) =>
		`${countInWords(people as number, 'person is', 'people are')} still on the programme. Enter at least ${people} places, not ${places}`,
};

/** What to do about a register that cannot become a cohort as it was chosen. */
export function planSentence(refusal: Refused<PlanRefusal>): string {
	const own = PLANS[refusal.code as OwnRefusal];
	return own ? own(refusal.details) : sentenceForLayOut(refusal as Refused<LayOutRefusal>);
}
