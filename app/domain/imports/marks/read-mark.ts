import { readWrittenDate, type WrittenDate } from '../sheet/written-dates.ts';
import { areMinutesLate, readLateness } from './lateness.ts';
import { type MarkCode, type MarkMeanings, normaliseMark } from './mark-codes.ts';
import type { KeyEntry } from './mark-key.ts';
import { LIKELY_MARKS, USUAL_MARKS } from './usual-marks.ts';

/** Who said what a mark means: a person, the workbook's key, or usage that all teams share. */
export type MeaningSource = 'confirmed' | 'key' | 'usual';
export type Lexicon = ReadonlyMap<string, { readonly code: MarkCode; readonly source: MeaningSource }>;

export type MarkRead = {
	readonly kind: 'mark';
	readonly code: MarkCode;
	/** The part that stands for the code, as `l` in `L 15`. */
	readonly mark: string;
	readonly source: MeaningSource;
	readonly minutes: number | null;
	/** Why he was away: the word typed, or “not given”; null for other marks. */
	readonly reason: string | null;
	/** What else was typed, as `bus` in `L 20 (bus)`. */
	readonly note: string | null;
	readonly caughtUpOn: WrittenDate | null;
};
export type MarkUnclear = {
	readonly kind: 'unclear';
	readonly code: 'unknown-mark' | 'more-than-a-mark' | 'minutes-unclear' | 'catch-up-unclear';
	readonly mark: string;
	readonly likely: MarkCode | null;
};

const SHORT = 2;
const REASON_WORDS: Readonly<Record<string, string>> = { hol: 'holiday', hols: 'holiday' };
const WORDS_OF_DATES =
	/\b(on|done|(mon|tue|wed|thu|fri|sat|sun)\p{L}*|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*)\b/gu;
/** Words, or nothing; a lone sign such as `!` says something that we do not know. */
const IS_NOTE = /^[\s()]*$|^(?=.*[\p{L}\d])[\p{L}\d\s'’().,&:;/–—-]*$/u;
const APOLOGIES = /^(apols?|ap|apolog(y|ies)|sent apologies)$/;

/**
 * The meaning of every mark that has one. A person's word goes before the key, the key before usage; and where the key
 * gives marks for a code, another team's letter for it (a lone `P`) is not taken. Two meanings for a mark are none.
 */
export function lexiconOf(key: readonly KeyEntry[], confirmed: MarkMeanings): Lexicon {
	const lexicon = new Map<string, { code: MarkCode; source: MeaningSource }>();
	const spoken = new Set(key.map((entry) => entry.code));
	for (const [mark, code] of USUAL_MARKS) {
		const anothers = mark.length <= SHORT && mark !== 'ap' && spoken.has(code);
		if (!anothers) lexicon.set(mark, { code, source: 'usual' });
	}
	for (const [mark, entries] of Map.groupBy(key, (entry) => entry.mark)) {
		const [code, ...others] = new Set(entries.map((entry) => entry.code));
		if (code && others.length === 0) lexicon.set(mark, { code, source: 'key' });
		else lexicon.delete(mark);
	}
	for (const [mark, code] of Object.entries(confirmed)) lexicon.set(normaliseMark(mark), { code, source: 'confirmed' });
	return lexicon;
}

/**
 * Reads one mark. More than the mark is taken only where it says nothing else: minutes and a cause after “late”, a note
 * after an apology, a date after a catch-up. Everything else is unclear, and is never guessed.
 */
export function readMark(text: string, lexicon: Lexicon): MarkRead | MarkUnclear {
	const typed = normaliseMark(text);
	const whole = lexicon.get(typed);
	if (whole) return read(typed, whole.code, whole.source, wholeDetails(typed, whole.code));
	const mark = longestMarkAtStart(typed, lexicon);
	if (!mark) return unclear('unknown-mark', typed, LIKELY_MARKS.get(typed) ?? null);
	const { code, source } = lexicon.get(mark)!;
	const details = detailsAfter(mark, code, typed.slice(mark.length).trim());
	if ('kind' in details) return { ...details, mark: typed };
	return isMarkToo(details.note, lexicon)
		? unclear('more-than-a-mark', typed, code)
		: read(mark, code, source, details);
}

type MarkDetails = Partial<Pick<MarkRead, 'minutes' | 'reason' | 'note' | 'caughtUpOn'>>;

/** A note that is another mark, as in `L, A`, makes it two marks; a cause, as in `apols - sick`, does not. */
function isMarkToo(note: string | null | undefined, lexicon: Lexicon): boolean {
	if (!note) return false;
	const code = lexicon.get(note)?.code ?? LIKELY_MARKS.get(note);
	return code !== undefined && code !== 'absent-notified';
}

function longestMarkAtStart(typed: string, lexicon: Lexicon): string | null {
	const marks = [...lexicon.keys()].filter((mark) => {
		const next = typed[mark.length] ?? '';
		const mayFollow = lexicon.get(mark)!.code === 'late' ? /[^\p{L}]/u : /[^\p{L}\d]/u;
		return mark !== '' && typed.startsWith(mark) && mayFollow.test(next);
	});
	return marks.toSorted((one, other) => other.length - one.length)[0] ?? null;
}

function detailsAfter(mark: string, code: MarkCode, rest: string): MarkDetails | MarkUnclear {
	if (/[?]/.test(rest)) return unclear('more-than-a-mark', mark, code);
	if (code === 'late' || code === 'left-early') return readLateness(rest) ?? unclear('minutes-unclear', mark, code);
	if (code === 'caught-up') {
		const written = readWrittenDate(rest);
		const saysMore = /\p{L}{3}/u.test(rest.replace(WORDS_OF_DATES, ''));
		if ('problem' in written || saysMore) return unclear('catch-up-unclear', mark, code);
		return { caughtUpOn: written.date };
	}
	const mayHaveNote = code === 'absent-notified' || code === 'stood-down';
	if (
		!mayHaveNote ||
		!IS_NOTE.test(rest) ||
		/\b(no (call|word|contact|show|reason|apolog)|not|didn|but|late|came)\b/.test(rest)
	) {
		return unclear('more-than-a-mark', mark, code);
	}
	const note = rest.replace(/^[\s(\-–—,:/]+|[\s)]+$/g, '') || null;
	return { note, reason: APOLOGIES.test(mark) && note ? note : reasonIn(mark, code) };
}

function wholeDetails(typed: string, code: MarkCode): MarkDetails {
	const numbers = typed.match(/\d+/g) ?? [];
	const takesMinutes = code === 'late' || code === 'left-early';
	const minutes =
		takesMinutes && numbers.length === 1 && areMinutesLate(Number(numbers[0])) ? Number(numbers[0]) : null;
	return { minutes, reason: reasonIn(typed, code) };
}

function reasonIn(mark: string, code: MarkCode): string | null {
	if (code !== 'absent-notified') return null;
	const isWord = mark.length > SHORT && /\p{L}{3}/u.test(mark) && !APOLOGIES.test(mark);
	return isWord ? (REASON_WORDS[mark] ?? mark) : 'not given';
}

function read(mark: string, code: MarkCode, source: MeaningSource, details: MarkDetails): MarkRead {
	return { kind: 'mark', code, mark, source, minutes: null, reason: null, note: null, caughtUpOn: null, ...details };
}

function unclear(code: MarkUnclear['code'], mark: string, likely: MarkCode | null): MarkUnclear {
	return { kind: 'unclear', code, mark, likely };
}
