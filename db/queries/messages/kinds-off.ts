import { and, asc, eq, exists, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { messageKindsOff, staff } from '../../schema/index.ts';

/** Whether the kind in the row is on for its cohort: off for the organisation is off everywhere. */
export function isKindOn(db: Db, kind: SQLWrapper, cohortId: SQLWrapper): SQL<boolean> {
	const here = or(isNull(messageKindsOff.cohortId), eq(messageKindsOff.cohortId, cohortId));
	const off = db
		.select({ one: sql`1` })
		.from(messageKindsOff)
		.where(and(eq(messageKindsOff.kind, kind), here));
	return sql<boolean>`not ${exists(off)}`.mapWith(Boolean);
}

/** What is off for the organisation and, where one is named, for the cohort, with who turned it off and when. */
export function listKindsOff(db: Db, cohortId: CohortId | null) {
	const here = cohortId === null ? undefined : eq(messageKindsOff.cohortId, cohortId);
	return db
		.select({
			...{ kind: messageKindsOff.kind, cohortId: messageKindsOff.cohortId },
			...{ at: messageKindsOff.turnedOffAt, by: staff.name },
		})
		.from(messageKindsOff)
		.innerJoin(staff, eq(staff.id, messageKindsOff.turnedOffBy))
		.where(or(isNull(messageKindsOff.cohortId), here))
		.orderBy(asc(messageKindsOff.kind))
		.all();
}
