import { and, eq, exists, isNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db } from '../../client.ts';
import { familyMembers, safeContacts } from '../../schema/index.ts';

/** The condition that a safe-contact record is the one that holds now for this person. */
export function holdsFor(personId: SQLWrapper): SQL | undefined {
	return and(eq(safeContacts.personId, personId), isNull(safeContacts.supersededAt));
}

/** The condition that two people belong to one family, on whatever sides. */
export function areOneFamily(db: Db, one: SQLWrapper, other: SQLWrapper): SQL {
	const [its, theirs] = [alias(familyMembers, 'one_member'), alias(familyMembers, 'other_member')];
	return exists(
		db
			.select({ one: sql`1` })
			.from(its)
			.innerJoin(theirs, eq(theirs.familyId, its.familyId))
			.where(and(eq(its.personId, one), eq(theirs.personId, other))),
	);
}
