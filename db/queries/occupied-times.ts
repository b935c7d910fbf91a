import { and, eq, exists, gte, lte, ne, notInArray, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { OtherCohortPlan } from '#app/domain/scheduling/clashes.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { Db } from '../client.ts';
import { cohorts, sessions, teamMembers } from '../schema/index.ts';
import { toSession } from './sessions.ts';
import { visibleCohorts } from './visible-cohorts.ts';

/** A cohort that may stand in the way. `name` is null when the actor may not read it: then nothing of it may be shown. */
export type OccupyingCohort = OtherCohortPlan & { readonly name: string | null };

/**
 * Every cohort with a session on these days, whoever may read it: a room is taken and a facilitator busy whether or not
 * the actor may know by whom; a draft holds nothing. It is for the rule on clashes; what the actor may not read comes
 * without its name.
 */
export function listOccupyingCohorts(
	db: Db,
	actor: Actor,
	from: CalendarDay,
	to: CalendarDay,
): readonly OccupyingCohort[] {
	const onTheseDays = and(gte(sessions.day, from), lte(sessions.day, to), ne(sessions.state, 'cancelled'));
	const found = db
		.select({
			cohortId: cohorts.id,
			name: cohorts.name,
			isVisible: sql<0 | 1>`${visibleCohorts(db, actor, 'read', 'cohort')}`,
			side: cohorts.side,
			venueId: cohorts.venueId,
			roomId: cohorts.roomId,
		})
		.from(cohorts)
		.where(
			and(
				notInArray(cohorts.state, ['cancelled', 'draft']),
				exists(
					db
						.select({ one: sql`1` })
						.from(sessions)
						.where(and(eq(sessions.cohortId, cohorts.id), onTheseDays)),
				),
			),
		)
		.orderBy(cohorts.id)
		.all();
	const sessionsOf = Map.groupBy(db.select().from(sessions).where(onTheseDays).all(), ({ cohortId }) => cohortId);
	const teamOf = Map.groupBy(db.select().from(teamMembers).all(), ({ cohortId }) => cohortId);
	return found.map(({ isVisible, name, ...cohort }) => ({
		...cohort,
		name: isVisible ? name : null,
		team: (teamOf.get(cohort.cohortId) ?? []).map(({ staffId }) => staffId),
		sessions: (sessionsOf.get(cohort.cohortId) ?? []).map(toSession),
	}));
}
