import { and, eq, exists, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { CohortId, FamilyId, PersonId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { enrolments, familyMembers, outbox, people, registerRows } from '../../schema/index.ts';
import { areOneFamily } from '../contacts/standing-contact.ts';

/** What is planned anew: everything, or what is of this person, this family or this cohort, or about this session. */
export type PlannedOf = {
	readonly personId?: PersonId;
	readonly familyId?: FamilyId;
	readonly cohortId?: CohortId;
	readonly sessionId?: SessionId;
};

/** By which of these ids planning is asked for: what the text of a query depends on. */
export function shapeOfPlanned(of: PlannedOf): string {
	return KEYS.filter((key) => of[key] !== undefined).join(' ');
}

/** The same with a placeholder, called as its key is, in the place of each id: for a query that is prepared once. */
export function standInForPlanned(of: PlannedOf): PlannedOf {
	return Object.fromEntries(KEYS.filter((key) => of[key] !== undefined).map((key) => [key, sql.placeholder(key)]));
}

const KEYS = ['personId', 'familyId', 'cohortId', 'sessionId'] as const satisfies readonly (keyof PlannedOf)[];

/** The condition for a message or a register's row, in `sessionId`, that has its enrolment beside it. */
export function isPlannedOf(
	{ personId, familyId, cohortId, sessionId }: PlannedOf,
	about: SQLWrapper,
): SQL | undefined {
	return and(
		personId && eq(enrolments.personId, personId),
		familyId &&
			sql`${enrolments.personId} in (select ${familyMembers.personId} from ${familyMembers} where ${familyMembers.familyId} = ${familyId})`,
		cohortId && eq(enrolments.cohortId, cohortId),
		sessionId && eq(about, sql`${sessionId}`),
	);
}

/** The same, or somebody of the survivor side of a family of theirs: what leaves to his side may move what waits for hers. */
export function isTouchedBy(db: Db, of: PlannedOf): SQL | undefined {
	const own = isPlannedOf(of, outbox.sessionId);
	return own && or(own, and(eq(people.side, 'survivor'), isRelatedTo(db, of)));
}

/** Whether the person in the row is one family with somebody of whom planning is asked. */
function isRelatedTo(db: Db, { personId, familyId, cohortId, sessionId }: PlannedOf): SQL {
	const [place, row] = [alias(enrolments, 'touched_place'), alias(registerRows, 'touched_row')];
	const touched = db
		.select({ one: sql`1` })
		.from(place)
		.leftJoin(row, eq(row.enrolmentId, place.id))
		.where(
			and(
				personId && eq(place.personId, personId),
				// Everybody of the family is planned anew anyway.
				familyId && sql`false`,
				cohortId && eq(place.cohortId, cohortId),
				sessionId && eq(row.sessionId, sessionId),
				areOneFamily(db, place.personId, people.id),
			),
		);
	return exists(touched);
}
