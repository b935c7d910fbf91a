import type { StaffActor } from '#app/domain/access/actor.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatDay, formatTimeSpan } from '#app/ui/format.ts';
import { type BookingsRead, readBookings } from '#app/use-cases/sessions/plan-booking.ts';

export type BookingsView = NonNullable<ReturnType<typeof readBookingsView>>;

/** Everybody whose individual session of this plan is to be booked or is; null when it is not the actor's to book. */
export function readBookingsView(context: RequestContext, actor: StaffActor, sessionId: SessionId) {
	const read = readBookings(context, context.db, actor, sessionId);
	if (!read) return null;
	const { session, term, people } = read;
	showsPeople(
		context,
		people.map(({ personId }) => personId),
	);
	return {
		sessionId,
		planNumber: session.planNumber,
		caption: `${term.cohort.name} · session ${session.planNumber}`,
		title: planNumbered(term.programme, session.planNumber).title,
		people: people
			.filter(({ state, bookedId }) => isActive(state) || bookedId !== null)
			.map((person) => lineOf(sessionId, person)),
	};
}

function lineOf(sessionId: SessionId, person: BookingsRead['people'][number]) {
	const { name, reference, enrolmentId, state, bookedId, bookedDay, bookedStart, bookedLength, bookedState } = person;
	const isTimed = bookedDay !== null && bookedStart !== null && bookedLength !== null;
	return {
		name,
		reference,
		when: isTimed ? `${formatDay(bookedDay)}, ${formatTimeSpan(bookedStart, bookedLength)}` : null,
		isHeld: bookedState === 'held',
		href: bookedId ? paths.session(bookedId) : null,
		bookHref: bookedId === null && isActive(state) ? paths.booking(sessionId, enrolmentId) : null,
	};
}
