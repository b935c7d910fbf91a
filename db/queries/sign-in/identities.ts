import { and, asc, eq } from 'drizzle-orm';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { staff, staffIdentities } from '../../schema/index.ts';

/** The account that the provider’s issuer and subject stand for, whatever its state; null when they were never linked. */
export function findStaffByIdentity(db: Db, { issuer, subject }: { issuer: string; subject: string }) {
	return (
		db
			.select({ staffId: staff.id, state: staff.state })
			.from(staffIdentities)
			.innerJoin(staff, eq(staff.id, staffIdentities.staffId))
			.where(and(eq(staffIdentities.issuer, issuer), eq(staffIdentities.subject, subject)))
			.get() ?? null
	);
}

/** What the account is linked to, the oldest first. */
export function listIdentities(db: Db, staffId: StaffId) {
	return db
		.select()
		.from(staffIdentities)
		.where(eq(staffIdentities.staffId, staffId))
		.orderBy(asc(staffIdentities.linkedAt))
		.all();
}
