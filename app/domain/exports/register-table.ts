import { MARK_MEANINGS, MARKS, type Mark } from '../attendance/marks.ts';
import type { RegisterCell } from '../cohorts/register-cell.ts';
import type { CalendarDay } from '../shared/calendar-day.ts';
import type { Instant } from '../shared/instant.ts';
import type { Table, TableCell } from './table.ts';

export type SheetSession = {
	readonly planNumber: number;
	/** Null while the session has no date. */
	readonly day: CalendarDay | null;
	readonly isCancelled: boolean;
};

export type SheetPerson = {
	readonly name: string;
	readonly reference: string;
	/** How the place ended; null while it goes on or was completed. */
	readonly ended: 'left' | 'removed' | null;
	/** One for each session, in order. */
	readonly cells: readonly { readonly cell: RegisterCell; readonly minutes: number | null }[];
};

export type RegisterToWrite = {
	readonly title: string;
	readonly sessions: readonly SheetSession[];
	readonly people: readonly SheetPerson[];
	/** Stands below the key, so that a sheet that comes back tells what has changed since. */
	readonly exportedAt: Instant;
};

const STATES = { 'caught-up': 'c/u', 'not-enrolled': 'n/a' } as const;
const CANCELLED = 'no session';

/**
 * A cohort's register as it hangs on a wall: a row for each person, a column for each session that has a date, and below
 * them the key. It is written so that our own reading of wall registers reads every mark back (domain rules §5.8). Reasons
 * and notes stay behind: whoever needs them has the register itself.
 */
export function registerTable({ title, sessions, people, exportedAt }: RegisterToWrite): Table {
	const dated = sessions.flatMap((session, at) => (session.day ? [{ ...session, day: session.day, at }] : []));
	const rows: (readonly TableCell[])[] = [
		[null, title],
		['Reference', 'Name', ...dated.map(({ planNumber, isCancelled }) => headingOf(planNumber, isCancelled))],
		[null, null, ...dated.map(({ day }) => ({ day }))],
		...people.map((person) => [person.reference, person.name, ...dated.map(({ at }) => wordAt(person, at))]),
		[],
		[null, KEY],
		[null, `${EXPORTED} ${exportedAt}`],
	];
	return { name: 'Register', rows, headRows: 3, headColumns: 2 };
}

/** Before the moment of an export. */
export const EXPORTED = 'Exported';

/** What stands in each cell of a person’s row, one for each session, those without a day too; null for an empty one. */
export function wordsOf(person: SheetPerson): readonly (string | null)[] {
	return person.cells.map((_, at) => wordAt(person, at));
}

function headingOf(planNumber: number, isCancelled: boolean): string {
	return `Session ${planNumber}${isCancelled ? ' cancelled' : ''}`;
}

function wordAt({ cells, ended }: SheetPerson, at: number): string | null {
	const { cell, minutes } = cells[at]!;
	switch (cell) {
		case 'not-recorded':
		case 'to-come':
			return null;
		case 'cancelled':
			return CANCELLED;
		case 'caught-up':
			return STATES[cell];
		case 'not-enrolled':
			return ended && hadPlaceBefore(cells, at) ? ended : STATES[cell];
		default:
			return minutes === null ? letterOf(cell) : `${letterOf(cell)} ${minutes}`;
	}
}

/** After somebody's last session the word says how the place ended; before the first they had none yet. */
function hadPlaceBefore(cells: SheetPerson['cells'], at: number): boolean {
	const hasPlace = cells.map(({ cell }) => cell !== 'not-enrolled');
	return hasPlace.slice(0, at).includes(true) && !hasPlace.slice(at).includes(true);
}

const letterOf = (mark: Mark) => MARK_MEANINGS[mark].letter;

/** In the words of the register, as a team writes its key. */
const KEY = `Key: ${[
	...MARKS.map((mark) => `${letterOf(mark)} = ${MARK_MEANINGS[mark].label.toLowerCase()}`),
	`${STATES['caught-up']} = caught up`,
	`${STATES['not-enrolled']} = not enrolled`,
].join('; ')}`;
