import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortId, EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, type Refused, refused } from '#app/domain/shared/outcome.ts';
import { listTermRegisters } from '#db/queries/registers/term-registers.ts';
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
export type TypedUp = {
	/** Where a mark was written; what said the same already is not among them. */
	readonly written: readonly { readonly sessionId: SessionId; readonly enrolmentId: EnrolmentId }[];
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
		const saved = columns.map((column) => saveColumn(context, actor, column, how));
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

function saveColumn(
	context: AppContext,
	actor: Actor,
	{ sessionId, choices, notHeld }: TypedColumn,
	how: Pick<ToTypeUp, 'correctionReason' | 'restores'>,
): TypedUp | ColumnFault {
	let saved = NOTHING;
	if (choices.length > 0) {
		const register = { sessionId, choices, restAttended: false, ...how };
		const outcome = recordRegister(context, actor, register);
		if (!outcome.done) return { sessionId, refusal: outcome, conflicts: [] };
		const { written, conflicts, tasksClosed } = outcome.value;
		if (conflicts.length > 0) return { sessionId, refusal: null, conflicts };
		saved = { ...NOTHING, written: written.map((enrolmentId) => ({ sessionId, enrolmentId })), tasksClosed };
	}
	if (notHeld === null) return saved;
	const outcome = recordNotHeld(context, actor, { sessionId, ...notHeld });
	return outcome.done ? { ...saved, notHeld: 1 } : { sessionId, refusal: outcome, conflicts: [] };
}
