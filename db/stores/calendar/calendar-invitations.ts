import { and, eq } from 'drizzle-orm';
import type { CalendarInvitationId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { calendarInvitations, staff } from '../../schema/index.ts';

/** Notes since when the member of staff wants calendar invitations; null: not any more. */
export function setInvitationWish(db: Db, staffId: StaffId, since: Instant | null): void {
	db.update(staff).set({ invitesSince: since }).where(eq(staff.id, staffId)).run();
}

/** Adds an invitation unless this session, member of staff, method and sequence has one. */
export function insertInvitation(db: Db, row: typeof calendarInvitations.$inferInsert): void {
	db.insert(calendarInvitations).values(row).onConflictDoNothing().run();
}

/** Changes the invitation if it still has this version; false when another sender was faster. */
export function updateInvitation(
	db: Db,
	{ id, version }: { readonly id: CalendarInvitationId; readonly version: number },
	change: Partial<typeof calendarInvitations.$inferInsert>,
): boolean {
	const { changes } = db
		.update(calendarInvitations)
		.set({ ...change, version: version + 1 })
		.where(and(eq(calendarInvitations.id, id), eq(calendarInvitations.version, version)))
		.run();
	return changes === 1;
}
