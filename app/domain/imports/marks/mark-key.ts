import { cellName } from '../sheet/cell-names.ts';
import { trimmed } from '../sheet/grid.ts';
import type { Cell, Workbook } from '../sheet/workbook.ts';
import { type MarkCode, normaliseMark } from './mark-codes.ts';

/** One line of the key that a team wrote beside its register: the mark, and what they say it stands for. */
export type KeyEntry = {
	readonly mark: string;
	readonly meaning: string;
	/** Null when the words are not clear to us. */
	readonly code: MarkCode | null;
	readonly cell: string;
	readonly sheet: string;
};

const LONGEST_KEY = 2000;
const LONGEST_MEANING = 120;

const MEANINGS: readonly (readonly [RegExp, MarkCode])[] = [
	[/not (filled|recorded|known|marked|completed)|no record|unknown|blank/, 'not-recorded'],
	[/left early|early (finish|exit)|went early/, 'left-early'],
	[
		/withdr[ae]w|dropped out|left (the )?(group|programme)|not (yet )?(enrolled|started|joined|on )|before joining/,
		'not-enrolled',
	],
	[/no (group|session|class)|cancel(l)?ed|not held|did(n.t| not) run/, 'session-cancelled'],
	[/caught[ -]?up|catch[ -]?up|made up|1:1|one[ -]to[ -]one/, 'caught-up'],
	[/stood down|stand down|asked not to (come|attend)/, 'stood-down'],
	[
		/\b(un[- ]?(authori[sz]ed|notified|explained|excused)|awol|no[ -]show)\b|\bno (word|contact|call|notice|apolog|reason|explanation)|\b(without|did(n.t| not)) .*(word|contact|call|notice|apolog|reason|rang|ring|let)|not notified/,
		'absent-no-contact',
	],
	[
		/apolog|let us know|notified|\brang\b|phoned|called|texted|told us|\bauthori[sz]ed|excused|with (notice|reason)|sick|ill(ness)?\b|holiday/,
		'absent-notified',
	],
	[/\blate\b/, 'late'],
	[/^(was |were )?(here|present|attended|in|there|in attendance|full attendance)$/, 'attended'],
];

/** The key to the marks, wherever in the workbook it stands: one text with several `=`, a line each, or two columns. */
export function readMarkKey(workbook: Workbook): readonly KeyEntry[] {
	const entries = workbook.sheets.flatMap((sheet) => {
		const filled = new Set(sheet.cells.filter((cell) => trimmed(cell) !== '').map((cell) => cell.ref));
		const inOneCell = sheet.cells.flatMap((cell) => {
			const found = keyEntriesIn(cell, sheet.name);
			// A single “x = y” between other cells is somebody's remark among the marks.
			return found.length > 1 || standsAlone(cell, cell, filled) ? found : [];
		});
		return inOneCell.length > 0 ? inOneCell : keyInColumns(sheet.cells, sheet.name, filled);
	});
	// Beside another mark for apologies, plain “absent” can only be the absence without one.
	if (!entries.some((entry) => entry.code === 'absent-notified')) return entries;
	return entries.map((entry) =>
		entry.code === null && /^(absent|absence|not here|did not attend)$/i.test(entry.meaning)
			? { ...entry, code: 'absent-no-contact' }
			: entry,
	);
}

/** What one cell says about marks, as `P or / = here`; nothing when no part of it is a meaning that we know. */
export function keyEntriesIn(cell: Cell, sheet: string): readonly KeyEntry[] {
	if (cell.kind !== 'text' || cell.isFormula || cell.text.length > LONGEST_KEY) return [];
	if (!/[^=<>]=[^=]/.test(cell.text)) return [];
	const parts = cell.text.replace(/^\s*(key|codes?|legend)\b[\s:–-]*/i, '').split('=');
	let marks = parts[0]!;
	const entries: KeyEntry[] = [];
	parts.slice(1).forEach((part, at) => {
		const [meaning, next] = at === parts.length - 2 ? [part, ''] : beforeNextMarks(part);
		entries.push(...marksIn(marks).map((mark) => keyEntry(mark, meaning, cell, sheet)));
		marks = next;
	});
	return entries.some((entry) => entry.code) ? entries : [];
}

