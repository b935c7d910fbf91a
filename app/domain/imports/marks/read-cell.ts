import type { Cell } from '../sheet/workbook.ts';
import { type MarkCode, normaliseMark } from './mark-codes.ts';
import { type Lexicon, type MarkRead, type MarkUnclear, readMark } from './read-mark.ts';
import { NO_SESSION } from './usual-marks.ts';

/** What one cell of the register says by itself, before its row and its column have been heard. */
export type CellReading =
	| { readonly kind: 'blank' }
	| MarkRead
	| { readonly kind: 'no-session'; readonly reason: string | null }
	/** He came later. `from` is the session with which he began; `inItsSession` is false for a bare “not started”. */
	| { readonly kind: 'joined'; readonly from: number | null; readonly inItsSession: boolean }
	| { readonly kind: 'left'; readonly reason: string | null }
	| { readonly kind: 'not-enrolled' }
	| Unclear;
export type Unclear = Omit<MarkUnclear, 'code'> & {
	readonly code: MarkUnclear['code'] | 'error-in-cell' | 'date-instead-of-mark' | 'formula-without-result';
};

/** Nobody writes more than this for one mark; what is longer is a note in the wrong place. */
const LONGEST_MARK = 200;
const JOINED = /^(joined|joins|joining|started|starts|starting)\b/;
const NOT_STARTED = /^not (yet )?(started|joined|enrolled|on (the )?(group|programme|list)|in (the )?group)\b/;
const LEFT =
	/^(withdrew|withdrawn|dropped out|dropout|left(?= *$| *[-–—:,(]| (the )?(group|programme|area))|removed|de-?selected|excluded|moved away|transferred)\b/;
const WEEK = /\b(?:wk|week|session|sess)\.? *(\d{1,3})\b/;

/** Reads a cell by itself. The key and a person's word go first; then the words for joining, leaving and no session. */
export function readCell(cell: Cell | null, lexicon: Lexicon): CellReading {
	if (!cell || (cell.kind !== 'error' && normaliseMark(cell.text) === '')) {
		return cell?.isFormula && cell.kind === 'blank' ? unclear('formula-without-result', '') : { kind: 'blank' };
	}
	if (cell.text.length > LONGEST_MARK) return unclear('unknown-mark', normaliseMark(cell.text.slice(0, LONGEST_MARK)));
	const typed = normaliseMark(cell.text);
	const whole = lexicon.get(typed);
	if (cell.kind === 'error') return unclear('error-in-cell', typed);
	if (whole) return asState(whole.code, typed) ?? (readMark(cell.text, lexicon) as CellReading);
	if (cell.kind === 'date') return unclear('date-instead-of-mark', typed);
	return readState(typed, cell.text) ?? (readMark(cell.text, lexicon) as CellReading);
}

/** The cause after a dash, colon or bracket: `flooded` in `NO GROUP - flooded`; null when there is none. */
export function causeAfter(text: string): string | null {
	const mark = /\s[-–—]+(?=\s)|[:,(–—]/u.exec(text);
	const cause = mark ? text.slice(mark.index + mark[0].length) : '';
	return cause.replace(/^[\s\-–—]+|[\s)]+$/g, '') || null;
}

function readState(typed: string, text: string): CellReading | null {
	if (NOT_STARTED.test(typed)) return { kind: 'joined', from: weekIn(typed), inItsSession: false };
	if (JOINED.test(typed)) return { kind: 'joined', from: weekIn(typed), inItsSession: true };
	if (LEFT.test(typed)) return { kind: 'left', reason: causeAfter(text) };
	const noSession = NO_SESSION.exec(typed);
	return noSession?.index === 0 ? { kind: 'no-session', reason: causeAfter(text) ?? wholeCause(typed) } : null;
}

function wholeCause(typed: string): string | null {
	return /^(bank hol|half)/.test(typed) ? typed : null;
}

function asState(code: MarkCode, typed: string): CellReading | null {
	if (code === 'not-enrolled') return { kind: 'not-enrolled' };
	if (code === 'not-recorded') return { kind: 'blank' };
	return code === 'session-cancelled' ? { kind: 'no-session', reason: causeAfter(typed) } : null;
}

function weekIn(typed: string): number | null {
	const week = WEEK.exec(typed)?.[1];
	return week === undefined ? null : Number(week);
}

function unclear(code: Unclear['code'], mark: string): Unclear {
	return { kind: 'unclear', code, mark, likely: null };
}
