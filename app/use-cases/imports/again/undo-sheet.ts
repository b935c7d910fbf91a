import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortId, ImportId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listSheets } from '#db/queries/imports/sheets.ts';
import { listMarksAt, listRegisterRows } from '#db/queries/registers.ts';
import { updateImport } from '#db/stores/imports.ts';
import { audited } from '../../audit/audited.ts';
import { type TypedColumn, typeUp } from '../../register/type-up.ts';
import type { BroughtInMark, SheetReport } from './bring-in-sheet.ts';

/** What the correction that takes a sheet back gives as its reason. */
export const SHEET_UNDONE = 'A sheet was taken back';

export type SheetUndone = {
	readonly restored: number;
	/** Changed by somebody since: those stay as they are. */
	readonly left: number;
};

const NOTHING = { mark: null, minutes: null, reason: null, note: null } as const;

/**
 * Puts back what a sheet changed, mark by mark, each to what stood before it as it stood, its note and minutes nobody knew
 * included; a mark that somebody has changed since stays.
 * Nothing is deleted: both are in the history. Refused when it is undone already.
 */
export function undoSheet(
	context: AppContext,
	actor: Actor,
	{ cohortId, importId }: { readonly cohortId: CohortId; readonly importId: ImportId },
): Outcome<SheetUndone, 'not-found' | 'not-saved'> {
	return audited(context, { actor, action: 'sheet-undone', record: ['cohort', cohortId] }, (tx, tell) => {
		const sheet = listSheets(tx, actor, cohortId).find(({ id }) => id === importId);
		if (sheet?.state !== 'imported') return refused('not-found');
		const report = JSON.parse(sheet.report) as SheetReport;
		const columns = [...Map.groupBy(report.marks, ({ sessionId }) => sessionId)].map(([sessionId, marks]) =>
			columnBefore(tx, actor, sessionId, marks),
		);
		const restored = columns.reduce((sum, { choices }) => sum + choices.length, 0);
		const changing = columns.filter(({ choices }) => choices.length > 0);
		const correction = { correctionReason: SHEET_UNDONE, restores: true };
		const saved = typeUp(context, actor, { cohortId, columns: changing, ...correction });
		if (!saved.done) return saved;
		updateImport(tx, importId, sheet.version, { state: 'undone', undoneAt: context.clock.now() });
		tell({ details: { import: importId, restored } });
		return done({ restored, left: report.marks.length - restored });
	});
}

/** What stood before the sheet, of the rows that nobody has changed since. */
function columnBefore(tx: Db, actor: Actor, sessionId: SessionId, marks: readonly BroughtInMark[]): TypedColumn {
	const rows = listRegisterRows(tx, actor, sessionId);
	const untouched = marks.filter((mark) =>
		rows.some((row) => row.enrolmentId === mark.enrolmentId && row.version === mark.version),
	);
	const earlier = untouched.map(({ enrolmentId, version }) => ({ enrolmentId, version: version - 1 }));
	const before = listMarksAt(tx, actor, sessionId, earlier);
	const choices = untouched.flatMap(({ enrolmentId, version }) => {
		const entry = before.find((one) => one.enrolmentId === enrolmentId);
		// A row that nobody had ever written has no entry; anything else without one is left alone.
		if (!entry && version > 2) return [];
		const { mark, minutes, reason, note } = entry ?? NOTHING;
		return [{ enrolmentId, openedVersion: version, entry: { mark, minutes, reason, note } }];
	});
	return { sessionId, choices, notHeld: null };
}
