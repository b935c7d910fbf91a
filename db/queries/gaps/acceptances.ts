import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { gapKey } from '#app/domain/gaps/gap-kinds.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, gapAcceptances, people, staff } from '../../schema/index.ts';
import { wordsShown } from '../access/visible-people.ts';
import { visibleCohorts } from '../visible-cohorts.ts';
import { isAtWork } from './place-facts.ts';

const stands = and(isNull(gapAcceptances.takenBackAt), isNull(gapAcceptances.endedAt));

export type Acceptance = ReturnType<typeof listAcceptances> extends ReadonlyMap<string, infer One> ? One : never;

/**
 * What was accepted of the gaps of these cohorts and stands, by the gap’s key, with how much was missing then. Shown with the gap, to who may see that; the
 * reason is kept from whom a restriction keeps the person’s name.
 */
export function listAcceptances(db: Db, actor: Actor, cohortIds: readonly CohortId[]) {
	const { id, kind, sessionId, enrolmentId, acceptedAt, acceptedBy, cohortId } = gapAcceptances;
	const ofPerson = wordsShown(db, actor, { words: gapAcceptances.reason, by: acceptedBy });
	const found = db
		.select({
			...{ id, kind, sessionId, enrolmentId, acceptedAt, byId: acceptedBy, by: staff.name },
			...{ of: gapAcceptances.missing, many: gapAcceptances.missingMany },
			reason: sql<string | null>`case when ${people.id} is null then ${gapAcceptances.reason} else ${ofPerson} end`,
		})
		.from(gapAcceptances)
		.innerJoin(cohorts, eq(cohorts.id, cohortId))
		.innerJoin(staff, eq(staff.id, acceptedBy))
		.leftJoin(enrolments, eq(enrolments.id, enrolmentId))
		.leftJoin(people, eq(people.id, enrolments.personId))
		.where(and(inArray(cohortId, [...cohortIds]), stands, visibleCohorts(db, actor, 'read', 'task')))
		.all();
	return new Map(
		found.map(({ kind: of, sessionId: session, enrolmentId: place, ...acceptance }) => [
			gapKey({ kind: of, id: (session ?? place)! }),
			acceptance,
		]),
	);
}

/** What was accepted and stands of cohorts at work, and of those that met since a day: for the clock, which ends it. */
export function listStandingAcceptances(db: Db, actor: Actor, since: CalendarDay) {
	const { id, kind, sessionId, enrolmentId, cohortId } = gapAcceptances;
	return db
		.select({ id, kind, sessionId, enrolmentId, cohortId })
		.from(gapAcceptances)
		.innerJoin(cohorts, eq(cohorts.id, cohortId))
		.where(and(stands, isAtWork(db, { since }), visibleCohorts(db, actor, 'read', 'task')))
		.all()
		.map(({ sessionId: session, enrolmentId: place, ...one }) => ({
			...{ id: one.id, cohortId: one.cohortId, key: gapKey({ kind: one.kind, id: (session ?? place)! }) },
		}));
}
