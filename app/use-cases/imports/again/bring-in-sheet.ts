import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortId, ImportId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listTermRegisters } from '#db/queries/registers/term-registers.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { insertImport } from '#db/stores/imports.ts';
import { audited } from '../../audit/audited.ts';
import { type TypedColumn, typeUp, type WrittenMark } from '../../register/type-up.ts';

/** What a correction by a sheet gives as its reason. */
export const FROM_A_SHEET = 'From a sheet';

/** What is kept of a sheet: no name, no mark and no name of a file, only where its marks went. */
export type SheetReport = {
	readonly marks: readonly WrittenMark[];
	/** The sessions of which its marks said first that they went ahead. */
	readonly turnedHeld: readonly SessionId[];
};

type ToBringIn = {
	readonly cohortId: CohortId;
	/** The differences as they were looked at, by the version of each row then. */
	readonly columns: readonly TypedColumn[];
};

/**
 * Writes the differences of a sheet into the registers of a cohort, as corrections of whoever brings it in, by the rules
 * of a register. Refused as a whole, with every conflict, when a row changed since the differences were shown. What a
 * colleague recorded just the same meanwhile stays theirs; a sheet of which nothing was written leaves nothing (null).
 */
export function bringInSheet(
	context: AppContext,
	actor: Actor,
	{ cohortId, columns }: ToBringIn,
): Outcome<ImportId | null, 'not-found' | 'not-saved'> {
	return audited(context, { actor, action: 'sheet-brought-in', record: ['cohort', cohortId] }, (tx, tell) => {
		if (!mayOn(tx, actor, 'write', 'import.register', cohortId)) return refused('not-found');
		const heldBefore = heldOf(tx, actor, cohortId);
		const saved = typeUp(context, actor, { cohortId, columns, correctionReason: FROM_A_SHEET, are: 'whole-marks' });
		if (!saved.done) return saved;
		const { written: marks } = saved.value;
		if (marks.length === 0) return done(null);
		const turnedHeld = heldOf(tx, actor, cohortId).filter((one) => !heldBefore.includes(one));
		const report: SheetReport = { marks, turnedHeld };
		const id = context.ids.next<ImportId>();
		const now = context.clock.now();
		insertImport(tx, {
			...{ id, kind: 'sheet', state: 'imported', fileName: '' },
			...{ uploadedBy: actor.kind === 'staff' ? actor.staffId : null, uploadedAt: now, importedAt: now },
			...{ choices: JSON.stringify({ cohortId }), report: JSON.stringify(report) },
		});
		tell({ details: { import: id, marks: marks.length } });
		return done(id);
	});
}

function heldOf(tx: Db, actor: Actor, cohortId: CohortId): readonly SessionId[] {
	return listTermRegisters(tx, actor, cohortId).flatMap(({ id, state }) => (state === 'held' ? [id] : []));
}
