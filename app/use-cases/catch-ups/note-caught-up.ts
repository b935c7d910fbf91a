import { makesUpFor } from '#app/domain/attendance/catch-ups.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';
import type { Thresholds } from '#app/domain/programmes/programme.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listMarksAtCatchUps } from '#db/queries/catch-ups/catch-ups.ts';
import type { SessionRow } from '#db/queries/sessions.ts';
import { deleteCatchUp, insertCatchUp } from '#db/stores/catch-ups.ts';

type Marked = MarkEntry & { readonly enrolmentId: EnrolmentId };

/**
 * Keeps who made up for the plan by these marks at a catch-up, and takes it back from who did not: a register that is
 * corrected corrects both. Another catch-up at which they were there for it stands in its place. Does nothing for any other
 * session. Call it in the transaction of the marks. (§5.8)
 */
export function noteCaughtUp(
	tx: Db,
	{ id, kind, planNumber, time }: SessionRow,
	marked: readonly Marked[],
	{ lateMinutes }: Pick<Thresholds, 'lateMinutes'>,
): void {
	if (kind !== 'catch-up') return;
	for (const { enrolmentId, mark, minutes } of marked) {
		if (makesUpFor({ expected: true, mark, minutes }, lateMinutes)) {
			insertCatchUp(tx, { enrolmentId, planNumber, doneOn: time?.day ?? null, sessionId: id });
		} else {
			deleteCatchUp(tx, enrolmentId, id);
			noteAnother(tx, { enrolmentId, planNumber, lateMinutes });
		}
	}
}

type OfPlan = { readonly enrolmentId: EnrolmentId; readonly planNumber: number; readonly lateMinutes: number };

function noteAnother(tx: Db, { enrolmentId, planNumber, lateMinutes }: OfPlan): void {
	const rows = listMarksAtCatchUps(tx, enrolmentId, planNumber);
	const made = rows.find((row) => makesUpFor(row, lateMinutes));
	if (made) insertCatchUp(tx, { enrolmentId, planNumber, doneOn: made.day, sessionId: made.sessionId });
}
