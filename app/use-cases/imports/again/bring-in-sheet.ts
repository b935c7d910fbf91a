import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { plainFileName } from '#app/domain/imports/lists/file-name.ts';
import type { CohortId, EnrolmentId, ImportId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { insertImport } from '#db/stores/imports.ts';
import { audited } from '../../audit/audited.ts';
import { type TypedColumn, typeUp } from '../../register/type-up.ts';

/** What a correction by a sheet gives as its reason. */
export const FROM_A_SHEET = 'From a sheet';

/** A mark that a sheet brought in, by the version that it became. */
export type BroughtInMark = {
	readonly sessionId: SessionId;
	readonly enrolmentId: EnrolmentId;
	readonly version: number;
};
export type SheetCounts = Readonly<Record<'cells' | 'accepted' | 'unchanged' | 'skipped' | 'refused', number>>;
/** What is kept of it: no name and no mark, only where they are. */
export type SheetReport = { readonly counts: SheetCounts; readonly marks: readonly BroughtInMark[] };

type ToBringIn = {
	readonly cohortId: CohortId;
	readonly fileName: string;
	/** The differences as they were looked at, by the version of each row then. */
	readonly columns: readonly TypedColumn[];
	readonly counts: SheetCounts;
};

/**
 * Writes the differences of a sheet into the registers of a cohort, as corrections of whoever brings it in, by the rules
 * of a register. Refused as a whole, with every conflict, when a row changed since the differences were shown.
 */
export function bringInSheet(
	context: AppContext,
	actor: Actor,
	{ cohortId, fileName, columns, counts }: ToBringIn,
): Outcome<ImportId, 'not-found' | 'not-saved'> {
	return audited(context, { actor, action: 'sheet-brought-in', record: ['cohort', cohortId] }, (tx, tell) => {
		if (!mayOn(tx, actor, 'write', 'import.register', cohortId)) return refused('not-found');
		const saved = typeUp(context, actor, { cohortId, columns, correctionReason: FROM_A_SHEET });
		if (!saved.done) return saved;
		const id = context.ids.next<ImportId>();
		const marks = columns.flatMap(({ sessionId, choices }) =>
			choices.map(({ enrolmentId, openedVersion }) => ({ sessionId, enrolmentId, version: openedVersion + 1 })),
		);
		const report: SheetReport = { counts, marks };
		const now = context.clock.now();
		insertImport(tx, {
			...{ id, kind: 'sheet', state: 'imported', fileName: plainFileName(fileName) },
			...{ uploadedBy: actor.kind === 'staff' ? actor.staffId : null, uploadedAt: now, importedAt: now },
			...{ choices: JSON.stringify({ cohortId }), report: JSON.stringify(report) },
		});
		tell({ details: { import: id, ...counts } });
		return done(id);
	});
}
