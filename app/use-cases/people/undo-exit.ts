import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { MARK_MEANINGS } from '#app/domain/attendance/marks.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import type { EnrolmentId, PersonId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import { countPlacesTaken, findEnrolment, hasActivePlace, listRowsOfEnrolment } from '#db/queries/enrolments.ts';
import { listSessions } from '#db/queries/sessions.ts';
import { updateEnrolment } from '#db/stores/cohorts.ts';
import { expectAgain } from '#db/stores/registers.ts';
import { audited } from '../audit/audited.ts';
import { refusePlace } from '../clashes/slot-for-person.ts';
import { countSlotRefusal, NEUTRAL, refuseAsking } from '../clashes/slot-refusals.ts';
import { replan } from '../reminders/replan.ts';
import { followExitUndone } from '../tasks/follow-exit.ts';

type Refusal =
	| 'not-found'
	| 'changed-meanwhile'
	| 'not-ended'
	| 'already-on-programme'
	| 'cohort-full'
	| 'slot-not-available'
	| 'elsewhere-then'
	| 'too-many-slots';

/**
 * Takes an exit back that was recorded by mistake, or a completion: the place goes on as if it had not been, and the person is expected
 * again wherever they were taken off. Refused when the place was given away, when they have another in the programme, and
 * when they could not be given it anew.
 */
export function undoExit(
	context: AppContext,
	actor: Actor,
	{ enrolmentId, version }: { enrolmentId: EnrolmentId; version: number },
): Outcome<PersonId, Refusal> {
	const record = ['enrolment', enrolmentId] as const;
	const outcome = audited(context, { actor, action: 'exit-undone', record }, (tx, tell): Outcome<PersonId, Refusal> => {
		const enrolment = findEnrolment(tx, actor, enrolmentId, 'write', 'exit');
		const cohort = enrolment && findCohort(tx, actor, enrolment.cohortId);
		if (!enrolment || !cohort) return refused('not-found');
		tell({ people: [enrolment.personId] });
		const waits = refuseAsking(context, tx, actor);
		if (waits) return waits;
		if (enrolment.version !== version) return refused('changed-meanwhile', { state: enrolment.state });
		if (isActive(enrolment.state)) return refused('not-ended');
		if (hasActivePlace(tx, enrolment.personId, enrolment.programmeSlug)) return refused('already-on-programme');
		const taken = countPlacesTaken(tx, cohort.id);
		if (taken >= cohort.places) return refused('cohort-full', { places: cohort.places, placesTaken: taken });
		const { personId } = enrolment;
		const sessions = listSessions(tx, actor, [cohort.id]);
		const against = refusePlace(context, tx, actor, { personId, cohort, sessions });
		if (against) return against;
		// A catch-up is booked anew: what was free then may not be now.
		const rows = listRowsOfEnrolment(tx, actor, enrolmentId).filter(({ kind }) => kind !== 'catch-up');
		const hasAttended = rows.some(({ mark }) => mark !== null && MARK_MEANINGS[mark].attended);
		const state = hasAttended ? 'on-programme' : 'enrolled';
		updateEnrolment(tx, enrolmentId, version, { state, ...NO_EXIT });
		const theirs = rows.filter((row) => row.planNumber >= enrolment.joinsAtPlan && !isBookedInstead(row, rows));
		const sessionIds = theirs.map(({ sessionId }) => sessionId);
		expectAgain(tx, enrolmentId, sessionIds);
		followExitUndone(context, tx, actor, enrolmentId);
		replan(context, tx, { personId });
		return done(personId);
	});
	if (!outcome.done && outcome.code === 'slot-not-available') countSlotRefusal(context, actor, [NEUTRAL]);
	return outcome;
}

const NO_EXIT = { exitOn: null, exitKind: null, exitReason: null, exitNote: null };

type Row = ReturnType<typeof listRowsOfEnrolment>[number];

/** At a placeholder nobody is expected for whom a session of its plan is booked. */
function isBookedInstead({ planNumber, day, isOwn }: Row, rows: readonly Row[]): boolean {
	const own = rows.filter((other) => other.isOwn && other.planNumber === planNumber && other.state !== 'cancelled');
	return day === null && !isOwn && own.length > 0;
}
