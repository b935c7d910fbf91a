import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { grantedRelations } from '#app/domain/access/policy.ts';
import type { ObservationState } from '#app/domain/observations/observation.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { formatDay, formatTimeSpan } from '#app/ui/format.ts';
import { sessionName } from '#app/ui/session-name.ts';
import { listObservedSessions, type ObservedSession } from '#db/queries/access/observers.ts';
import { listOwnStates } from '#db/queries/observations/session-observations.ts';

/** Whether sessions can be assigned to them at all. */
export function mayObserve(actor: StaffActor): boolean {
	return grantedRelations(actor, 'read', 'session').includes('observed');
}

/** The assigned sessions: those to come from the next one on, those past from the last one back. */
export function observationsView({ db, clock }: AppContext, actor: StaffActor) {
	const now = clock.now();
	const sessions = listObservedSessions(db, actor);
	const states = listOwnStates(db, actor);
	const lineOf = (session: ObservedSession) => ({
		...inWords(session),
		form: formOf(session, states.get(session.id), now),
	});
	const isPast = ({ endsAt }: ObservedSession) => endsAt !== null && endsAt <= now;
	return {
		toCome: sessions
			.filter((session) => !isPast(session))
			.toReversed()
			.map(lineOf),
		past: sessions.filter(isPast).map(lineOf),
	};
}

/** What the link to the form says: how far it is. */
function formOf({ state, startsAt }: ObservedSession, own: ObservationState | undefined, now: Instant): string {
	if (own)
		return { draft: 'Go on with the draft', submitted: 'Submitted', released: 'Released', corrected: 'Corrected' }[own];
	if (state === 'cancelled') return 'Read the form';
	return startsAt !== null && startsAt <= now ? 'Score the session' : 'Read the form';
}

function inWords({ id, planNumber, kind, state, day, startTime, lengthMinutes, cohort, venue, room }: ObservedSession) {
	const when = day && startTime ? `${formatDay(day)}, ${formatTimeSpan(startTime, lengthMinutes)}` : 'Not booked yet';
	return {
		id,
		name: `${cohort}, ${sessionName({ kind, planNumber })}`,
		when: state === 'cancelled' ? `${when} (did not go ahead)` : when,
		where: [venue ?? 'Online', room].filter(Boolean).join(', '),
	};
}