/** Which code a team's own words stand for; null when they could mean more than one thing, such as “absent”. */
export function codeOfMeaning(words: string): MarkCode | null {
	const without = words.replace(/\(.*?\)/g, ' ');
	return codeOfPlain(without) ?? codeOfPlain(words.replace(/[()]/g, ' '));
}

function codeOfPlain(words: string): MarkCode | null {
	const plain = words.toLowerCase().replace(/\s+/g, ' ').trim();
	return MEANINGS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** Where the meaning ends and the marks of the next one begin, in `here    L, late`, `here; L` or `not here A or abs`. */
function beforeNextMarks(part: string): readonly [string, string] {
	const gap = /^(.*\S)(?:\s{2,}|\s*[\n\t;|•·]\s*|\.\s+)(\S.*)$/s.exec(part);
	if (gap) return [gap[1]!, gap[2]!];
	const pieces = part.split(',');
	const end = pieces.findIndex((_, at) => at > 0 && pieces.slice(at).every((piece) => /^\s*\S{1,6}\s*$/.test(piece)));
	if (end > 0) return [pieces.slice(0, end).join(','), pieces.slice(end).join(',')];
	return beforeLastMarks(part);
}

/** The last word and those that `or`, a comma or a slash ties to it. */
function beforeLastMarks(part: string): readonly [string, string] {
	const words = part.trim().split(/\s+/);
	let start = words.length - 1;
	while (start > 1 && (isTie(words[start]!) || isTie(words[start - 1]!) || words[start - 1]!.endsWith(','))) start -= 1;
	return start < 1 ? [part, ''] : [words.slice(0, start).join(' '), words.slice(start).join(' ')];
}

function isTie(word: string): boolean {
	return /^(or|and|\/|,|&)$/i.test(word);
}

function marksIn(text: string): readonly string[] {
	return text
		.replace(/\([^)]*\)/g, ' ')
		.split(/\s+or\s+|,|&|\s+and\s+|\n/i)
		.flatMap((piece) => (piece.trim() === '/' ? [piece] : piece.split(/\s+\/\s+/)))
		.map(normaliseMark)
		.filter((mark) => mark !== '' && mark.length <= 20);
}

function keyInColumns(cells: readonly Cell[], sheet: string, filled: ReadonlySet<string>): readonly KeyEntry[] {
	const head = cells.find((cell) => /^(key|codes?|legend|key to (the )?marks)\s*:?$/i.test(trimmed(cell)));
	if (!head) return [];
	const below = cells.filter(
		(cell) =>
			cell !== head &&
			cell.row >= head.row &&
			cell.row <= head.row + 20 &&
			cell.kind === 'text' &&
			cell.text.length <= LONGEST_MEANING,
	);
	const pairs = below.flatMap((mark) => {
		const meaning = below.find((cell) => cell.row === mark.row && cell.column === mark.column + 1);
		const isBeside = mark.column >= head.column && mark.column <= head.column + 1;
		return meaning && isBeside && standsAlone(mark, meaning, filled) ? [{ mark, meaning }] : [];
	});
	return pairs
		.flatMap(({ mark, meaning }) => marksIn(mark.text).map((each) => keyEntry(each, meaning.text, mark, sheet)))
		.filter((entry) => entry.code);
}

/** Nothing stands directly to the left of the one cell and to the right of the other, but for the word “Key” itself. */
function standsAlone(left: Cell, right: Cell, filled: ReadonlySet<string>): boolean {
	const isFree = (column: number) => column < 1 || !filled.has(cellName(left.row, column));
	return isFree(right.column + 1) && (isFree(left.column - 1) || isFree(left.column - 2));
}

function keyEntry(mark: string, meaning: string, cell: Cell, sheet: string): KeyEntry {
	const words = meaning.trim().replace(/[,;.]$/, '');
	return { mark, meaning: words, code: codeOfMeaning(words), cell: cell.ref, sheet };
}
