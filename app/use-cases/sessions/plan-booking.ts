import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { lastGroupDay, suggestBooking } from '#app/domain/scheduling/changes/suggest-booking.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import { isNeutral } from '#app/domain/scheduling/shown-clashes.ts';
import { type CalendarDay, laterDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import type { SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { isInHours, isOnLeave } from '#app/domain/team/staff-time.ts';
import type { Db } from '#db/client.ts';
import { listBookings } from '#db/queries/schedule-changes.ts';
import { findSession } from '#db/queries/sessions.ts';
import { listHours, listLeave } from '#db/queries/team/staff-time.ts';
import { clashesOn } from './move-clashes.ts';
import { besideTheTerm, readTerm } from './read-term.ts';

/** As far as a suggestion looks ahead. */
const DAYS_TO_LOOK_AT = 62;

/**
 * The placeholder of an individual plan with everybody whose session is to be booked or is; null when
 * it is not the actor's to change.
 */
export function readBookings(context: AppContext, db: Db, actor: Actor, sessionId: SessionId) {
	const session = findSession(db, actor, sessionId, 'write', 'session');
	const term = session && readTerm(context, db, actor, session.cohortId);
	if (!session || !term || session.kind !== 'individual' || session.enrolmentId !== null) return null;
	return { session, term, people: listBookings(db, actor, session) };
}

export type BookingsRead = NonNullable<ReturnType<typeof readBookings>>;

/**
 * When the next individual session of this plan could be: within the hours of the whole team, around its leave, and around
 * every session that the actor may know of; null when nothing is left. Why a time is passed over it does not tell, and that
 * somebody is not there is what whoever arranges learns by asking, too (decision 0015). It goes around no session that is
 * not theirs to know of, nor around the person’s own: a time that is passed over would tell of it, uncounted. Booking finds
 * such a clash, and counts what it tells. (§2.4, docs/security.md)
 */
export function suggestTime(
	context: AppContext,
	db: Db,
	actor: Actor,
	{ session, term }: Pick<BookingsRead, 'session' | 'term'>,
): SessionTime | null {
	const { module } = planNumbered(term.programme, session.planNumber);
	const plans = term.programme.plans.filter((plan) => plan.module === module).map(({ number }) => number);
	const after = lastGroupDay(term.term, plans);
	const { planNumber, lengthMinutes } = session;
	return suggestAfter(context, db, actor, { term, planNumber, lengthMinutes, after });
}

type Sought = {
	readonly term: BookingsRead['term'];
	readonly planNumber: number;
	readonly lengthMinutes: number;
	/** From the day after this one; null: from today. */
	readonly after: CalendarDay | null;
};

/** The first time after a day at which the team is there, and it and the room are free; null when nothing is. */
export function suggestAfter(
	context: AppContext,
	db: Db,
	actor: Actor,
	{ term, planNumber, lengthMinutes, after }: Sought,
): SessionTime | null {
	const now = context.clock.now();
	const from = after === null ? dayOf(now) : laterDay(after, dayOf(now));
	const own = [...term.term, ...besideTheTerm(term)];
	const days = Array.from({ length: DAYS_TO_LOOK_AT }, (_, ahead) => plusDays(from, ahead));
	const clashesOf = clashesOn(context, db, actor, term, { days, own, whose: { people: [] } });
	const isThere = teamIsThere(db, term.team, from);
	const isTaken = (to: SessionTime) => clashesOf([{ planNumber, to }]).some((clash) => !isNeutral(clash));
	return suggestBooking({
		...term.pattern,
		after,
		lengthMinutes,
		isFree: (to) => isThere(to) && !isTaken(to),
		now,
	});
}

/** Tells of a time whether everybody on the team works then: within their hours, and not on leave. */
function teamIsThere(db: Db, team: readonly StaffId[], from: CalendarDay): (time: SessionTime) => boolean {
	const hours = Map.groupBy(listHours(db, team), ({ staffId }) => staffId);
	const leave = listLeave(db, team, from);
	return (time) => !isOnLeave(leave, time) && team.every((staffId) => isInHours(hours.get(staffId) ?? [], time));
}
