import { and, eq, isNull } from 'drizzle-orm';
import { contactKey } from '#app/domain/people/contact-address.ts';
import type { CohortId, StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { enrolments, safeContacts, staff } from '../../schema/index.ts';

/**
 * Whether a member of staff has a place in the cohort themself, as far as anything tells: somebody in it is reached by
 * their address. For the rule that nobody observes a session in which they take part, never for a page.
 */
export function hasOwnPlace(db: Db, cohortId: CohortId, staffId: StaffId): boolean {
	const account = db.select({ email: staff.email }).from(staff).where(eq(staff.id, staffId)).get();
	if (!account) return false;
	const found = db
		.select({ id: enrolments.id })
		.from(enrolments)
		.innerJoin(safeContacts, eq(safeContacts.personId, enrolments.personId))
		.where(
			and(
				eq(enrolments.cohortId, cohortId),
				eq(safeContacts.addressKey, contactKey(account.email)),
				isNull(safeContacts.supersededAt),
			),
		)
		.get();
	return found !== undefined;
}
