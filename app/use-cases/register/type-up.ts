import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { fillUp } from '#app/domain/attendance/fill-up.ts';
import type { CohortId, EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, type Refused, refused } from '#app/domain/shared/outcome.ts';
import { listTermRegisters } from '#db/queries/registers/term-registers.ts';
import { listRowsOfRegisters, type RegisterRow } from '#db/queries/registers.ts';
import { audited } from '../audit/audited.ts';
import { recordNotHeld } from '../sessions/record-not-held.ts';
import { recordRegister } from './record-register.ts';
import type { Choice, MarkConflict } from './sort-choices.ts';

/** What was typed up of one session: its changed marks, or that it did not go ahead. */
export type TypedColumn = {
	readonly sessionId: SessionId;
	readonly choices: readonly Choice[];
	readonly notHeld: { readonly version: number; readonly reason: string } | null;
};
/** A mark that was written, by the version that its row became. */
export type WrittenMark = {
	readonly sessionId: SessionId;
	readonly enrolmentId: EnrolmentId;
	readonly version: number;
};
export type TypedUp = {
	/** Empty when the registers said all of it already. */
	readonly written: readonly WrittenMark[];
	readonly notHeld: number;
	readonly tasksClosed: number;
};

/** Why one session could not be saved: what its register was refused for, or a colleague's marks that came first. */
export type ColumnFault = {
	readonly sessionId: SessionId;
	readonly refusal: Refused | null;
	readonly conflicts: readonly MarkConflict[];
};

type ToTypeUp = {
	readonly cohortId: CohortId;
	readonly columns: readonly TypedColumn[];
	/** Why what was recorded is changed, once the facilitators' own days for it are over. */
	readonly correctionReason: string | null;
	/** Whether the entries are letters, whose minutes, reasons and notes stay while the mark is the same, or whole marks. */
	readonly are: 'letters' | 'whole-marks';
	/** The choices put back what stood before. */
	readonly restores?: boolean;
};

/**
 * Records several registers of a cohort in one transaction, each by the rules of a register that is saved alone. All or
 * nothing: refused with every fault and every conflict (details: `faults`, one for each session), so that whoever types
 * is asked about all of it at once and no half of a sheet is in. (§5.5, §5.6, §5.11)
 */
export function typeUp(
	context: AppContext,
	actor: Actor,
	{ cohortId, columns, ...how }: ToTypeUp,
): Outcome<TypedUp, 'not-found' | 'not-saved'> {
	const record = ['cohort', cohortId] as const;
	return audited(context, { actor, action: 'registers-typed-up', record }, (tx, tell) => {
		const own = new Set(listTermRegisters(tx, actor, cohortId).map(({ id }) => id));
		if (own.size === 0 || columns.some(({ sessionId }) => !own.has(sessionId))) return refused('not-found');
		const ids = columns.map(({ sessionId }) => sessionId);
		const rowsOf = listRowsOfRegisters(tx, actor, ids);
		const saved = columns.map((column) =>
			saveColumn(context, actor, column, { ...how, rows: rowsOf(column.sessionId) }),
		);
		const faults = saved.filter((one) => 'refusal' in one);
		if (faults.length > 0) return refused('not-saved', { faults });
		const sum = saved.filter((one) => 'written' in one).reduce(add, NOTHING);
		tell({ details: { sessions: columns.length, marks: sum.written.length, notHeld: sum.notHeld } });
		return done(sum);
	});
}

const NOTHING: TypedUp = { written: [], notHeld: 0, tasksClosed: 0 };

function add(one: TypedUp, other: TypedUp): TypedUp {
	return {
		written: [...one.written, ...other.written],
		notHeld: one.notHeld + other.notHeld,
		tasksClosed: one.tasksClosed + other.tasksClosed,
	};
}

type Before = Pick<ToTypeUp, 'correctionReason' | 'are' | 'restores'> & { readonly rows: readonly RegisterRow[] };

function saveColumn(
	context: AppContext,
	actor: Actor,
	{ sessionId, choices: typed, notHeld }: TypedColumn,
	{ are, rows, ...how }: Before,
): TypedUp | ColumnFault {
	const before = new Map(rows.map((row) => [row.enrolmentId, row]));
	const choices = are === 'letters' ? typed.map((choice) => filledUp(choice, before.get(choice.enrolmentId))) : typed;
	let saved = NOTHING;
	if (choices.length > 0) {
		const register = { sessionId, choices, restAttended: false, ...how };
		const outcome = recordRegister(context, actor, register);
		if (!outcome.done) return { sessionId, refusal: outcome, conflicts: [] };
		const { written: ids, conflicts, tasksClosed } = outcome.value;
		if (conflicts.length > 0) return { sessionId, refusal: null, conflicts };
		const written = ids.map((id) => ({ sessionId, enrolmentId: id, version: before.get(id)!.version + 1 }));
		saved = { ...NOTHING, written, tasksClosed };
	}
	if (notHeld === null) return saved;
	const outcome = recordNotHeld(context, actor, { sessionId, ...notHeld });
	return outcome.done ? { ...saved, notHeld: 1 } : { sessionId, refusal: outcome, conflicts: [] };
}

function filledUp(choice: Choice, row: RegisterRow | undefined): Choice {
	return row && choice.entry ? { ...choice, entry: fillUp(row, choice.entry) } : choice;
}
