import { MARKS, type Mark } from '../attendance/marks.ts';
import type { SessionState } from '../scheduling/session.ts';

/** What one person's place in one session's register says; a mark, or why there is none. */
export const REGISTER_CELLS = [...MARKS, 'caught-up', 'not-recorded', 'cancelled', 'to-come', 'not-enrolled'] as const;
export type RegisterCell = (typeof REGISTER_CELLS)[number];

type CellFacts = {
	readonly row: { readonly expected: boolean; readonly mark: Mark | null } | null;
	readonly state: SessionState;
	readonly hasStarted: boolean;
	readonly isCaughtUp: boolean;
};

/**
 * What stands in the cell. A session that the service cancelled is cancelled for everybody who was expected, whatever
 * was typed (the wall register's rule); a catch-up shows over the absence that it makes up for; an apology in advance
 * shows before its session. Without a row, or taken off the register by an exit, the person was not enrolled then, whatever
 * apology had come before.
 */
export function registerCell({ row, state, hasStarted, isCaughtUp }: CellFacts): RegisterCell {
	if (isCaughtUp) return 'caught-up';
	if (!row?.expected) return 'not-enrolled';
	if (state === 'cancelled') return 'cancelled';
	if (row.mark !== null) return row.mark;
	return state === 'held' || hasStarted ? 'not-recorded' : 'to-come';
}
