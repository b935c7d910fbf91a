import type { RowCode } from './find-people.ts';

/** Something that a person should look at although no mark is refused for it. `cell` is where; `text` is as typed. */
export type RegisterWarning = {
	readonly cell: string;
	readonly code:
		| 'comment-on-blank-mark'
		| 'late-without-minutes'
		| 'total-typed-over-formula'
		| 'total-disagrees'
		| 'mark-at-cancelled-session'
		| 'mark-from-formula'
		| 'session-date-doubtful'
		| 'session-without-marks'
		| 'weekday-unlike-others'
		| 'column-not-read'
		| RowCode
		| 'same-name-twice'
		| 'same-ref-twice'
		| 'name-like-a-formula';
	readonly text?: string;
	readonly sheet?: number;
	readonly recount?: number;
};

/** A warning about the cell. */
export function warn(
	cell: string,
	code: RegisterWarning['code'],
	details: Pick<RegisterWarning, 'text' | 'sheet' | 'recount'> = {},
): RegisterWarning {
	return { cell, code, ...details };
}
