import { and, eq, isNull } from 'drizzle-orm';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { bothSidesDecisions } from '../../schema/index.ts';

/** Whether a lead's decision stands that this member of staff works on both sides: for the rule, never for a page. */
export function hasBothSidesDecision(db: Db, staffId: StaffId): boolean {
	const current = and(eq(bothSidesDecisions.staffId, staffId), isNull(bothSidesDecisions.endedAt));
	return db.select({ staffId: bothSidesDecisions.staffId }).from(bothSidesDecisions).where(current).get() !== undefined;
}
