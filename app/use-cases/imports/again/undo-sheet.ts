import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { isOnRecord } from '#app/domain/attendance/correction.ts';
import type { CohortId, ImportId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { countSessionLogs } from '#db/queries/delivery-logs.ts';
import { listSheets } from '#db/queries/imports/sheets.ts';
import { listMarksAt, listRegisterRows, type RegisterRow } from '#db/queries/registers.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { updateImport } from '#db/stores/imports.ts';
import { updateSession } from '#db/stores/sessions.ts';
import { audited } from '../../audit/audited.ts';
import { type TypedColumn, typeUp, type WrittenMark } from '../../register/type-up.ts';
import { replan } from '../../reminders/replan.ts';
import { keepLadder } from '../../tasks/keep-ladder.ts';
import type { SheetReport } from './bring-in-sheet.ts';

/** What the correction that takes a sheet back gives as its reason. */
export const SHEET_UNDONE = 'A sheet was taken back';

export type SheetUndone = {
	readonly restored: number;
	/** Changed by somebody since: those stay as they are. */
	readonly left: number;
	/** Sessions that the sheet said were held, and of which something recorded since says so too. */
	readonly stillHeld: number;
};

const NOTHING = { mark: null, minutes: null, reason: null, note: null } as const;

type ToUndo = { readonly cohortId: CohortId; readonly importId: ImportId };

/**
 * Puts back what a sheet changed, mark by mark, each to what stood before it as it stood, its note and minutes nobody knew
 * included; a mark that somebody has changed since stays.
 * A session that only the sheet’s marks said was held is scheduled again, unless something else says so by now. Nothing is
 * deleted: both are in the history. Refused when it is undone already.
 */
export function undoSheet(
	context: AppContext,
	actor: Actor,
	{ cohortId, importId }: ToUndo,
): Outcome<SheetUndone, 'not-found' | 'not-saved'> {
	return audited(context, { actor, action: 'sheet-undone', record: ['cohort', cohortId] }, (tx, tell) => {
		const sheet = listSheets(tx, actor, cohortId).find(({ id }) => id === importId);
		if (sheet?.state !== 'imported') return refused('not-found');
		const { marks, turnedHeld = [] } = JSON.parse(sheet.report) as SheetReport;
		const columns = [...Map.groupBy(marks, ({ sessionId }) => sessionId)].map(([sessionId, own]) =>
			columnBefore(tx, actor, sessionId, own),
		);
		const changing = columns.filter(({ choices }) => choices.length > 0);
		const whole = { correctionReason: SHEET_UNDONE, are: 'whole-marks', restores: true } as const;
		const saved = typeUp(context, actor, { cohortId, columns: changing, ...whole });
		if (!saved.done) return saved;
		const restored = saved.value.written;
		const putBack = turnedHeld.filter((id) => putBackHeld(context, tx, actor, id, restored));
		updateImport(tx, importId, sheet.version, { state: 'undone', undoneAt: context.clock.now() });
		tell({ details: { import: importId, restored: restored.length, sessions: putBack.length } });
		const left = marks.length - restored.length;
		return done({ restored: restored.length, left, stillHeld: turnedHeld.length - putBack.length });
	});
}

/** Schedules a session again of which no mark made after its start is left, but those just restored, and no log. */
function putBackHeld(
	context: AppContext,
	tx: Db,
	actor: Actor,
	sessionId: SessionId,
	restored: readonly WrittenMark[],
): boolean {
	const day = findSessionDay(tx, actor, sessionId, 'write', 'register');
	if (day?.session.state !== 'held') return false;
	const isRestored = ({ enrolmentId }: RegisterRow) =>
		restored.some((mark) => mark.sessionId === sessionId && mark.enrolmentId === enrolmentId);
	const says = (row: RegisterRow) => row.mark !== null && isOnRecord(row, day.session) && !isRestored(row);
	if (listRegisterRows(tx, actor, sessionId).some(says) || countSessionLogs(tx, actor, sessionId) > 0) return false;
	updateSession(tx, sessionId, day.session.version, { state: 'scheduled' });
	keepLadder(context, tx, actor, { sessionId });
	replan(context, tx, { sessionId });
	return true;
}

/** What stood before the sheet, of the rows that nobody has changed since. */
function columnBefore(tx: Db, actor: Actor, sessionId: SessionId, marks: readonly WrittenMark[]): TypedColumn {
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
