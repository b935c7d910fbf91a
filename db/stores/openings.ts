import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { BrokenGlassId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../client.ts';
import { brokenGlass, openingAttempts, slotRefusals } from '../schema/index.ts';

/** Opens the record; the one that its user had before has to be over, and is closed at its end. */
export function insertOpening(db: Db, row: typeof brokenGlass.$inferInsert): void {
	db.update(brokenGlass)
		.set({ closedAt: brokenGlass.opensUntil })
		.where(
			and(
				eq(brokenGlass.staffId, row.staffId),
				isNull(brokenGlass.closedAt),
				lte(brokenGlass.opensUntil, row.openedAt),
			),
		)
		.run();
	db.insert(brokenGlass).values(row).run();
}

/** Closes whatever record this member of staff has open. */
export function endOpenings(db: Db, staffId: StaffId, now: Instant): void {
	db.update(brokenGlass)
		.set({ closedAt: now })
		.where(and(eq(brokenGlass.staffId, staffId), isNull(brokenGlass.closedAt), gt(brokenGlass.opensUntil, now)))
		.run();
}

type Review = Required<Pick<typeof brokenGlass.$inferInsert, 'reviewedBy' | 'reviewedAt' | 'reviewNote'>>;

/** Keeps the review if nobody else did so since this version; false otherwise. */
export function reviewOpening(db: Db, id: BrokenGlassId, version: number, review: Review): boolean {
	const { changes } = db
		.update(brokenGlass)
		.set({ ...review, version: version + 1 })
		.where(and(eq(brokenGlass.id, id), eq(brokenGlass.version, version), isNull(brokenGlass.reviewedAt)))
		.run();
	return changes === 1;
}

export function saveProbes(db: Db, row: typeof openingAttempts.$inferInsert): void {
	db.insert(openingAttempts).values(row).onConflictDoUpdate({ target: openingAttempts.staffId, set: row }).run();
}

/** Counts that a slot was refused without a reason. */
export function saveSlotRefusals(db: Db, row: typeof slotRefusals.$inferInsert): void {
	db.insert(slotRefusals).values(row).onConflictDoUpdate({ target: slotRefusals.staffId, set: row }).run();
}
