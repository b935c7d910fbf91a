import type { StaffActor } from '#app/domain/access/actor.ts';
import { daysAround, findClashes } from '#app/domain/scheduling/clashes.ts';
import type { Session, SessionTime } from '#app/domain/scheduling/session.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listOccupyingCohorts } from '#db/queries/planning/occupied-times.ts';

/** Somebody who is with another session then: of the cohort with this name, or of one that the actor may not know of. */
export type Busy = { readonly staffId: StaffId; readonly day: CalendarDay; readonly with: string | null };

type Planned = Pick<Session, 'planNumber'> & { readonly time: SessionTime };

/**
 * Which of these people, none of whom delivers the sessions yet, are with another session at the time of one of them: the
 * engine of clashes, asked about facilitators alone and one by one. `except`: a cohort whose own sessions are not in the way.
 */
export function listBusy(
	db: Db,
	actor: StaffActor,
	sessions: readonly Planned[],
	people: readonly StaffId[],
	except: CohortId | null = null,
): readonly Busy[] {
	if (people.length === 0) return [];
	const others = listOccupyingCohorts(db, actor, { days: [...new Set(sessions.flatMap(daysAround))], except });
	const names = new Map(others.map(({ cohortId, name }) => [cohortId, name]));
	const plan = { side: 'professional', venueId: null, roomId: null, team: people, sessions } as const;
	return findClashes(plan, others).flatMap((clash) =>
		clash.kind === 'facilitator-double-booked'
			? [{ staffId: clash.staffId, day: clash.day, with: names.get(clash.otherCohortId) ?? null }]
			: [],
	);
}
