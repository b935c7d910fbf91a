import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { gapKey } from '#app/domain/gaps/gap-kinds.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, gapAcceptances, people, staff } from '../../schema/index.ts';
import { wordsShown } from '../access/visible-people.ts';
import { visibleCohorts } from '../visible-cohorts.ts';

export type Acceptance = ReturnType<typeof listAcceptances> extends ReadonlyMap<string, infer One> ? One : never;

/**
 * What was accepted of the gaps of these cohorts and stands, by the gap’s key. Shown with the gap, to who may see that; the
 * reason is kept from whom a restriction keeps the person’s name.
 */
export function listAcceptances(db: Db, actor: Actor, cohortIds: readonly CohortId[]) {
	const { id, kind, sessionId, enrolmentId, acceptedAt, acceptedBy, takenBackAt, cohortId } = gapAcceptances;
	const ofPerson = wordsShown(db, actor, { words: gapAcceptances.reason, by: acceptedBy });
	const found = db
		.select({
			...{ id, kind, sessionId, enrolmentId, acceptedAt, by: staff.name },
			reason: sql<string | null>`case when ${people.id} is null then ${gapAcceptances.reason} else ${ofPerson} end`,
		})
		.from(gapAcceptances)
		.innerJoin(cohorts, eq(cohorts.id, cohortId))
		.innerJoin(staff, eq(staff.id, acceptedBy))
		.leftJoin(enrolments, eq(enrolments.id, enrolmentId))
		.leftJoin(people, eq(people.id, enrolments.personId))
		.where(and(inArray(cohortId, [...cohortIds]), isNull(takenBackAt), visibleCohorts(db, actor, 'read', 'task')))
		.all();
	return new Map(
		found.map(({ kind: of, sessionId: session, enrolmentId: place, ...acceptance }) => [
			gapKey({ kind: of, id: (session ?? place)! }),
			acceptance,
		]),
	);
}
