import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { MARK_MEANINGS } from '#app/domain/attendance/marks.ts';
import { isExpectedAt } from '#app/domain/attendance/register.ts';
import { checkExit, type ExitRefusal } from '#app/domain/attrition/check-exit.ts';
import type { Exit } from '#app/domain/attrition/enrolment.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { type Db, inTransaction } from '#db/client.ts';
import { findEnrolment, listRowsOfEnrolment } from '#db/queries/enrolments.ts';
import { updateEnrolment } from '#db/stores/cohorts.ts';
import { expectNoLonger } from '#db/stores/registers.ts';

type ExitOfPlace = Exit & { readonly enrolmentId: EnrolmentId; readonly version: number };
type Refusal = 'not-found' | 'changed-meanwhile' | 'attended-later' | ExitRefusal;

/**
 * Ends a place on a day, by the person (left) or by the service (removed): takes them off the registers of later sessions
 * that nobody has marked. Refused when they attended after that day, because then the day is wrong.
 */
export function recordExit(
	context: AppContext,
	actor: Actor,
	{ enrolmentId, version, ...exit }: ExitOfPlace,
): Outcome<undefined, Refusal> {
	const today = dayOf(context.clock.now());
	return inTransaction(context.db, (tx) => {
		const enrolment = findEnrolment(tx, actor, enrolmentId, 'write', 'exit');
		if (!enrolment) return refused('not-found');
		if (enrolment.version !== version) return refused('changed-meanwhile', { state: enrolment.state });
		const checked = checkExit(exit, enrolment, today);
		if (!checked.done) return checked;
		const { on: exitOn, kind, reason, note } = checked.value;
		const later = rowsAfter(tx, actor, { ...enrolment, exit: checked.value });
		const attended = later.filter(({ mark }) => mark !== null && MARK_MEANINGS[mark].attended).at(-1);
		if (attended)
			return refused('attended-later', { planNumber: attended.planNumber, day: attended.day as CalendarDay });
		const ended = { state: kind, exitOn, exitKind: kind, exitReason: reason, exitNote: note };
		updateEnrolment(tx, enrolmentId, version, ended);
		expectNoLonger(
			tx,
			enrolmentId,
			later.map(({ sessionId }) => sessionId),
		);
		return done();
	});
}

type Ending = { readonly id: EnrolmentId; readonly joinsAtPlan: number; readonly exit: Exit };

function rowsAfter(tx: Db, actor: Actor, ending: Ending) {
	return listRowsOfEnrolment(tx, actor, ending.id).filter(({ planNumber, day }) => {
		const time = day === null ? null : { day };
		return !isExpectedAt(ending, { planNumber, time });
	});
}
