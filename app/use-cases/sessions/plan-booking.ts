import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { lastGroupDay, suggestBooking } from '#app/domain/scheduling/changes/suggest-booking.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import { laterDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import { listBookings } from '#db/queries/schedule-changes.ts';
import { findSession } from '#db/queries/sessions.ts';
import { clashesOn, readTerm } from './read-term.ts';

/** As far as a suggestion looks ahead. */
const DAYS_TO_LOOK_AT = 62;

/** The placeholder of an individual plan with everybody whose session is to be booked or is; null when it is not the actor's to change. */
export function readBookings(context: AppContext, db: Db, actor: Actor, sessionId: SessionId) {
	const session = findSession(db, actor, sessionId, 'write', 'session');
	const term = session && readTerm(context, db, actor, session.cohortId);
	if (!session || !term || session.kind !== 'individual' || session.enrolmentId !== null) return null;
	return { session, term, people: listBookings(db, actor, session) };
}

export type BookingsRead = NonNullable<ReturnType<typeof readBookings>>;

/**
 * When the next individual session of this plan could be, where the team and the room are free; null when nothing is. Of the
 * person it asks nothing: a time that is passed over must not tell where they are. (§2.4)
 */
export function suggestTime(
	context: AppContext,
	db: Db,
	actor: Actor,
	{ session, term }: Pick<BookingsRead, 'session' | 'term'>,
): SessionTime | null {
	const now = context.clock.now();
	const { module } = planNumbered(term.programme, session.planNumber);
	const plans = term.programme.plans.filter((plan) => plan.module === module).map(({ number }) => number);
	const after = lastGroupDay(term.term, plans);
	const from = after === null ? dayOf(now) : laterDay(after, dayOf(now));
	const own = [...term.term, ...term.booked];
	const days = Array.from({ length: DAYS_TO_LOOK_AT }, (_, ahead) => plusDays(from, ahead));
	const clashesOf = clashesOn(context, db, actor, term, { days, own, whose: { people: [] } });
	return suggestBooking({
		...term.pattern,
		after,
		lengthMinutes: session.lengthMinutes,
		isFree: (to) => clashesOf([{ planNumber: session.planNumber, to }]).length === 0,
		now,
	});
}
