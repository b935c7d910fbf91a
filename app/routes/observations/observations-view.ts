import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { grantedRelations } from '#app/domain/access/policy.ts';
import { formatDay, formatTimeSpan } from '#app/ui/format.ts';
import { sessionName } from '#app/ui/session-name.ts';
import { listObservedSessions, type ObservedSession } from '#db/queries/access/observers.ts';

/** Whether sessions can be assigned to them at all. */
export function mayObserve(actor: StaffActor): boolean {
	return grantedRelations(actor, 'read', 'session').includes('observed');
}

/** The assigned sessions: those to come from the next one on, those past from the last one back. */
export function observationsView({ db, clock }: AppContext, actor: StaffActor) {
	const now = clock.now();
	const sessions = listObservedSessions(db, actor);
	const isPast = ({ endsAt }: ObservedSession) => endsAt !== null && endsAt <= now;
	return {
		toCome: sessions
			.filter((session) => !isPast(session))
			.toReversed()
			.map(lineOf),
		past: sessions.filter(isPast).map(lineOf),
	};
}

function lineOf({ id, planNumber, kind, state, day, startTime, lengthMinutes, cohort, venue, room }: ObservedSession) {
	const when = day && startTime ? `${formatDay(day)}, ${formatTimeSpan(startTime, lengthMinutes)}` : 'Not booked yet';
	return {
		id,
		name: `${cohort}, ${sessionName({ kind, planNumber })}`,
		when: state === 'cancelled' ? `${when} (did not go ahead)` : when,
		where: [venue ?? 'Online', room].filter(Boolean).join(', '),
	};
}
