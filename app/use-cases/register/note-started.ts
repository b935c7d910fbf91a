import { MARK_MEANINGS } from '#app/domain/attendance/marks.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listAttendedOf } from '#db/queries/registers/attended.ts';
import { updateEnrolment } from '#db/stores/cohorts.ts';

/**
 * A place is on programme from the first session attended, and enrolled again where a correction takes the only one away: a
 * catch-up is received and never attended. What has ended stays as it ended. Call it inside the transaction of the marks.
 * (§3.1, §6.1)
 */
export function noteStarted(tx: Db, enrolmentIds: readonly EnrolmentId[]): void {
	for (const { id, version, state, marks } of listAttendedOf(tx, enrolmentIds)) {
		const hasAttended = marks.some((mark) => MARK_MEANINGS[mark].attended);
		const now = hasAttended ? 'on-programme' : 'enrolled';
		if (now !== state) updateEnrolment(tx, id, version, { state: now });
	}
}
