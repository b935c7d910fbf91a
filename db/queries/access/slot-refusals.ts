import { eq } from 'drizzle-orm';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { slotRefusals } from '../../schema/index.ts';

/** How often lately a slot was refused to this member of staff without a reason; null when never. */
export function findSlotRefusals(db: Db, staffId: StaffId) {
	return db.select().from(slotRefusals).where(eq(slotRefusals.staffId, staffId)).get() ?? null;
}
