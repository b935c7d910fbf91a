import { MARK_MEANINGS, MARKS, type Mark, type Reason } from './marks.ts';
import type { MarkEntry } from './register.ts';

/** The letter of each reason behind a mark, as in `L10 t`. */
export const REASON_LETTERS: Readonly<Record<Reason, string>> = {
	illness: 'i',
	work: 'w',
	caring: 'c',
	court: 'k',
	travel: 't',
	holiday: 'h',
	appointment: 'a',
	'service-decision': 's',
	other: 'o',
	'not-given': 'n',
};

export type TypedMark =
	| { readonly kind: 'empty' }
	/** A dash: the mark is taken back. */
	| { readonly kind: 'taken-back' }
	| {
			readonly kind: 'mark';
			readonly mark: Mark;
			readonly minutes: number | null;
			/** Null where no letter says it. */
			readonly reason: Reason | null;
	  }
	| { readonly kind: 'unreadable' };

const WRITTEN = /^([a-z])(?:\s*(\d{1,3}))?(?:\s*([a-z]))?$/i;

/**
 * Reads what is typed for one person at one session: the letter of a mark, minutes after late and left early, and the
 * letter of a reason where the mark takes one, as `P`, `L10`, `a i`. Anything else, minutes with a mark that has none
 * among it, is unreadable and never guessed.
 */
export function readTypedMark(text: string): TypedMark {
	const typed = text.trim();
	if (typed === '') return { kind: 'empty' };
	if (/^[-–—]$/.test(typed)) return { kind: 'taken-back' };
	const [, letter, digits, cause] = WRITTEN.exec(typed) ?? [];
	const mark = MARKS.find((one) => MARK_MEANINGS[one].letter === letter?.toUpperCase());
	if (!mark) return { kind: 'unreadable' };
	const reason = cause ? reasonOf(cause.toLowerCase()) : null;
	const { takesMinutes, needsReason } = MARK_MEANINGS[mark];
	const saysTooMuch = (digits !== undefined && !takesMinutes) || (cause !== undefined && (!needsReason || !reason));
	if (saysTooMuch) return { kind: 'unreadable' };
	return { kind: 'mark', mark, minutes: digits === undefined ? null : Number(digits), reason };
}

/** The mark that stands as it would be typed, without its reason: `L10`; nothing for a row without one. */
export function typedText({ mark, minutes }: Pick<MarkEntry, 'mark' | 'minutes'>): string {
	return mark === null ? '' : `${MARK_MEANINGS[mark].letter}${minutes ?? ''}`;
}

function reasonOf(letter: string): Reason | null {
	const reasons = Object.entries(REASON_LETTERS) as [Reason, string][];
	return reasons.find(([, own]) => own === letter)?.[0] ?? null;
}
