import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { plainFileName } from '#app/domain/imports/lists/file-name.ts';
import type { CohortId, EnrolmentId, ImportId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { insertImport } from '#db/stores/imports.ts';
import { audited } from '../../audit/audited.ts';
import { type TypedColumn, type TypedUp, typeUp } from '../../register/type-up.ts';

/** What a correction by a sheet gives as its reason. */
export const FROM_A_SHEET = 'From a sheet';

/** A mark that a sheet brought in, by the version that it became. */
export type BroughtInMark = {
	readonly sessionId: SessionId;
	readonly enrolmentId: EnrolmentId;
	readonly version: number;
};
/** What is kept of it: no name and no mark, only where they are. */
export type SheetReport = { readonly marks: readonly BroughtInMark[] };

type ToBringIn = {
	readonly cohortId: CohortId;
	readonly fileName: string;
	/** The differences as they were looked at, by the version of each row then. */
	readonly columns: readonly TypedColumn[];
};

/**
 * Writes the differences of a sheet into the registers of a cohort, as corrections of whoever brings it in, by the rules
 * of a register. Refused as a whole, with every conflict, when a row changed since the differences were shown.
 */
export function bringInSheet(
	context: AppContext,
	actor: Actor,
	{ cohortId, fileName, columns }: ToBringIn,
): Outcome<ImportId, 'not-found' | 'not-saved'> {
	return audited(context, { actor, action: 'sheet-brought-in', record: ['cohort', cohortId] }, (tx, tell) => {
		if (!mayOn(tx, actor, 'write', 'import.register', cohortId)) return refused('not-found');
		const saved = typeUp(context, actor, { cohortId, columns, correctionReason: FROM_A_SHEET });
		if (!saved.done) return saved;
		const id = context.ids.next<ImportId>();
		const report: SheetReport = { marks: withVersions(tx, actor, saved.value) };
		const now = context.clock.now();
		insertImport(tx, {
			...{ id, kind: 'sheet', state: 'imported', fileName: plainFileName(fileName) },
			...{ uploadedBy: actor.kind === 'staff' ? actor.staffId : null, uploadedAt: now, importedAt: now },
			...{ choices: JSON.stringify({ cohortId }), report: JSON.stringify(report) },
		});
		tell({ details: { import: id, marks: report.marks.length } });
		return done(id);
	});
}

/** The marks that this sheet wrote and no other: somebody who recorded the same meanwhile did so themselves. */
function withVersions(tx: Db, actor: Actor, { written }: TypedUp): readonly BroughtInMark[] {
	return [...Map.groupBy(written, ({ sessionId }) => sessionId)].flatMap(([sessionId, all]) => {
		const versions = new Map(listRegisterRows(tx, actor, sessionId).map((row) => [row.enrolmentId, row.version]));
		return all.map(({ enrolmentId }) => ({ sessionId, enrolmentId, version: versions.get(enrolmentId)! }));
	});
}
