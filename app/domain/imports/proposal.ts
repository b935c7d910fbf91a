import type { Reason } from '../attendance/marks.ts';
import type { CalendarDay } from '../shared/calendar-day.ts';
import type { OtherRow } from './find-people.ts';
import type { MarkCode } from './marks/mark-codes.ts';
import type { KeyEntry } from './marks/mark-key.ts';
import type { Unclear } from './marks/read-cell.ts';
import type { MarkUnclear, MeaningSource } from './marks/read-mark.ts';
import type { DateDoubt } from './sheet/resolve-dates.ts';
import type { CellComment } from './sheet/workbook.ts';
import type { RegisterWarning } from './warning-codes.ts';

/** A wall register as it would be brought in: nothing is stored yet, and every cell is accepted or refused. */
export type RegisterProposal = {
	readonly asOf: CalendarDay;
	readonly sheet: string;
	readonly otherSheets: readonly { readonly name: string; readonly what: string }[];
	/** The slug of the programme that the title names; null when it names none that we know, or two. */
	readonly programme: string | null;
	readonly titles: readonly string[];
	readonly layout: RegisterShape;
	readonly sessions: readonly ProposedSession[];
	readonly participants: readonly ProposedParticipant[];
	/** The key as the team wrote it. */
	readonly key: readonly KeyEntry[];
	/** Every different mark that was met, what it is taken for and why: for a person to confirm. */
	readonly marksMet: readonly MarkMet[];
	readonly comments: readonly CellComment[];
	readonly warnings: readonly RegisterWarning[];
	readonly refused: readonly RefusedCell[];
	/** cells = participants × sessions = accepted + refused, always. */
	readonly totals: { readonly cells: number; readonly accepted: number; readonly refused: number };
};

/** First and last row of each part, as a spreadsheet numbers them; an empty list where there is none. */
export type RegisterShape = {
	readonly titleRows: readonly number[];
	readonly headingRows: readonly number[];
	readonly participantRows: readonly number[];
	readonly otherRows: readonly OtherRow[];
	readonly otherColumns: Readonly<Record<string, string>>;
	readonly mergesThatMatter: readonly string[];
};

export type ProposedSessionStatus = 'held' | 'cancelled' | 'scheduled' | 'doubtful';
export type ProposedSession = {
	/** 1, 2, 3 … from left to right. */
	readonly number: number;
	readonly column: string;
	readonly heading: string | null;
	/** Null exactly when `doubt` says why: its cells are refused until a person gives the date. */
	readonly day: CalendarDay | null;
	readonly doubt: DateDoubt | null;
	/** What a doubtful date would have been taken for. */
	readonly likelyDay: CalendarDay | null;
	/** The heading as typed, where it is not a true date of the spreadsheet. */
	readonly dateText: string | null;
	readonly movedFrom: CalendarDay | null;
	/** `scheduled`: still to come, or nobody has any mark for it. */
	readonly status: ProposedSessionStatus;
	/** Why it was cancelled. */
	readonly reason: string | null;
};

export type ProposedParticipant = {
	readonly row: number;
	readonly name: string;
	readonly ref: string | null;
	/** The first session at which he was enrolled; null when at none. */
	readonly joinedSession: number | null;
	/** The last session at which he was enrolled; null while he has not left. */
	readonly leftAfterSession: number | null;
	readonly leavingReason: string | null;
	readonly comments: string | null;
	/** One for each session, in order. */
	readonly marks: readonly ProposedMark[];
	readonly recount: Recount;
	readonly sheetTotal: number | null;
	readonly sheetTotalIs: 'formula' | 'number' | 'number typed over the formula' | null;
	/** Null where the sheet has no total to compare with. */
	readonly totalsDisagree: boolean | null;
};

/** What one cell comes to. `code` is null exactly when `refusal` says why it is not taken. */
export type ProposedMark = {
	readonly cell: string;
	readonly session: number;
	/** As typed; for joined cells what the first holds, with “ (merged)”. */
	readonly raw: string;
	readonly code: MarkCode | null;
	readonly refusal: CellRefusal | null;
	/** For late and left early; null where the register does not say. */
	readonly minutes: number | null;
	/** The cause in the team's word, or “not given”; for an apology only. */
	readonly reason: string | null;
	/** The nearest of the reasons that a register offers, for apologies and for late with a cause. */
	readonly reasonKind: Reason | null;
	readonly note: string | null;
	readonly caughtUpOn: CalendarDay | null;
};

export type CellRefusal =
	| MarkUnclear['code']
	| Unclear['code']
	| 'session-date-doubtful'
	| 'mark-in-the-future'
	| 'catch-up-in-the-future'
	| 'mark-before-joining'
	| 'joining-without-a-mark'
	| 'leaving-contradicted'
	| 'cancelled-for-some'
	| 'mark-over-several-cells';

export type RefusedCell = {
	readonly cell: string;
	readonly code: CellRefusal;
	readonly raw: string;
	readonly row: number;
	readonly session: number;
	/** What the mark most often stands for; offered, never taken. */
	readonly likely: MarkCode | null;
};

export type Recount = Readonly<Partial<Record<MarkCode | 'refused', number>>> & {
	readonly attended_or_late: number;
	readonly held_while_enrolled: number;
};

export type MarkMet = {
	readonly mark: string;
	readonly code: MarkCode | null;
	readonly source: MeaningSource | null;
	readonly likely: MarkCode | null;
	readonly cells: number;
	readonly firstCell: string;
};
