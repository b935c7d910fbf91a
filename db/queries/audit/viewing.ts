import { and, eq, gt, inArray, isNotNull, lt, max, sql } from 'drizzle-orm';
import type { PersonId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { auditEntries, auditPeople, people, staff } from '../../schema/index.ts';

/**
 * Whom the member of staff has looked at since then and before this entry, and when last: for the rule on
 * mass viewing, never for a page.
 */
export function listViewedSince(db: Db, staffId: StaffId, since: Instant, beforeSeq: number) {
	return db
		.select({ personId: auditPeople.personId, lastAt: sql<Instant>`${max(auditEntries.at)}` })
		.from(auditEntries)
		.innerJoin(auditPeople, eq(auditPeople.key, auditEntries.peopleKey))
		.where(
			and(
				eq(auditEntries.staffId, staffId),
				gt(auditEntries.at, since),
				lt(auditEntries.seq, beforeSeq),
				eq(auditEntries.action, 'page-viewed'),
				isNotNull(auditEntries.peopleKey),
			),
		)
		.groupBy(auditPeople.personId)
		.all();
}

/** What the rule on one's own surname and postcode compares: for that rule, never for a page. */
export function listViewedPeople(db: Db, personIds: readonly PersonId[]) {
	return db
		.select({ personId: people.id, familyName: people.familyName, postcode: people.postcode })
		.from(people)
		.where(inArray(people.id, [...personIds]))
		.all();
}

/** The postcode that the member of staff gave; null when they gave none. For the same rule. */
export function findPostcodeOfStaff(db: Db, staffId: StaffId) {
	return db.select({ postcode: staff.postcode }).from(staff).where(eq(staff.id, staffId)).get()?.postcode ?? null;
}
