import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { NoticeKind } from '#app/domain/notices/staff-notice.ts';
import type { StaffId, StaffNoticeId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { type Db, prepareOnce } from '../client.ts';
import { staffNotices } from '../schema/index.ts';

/** Adds a notice unless this member of staff has the same one about the same thing already; false when they have. */
export function insertNotice(db: Db, row: typeof staffNotices.$inferInsert): boolean {
	return db.insert(staffNotices).values(row).onConflictDoNothing().run().changes === 1;
}

/** Changes the notice if it still has this version; false when another sender was faster. */
export function updateNotice(
	db: Db,
	{ id, version }: { readonly id: StaffNoticeId; readonly version: number },
	change: Partial<typeof staffNotices.$inferInsert>,
): boolean {
	const { changes } = db
		.update(staffNotices)
		.set({ ...change, version: version + 1 })
		.where(and(eq(staffNotices.id, id), eq(staffNotices.version, version)))
		.run();
	return changes === 1;
}

/** Notes that this member of staff has read these of their notices. Reading has no part in the version, which is the mail's. */
export function markNoticesRead(db: Db, staffId: StaffId, ids: readonly StaffNoticeId[], now: Instant): void {
	db.update(staffNotices)
		.set({ readAt: now })
		.where(and(eq(staffNotices.staffId, staffId), inArray(staffNotices.id, [...ids]), isNull(staffNotices.readAt)))
		.run();
}

/** The cause of a nudge has ended: it counts as read, and its mail does not leave if it has not. */
export function settleNotice(
	db: Db,
	{ id, version, state }: Pick<typeof staffNotices.$inferSelect, 'id' | 'version' | 'state'>,
	now: Instant,
): void {
	const mail = state === 'queued' ? ({ state: 'suppressed', reason: 'cause-ended' } as const) : {};
	db.update(staffNotices)
		.set({ readAt: now, ...mail, version: version + 1 })
		.where(and(eq(staffNotices.id, id), eq(staffNotices.version, version)))
		.run();
}

/** Forgets what has been read about it of these kinds, so that the same can be told again of what waits anew. */
export function forgetReadNotices(db: Db, kinds: readonly NoticeKind[], aboutId: string): void {
	const query = prepareOnce(db, `forget read notices ${kinds.join(' ')}`, () => {
		const isAbout = eq(staffNotices.aboutId, sql.placeholder('aboutId'));
		return db
			.delete(staffNotices)
			.where(and(inArray(staffNotices.kind, [...kinds]), isAbout, isNotNull(staffNotices.readAt)))
			.prepare();
	});
	query.run({ aboutId });
}

/** Nothing waits any more: everybody's notices of these kinds about it count as read. */
export function settleNotices(db: Db, kinds: readonly NoticeKind[], aboutId: string, now: Instant): void {
	const query = prepareOnce(db, `settle notices ${kinds.join(' ')}`, () => {
		const isAbout = eq(staffNotices.aboutId, sql.placeholder('aboutId'));
		return db
			.update(staffNotices)
			.set({ readAt: sql`${sql.placeholder('now')}` })
			.where(and(inArray(staffNotices.kind, [...kinds]), isAbout, isNull(staffNotices.readAt)))
			.prepare();
	});
	query.run({ aboutId, now });
}
