import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { type ChosenTime, type ChosenTimeRefusal, chosenTime } from '#app/domain/scheduling/changes/new-time.ts';
import type { ShownClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { insertRegisterRow } from '#db/stores/registers.ts';
import { insertSession } from '#db/stores/sessions.ts';
import { audited } from '../audit/audited.ts';
import { countSlotRefusal, refuseAsking } from '../clashes/slot-refusals.ts';
import { replan } from '../reminders/replan.ts';
import { listMoveClashes } from './move-clashes.ts';
import { expectAtPlaceholder } from './placeholder.ts';
import { readBookings } from './plan-booking.ts';
import { besideTheTerm } from './read-term.ts';
import type { Asked } from './save-moves.ts';

export type BookingToSave = {
	/** The placeholder of the plan. */
	readonly sessionId: SessionId;
	readonly enrolmentId: EnrolmentId;
	readonly to: ChosenTime;
	readonly asked: Asked;
};
type Refusal =
	| 'not-found'
	| ChosenTimeRefusal
	| 'booked-already'
	| 'place-ended'
	| 'before-enrolment'
	| 'clashes'
	| 'too-many-slots';

/**
 * Books the individual session of a plan for one person: a session of its own, with its own register, reminders and
 * calendar entry; at the placeholder they are expected no longer. A session that was held already may be booked for its
 * day. Refused with the clashes in the details when the team, the room, the person or the cohort has something else then,
 * and to who asks too often. (§2.4)
 */
export function bookIndividual(context: AppContext, actor: Actor, booking: BookingToSave): Outcome<SessionId, Refusal> {
	const { sessionId, enrolmentId, asked } = booking;
	const record = ['enrolment', enrolmentId] as const;
	const event = { actor, action: 'individual-session-booked', record } as const;
	const outcome = audited(context, event, (tx, tell): Outcome<SessionId, Refusal> => {
		const read = readBookings(context, tx, actor, sessionId);
		const person = read?.people.find((one) => one.enrolmentId === enrolmentId);
		if (!read || !person) return refused('not-found');
		tell({ people: [person.personId] });
		const waits = refuseAsking(context, tx, actor);
		if (waits) return waits;
		if (person.bookedId !== null) return refused('booked-already');
		if (!isActive(person.state)) return refused('place-ended');
		if (booking.to.day < person.enrolledOn) return refused('before-enrolment', { day: person.enrolledOn });
		const { session, term } = read;
		const time = chosenTime(booking.to, term.pattern.off);
		if (!time.done) return time;
		const { cohortId, planNumber, kind } = session;
		const moves = [{ planNumber, to: time.value }];
		const own = [...term.term, ...besideTheTerm(term)];
		const clashes = listMoveClashes(context, tx, actor, term, { moves, own, enrolmentId });
		if (clashes.length > 0) return refused('clashes', { clashes });
		const id = context.ids.next<SessionId>();
		const whose = { id, cohortId, planNumber, kind, enrolmentId, state: 'scheduled' as const };
		const setBy = actor.kind === 'staff' ? actor.staffId : null;
		insertSession(tx, { ...whose, ...time.value, changedAt: context.clock.now() }, { setBy, ...asked });
		insertRegisterRow(tx, { sessionId: id, enrolmentId });
		expectAtPlaceholder(tx, { ...session, enrolmentId }, false);
		tell({ details: { session: id } });
		replan(context, tx, { personId: person.personId });
		return done(id);
	});
	if (!outcome.done && outcome.code === 'clashes') {
		countSlotRefusal(context, actor, outcome.details.clashes as readonly ShownClash[]);
	}
	return outcome;
}
