import type { AppContext } from '#app/context.ts';
import { type Actor, CLOCK } from '#app/domain/access/actor.ts';
import { MARK_MEANINGS } from '#app/domain/attendance/marks.ts';
import { isTakenOffBy } from '#app/domain/attendance/register.ts';
import { checkExit, type ExitRefusal } from '#app/domain/attrition/check-exit.ts';
import type { Exit } from '#app/domain/attrition/enrolment.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findEnrolment, listRowsOfEnrolment } from '#db/queries/enrolments.ts';
import { updateEnrolment } from '#db/stores/cohorts.ts';
import { expectNoLonger } from '#db/stores/registers.ts';
import { updateSession } from '#db/stores/sessions.ts';
import { audited } from '../audit/audited.ts';
import { cancelEmptyCatchUps } from '../catch-ups/cancel-catch-up.ts';
import { replan } from '../reminders/replan.ts';
import { followExit } from '../tasks/follow-exit.ts';

type ExitOfPlace = Exit & { readonly enrolmentId: EnrolmentId; readonly version: number };
type Refusal = 'not-found' | 'changed-meanwhile' | 'attended-later' | ExitRefusal;

/**
 * Ends a place on a day, by the person (left) or by the service (removed): takes them off the registers of sessions
 * that have not begun, and of later ones that nobody has marked; what is booked for them alone and has not begun is given
 * back, a catch-up too. Refused when they attended after that day, because then the day is wrong. (§2.4, §3.7)
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
		const takenOff = rows.filter((row) => isTakenOffBy(checked.value, row, now)).map(({ sessionId }) => sessionId);
		expectNoLonger(tx, enrolmentId, takenOff);
		cancelEmptyCatchUps(context, tx, CLOCK, takenOff);
		tell({ details: { givenBack: giveBack(tx, rows, now) } });
		followExit(context, tx, actor, { ...enrolment, enrolmentId });
		replan(context, tx, { personId: enrolment.personId });
		return done();
	});
}

/**
 * Cancels the individual sessions that are booked for the person and have not begun: reminders, calendars and the room
 * follow. How many they were.
 */
function giveBack(tx: Db, rows: readonly Row[], now: Instant): number {
	const theirs = rows.filter((row) => row.isOwn && row.state === 'scheduled' && row.startsAt !== null);
	const toCome = theirs.filter(({ startsAt }) => startsAt! > now);
	for (const { sessionId, version, sequence } of toCome) {
		const change = { state: 'cancelled', stateReason: GIVEN_BACK, sequence: sequence + 1, changedAt: now } as const;
		if (!updateSession(tx, sessionId, version, change)) throw new Error('The session changed in its own transaction');
	}
	return toCome.length;
}

const GIVEN_BACK = 'Given back, because the place has ended';

type Row = ReturnType<typeof listRowsOfEnrolment>[number];

function wasThereAfter({ mark, day }: Row, lastDay: CalendarDay): boolean {
	return mark !== null && MARK_MEANINGS[mark].attended && day !== null && day > lastDay;
}
