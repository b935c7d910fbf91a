import { and, asc, eq, inArray, isNull, max, min, ne, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { MARK_MEANINGS, MARKS } from '#app/domain/attendance/marks.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { areas, cohorts, enrolments, registerRows, sessions } from '../../schema/index.ts';
import { isOfTerm } from '../sessions.ts';
import { visibleCohorts } from '../visible-cohorts.ts';
import { wasAPlace } from './was-a-place.ts';

export type RetentionCohort = ReturnType<typeof listRetentionCohorts>[number];
export type RetentionPlace = ReturnType<typeof listRetentionPlaces>[number];

/** The cohorts of a side over which the actor may read who stays, drafts apart, each with the last plan that was held. */
export function listRetentionCohorts(db: Db, actor: Actor, side: Side) {
	const lastHeld = db
		.select({ last: max(sessions.planNumber) })
		.from(sessions)
		.where(
			and(eq(sessions.cohortId, cohorts.id), eq(sessions.state, sql`'held'`), isNull(sessions.enrolmentId), isOfTerm()),
		);
	return db
		.select({
			...{ id: cohorts.id, name: cohorts.name, state: cohorts.state, areaId: areas.id, area: areas.name },
			earliestStart: cohorts.earliestStart,
			...{ slug: cohorts.programmeSlug, version: cohorts.programmeVersion, variant: cohorts.programmeVariant },
			lastHeld: sql<number>`coalesce((${lastHeld}), 0)`,
		})
		.from(cohorts)
		.innerJoin(areas, eq(areas.id, cohorts.areaId))
		.where(and(eq(cohorts.side, side), ne(cohorts.state, sql`'draft'`), visibleCohorts(db, actor, 'read', 'retention')))
		.orderBy(asc(cohorts.earliestStart), asc(cohorts.name), asc(cohorts.id))
		.all();
}

/**
 * Every place of these cohorts with the first and the last plan whose session its holder attended, nobody named. Reasons
 * only where they are the actor’s to read.
 */
export function listRetentionPlaces(db: Db, actor: Actor, cohortIds: readonly CohortId[]) {
	const attended = MARKS.filter((mark) => MARK_MEANINGS[mark].attended);
	const readsReason = visibleCohorts(db, actor, 'read', 'exit.reason');
	return db
		.select({
			...{ cohortId: enrolments.cohortId, state: enrolments.state, exitKind: enrolments.exitKind },
			exitReason: sql<string | null>`case when ${readsReason} then ${enrolments.exitReason} end`,
			...{ first: min(sessions.planNumber), last: max(sessions.planNumber) },
		})
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
		.where(and(inArray(cohorts.id, [...cohortIds]), wasAPlace(), visibleCohorts(db, actor, 'read', 'retention')))
		.groupBy(enrolments.id)
		.orderBy(asc(enrolments.id))
		.all()
		.map(({ first, last, ...place }) => ({
			...place,
			attended: first === null || last === null ? null : { first, last },
		}));
}
