import { and, count, eq, inArray, max, ne, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { MARK_MEANINGS, MARKS } from '#app/domain/attendance/marks.ts';
import { hasStayed } from '#app/domain/cohorts/started.ts';
import type { AreaId, CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, registerRows, sessions } from '../../schema/index.ts';
import { wasAPlace } from '../retention/was-a-place.ts';
import { isOfTerm } from '../sessions.ts';
import { visibleCohorts } from '../visible-cohorts.ts';

type Alike = { readonly cohortId: CohortId; readonly programmeSlug: string; readonly areaId: AreaId };

/**
 * The places of finished cohorts of the same programme in the same area, as far as the actor may read those: the last
 * plan whose session their holder attended (0 for none) and whether they stayed. Beside it how many cohorts those are.
 */
export function listPastPlaces(db: Db, actor: Actor, { cohortId, programmeSlug, areaId }: Alike) {
	const alike = and(
		eq(cohorts.programmeSlug, programmeSlug),
		eq(cohorts.areaId, areaId),
		eq(cohorts.state, 'finished'),
		ne(cohorts.id, cohortId),
		visibleCohorts(db, actor, 'read', 'cohort'),
	);
	const attended = MARKS.filter((mark) => MARK_MEANINGS[mark].attended);
	const found = db.select({ cohorts: count() }).from(cohorts).where(alike).get();
	const places = db
		.select({ state: enrolments.state, lastAttended: max(sessions.planNumber) })
		.from(enrolments)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.leftJoin(
			registerRows,
			and(
				eq(registerRows.enrolmentId, enrolments.id),
				eq(registerRows.expected, true),
				inArray(registerRows.mark, attended),
			),
		)
		.leftJoin(sessions, and(eq(sessions.id, registerRows.sessionId), eq(sessions.state, sql`'held'`), isOfTerm()))
		.where(and(alike, wasAPlace()))
		.groupBy(enrolments.id)
		.all();
	return {
		cohorts: found?.cohorts ?? 0,
		places: places.map(({ state, lastAttended }) => ({
			lastAttended: lastAttended ?? 0,
			stayed: hasStayed({ state, hasAttended: lastAttended !== null }),
		})),
	};
}
