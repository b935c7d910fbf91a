import type { AppContext } from '#app/context.ts';
import { type Actor, CLOCK } from '#app/domain/access/actor.ts';
import { MARK_MEANINGS } from '#app/domain/attendance/marks.ts';
import { isTakenOffBy } from '#app/domain/attendance/register.ts';
import { checkExit, type ExitRefusal } from '#app/domain/attrition/check-exit.ts';
import type { Exit } from '#app/domain/attrition/enrolment.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findEnrolment, listRowsOfEnrolment } from '#db/queries/enrolments.ts';
import { updateEnrolment } from '#db/stores/cohorts.ts';
import { expectNoLonger } from '#db/stores/registers.ts';
import { audited } from '../audit/audited.ts';
import { cancelEmptyCatchUps } from '../catch-ups/cancel-catch-up.ts';

type ExitOfPlace = Exit & { readonly enrolmentId: EnrolmentId; readonly version: number };
type Refusal = 'not-found' | 'changed-meanwhile' | 'attended-later' | ExitRefusal;

/**
 * Ends a place on a day, by the person (left) or by the service (removed): takes them off the registers of sessions
 * that have not begun, and of later ones that nobody has marked; a catch-up that was for them alone is cancelled. Refused when they attended after that day, because then the day is wrong.
 */
export function recordExit(
	context: AppContext,
	actor: Actor,
	{ enrolmentId, version, ...exit }: ExitOfPlace,
): Outcome<undefined, Refusal> {
	const now = context.clock.now();
	const record = ['enrolment', enrolmentId] as const;
	return audited(context, { actor, action: 'exit-recorded', record }, (tx, tell) => {
		const enrolment = findEnrolment(tx, actor, enrolmentId, 'write', 'exit');
		if (!enrolment) return refused('not-found');
		tell({ people: [enrolment.personId] });
		if (enrolment.version !== version) return refused('changed-meanwhile', { state: enrolment.state });
		const checked = checkExit(exit, enrolment, dayOf(now));
		if (!checked.done) return checked;
		const { on: exitOn, kind, reason, note } = checked.value;
		const rows = listRowsOfEnrolment(tx, actor, enrolmentId);
		const attended = rows.findLast((row) => wasThereAfter(row, exitOn));
		if (attended)
			return refused('attended-later', { planNumber: attended.planNumber, day: attended.day as CalendarDay });
		const ended = { state: kind, exitOn, exitKind: kind, exitReason: reason, exitNote: note };
		updateEnrolment(tx, enrolmentId, version, ended);
		const takenOff = rows.filter((row) => isTakenOffBy(checked.value, row, now));
		const sessionIds = takenOff.map(({ sessionId }) => sessionId);
		expectNoLonger(tx, enrolmentId, sessionIds);
		cancelEmptyCatchUps(context, tx, CLOCK, sessionIds);
		return done();
	});
}

type Row = ReturnType<typeof listRowsOfEnrolment>[number];

function wasThereAfter({ mark, day }: Row, lastDay: CalendarDay): boolean {
	return mark !== null && MARK_MEANINGS[mark].attended && day !== null && day > lastDay;
}
