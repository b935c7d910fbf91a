import { and, desc, eq, lte, notInArray } from 'drizzle-orm';
import type { Id, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { keptForms } from '../../schema/index.ts';

/** Keeps a form, in the place of an earlier one for the same address in the same browser; the oldest above `most` goes. */
export function saveKeptForm(db: Db, row: typeof keptForms.$inferInsert, most: number): void {
	deleteKeptFormFor(db, row);
	db.insert(keptForms).values(row).run();
	const newest = db
		.select({ id: keptForms.id })
		.from(keptForms)
		.where(eq(keptForms.staffId, row.staffId))
		.orderBy(desc(keptForms.createdAt), desc(keptForms.id))
		.limit(most);
	db.delete(keptForms)
		.where(and(eq(keptForms.staffId, row.staffId), notInArray(keptForms.id, newest)))
		.run();
}

type Typed = { readonly staffId: StaffId; readonly keyHash: string; readonly path: string };

/** Forgets what was typed for this address in this browser: it was saved. */
export function deleteKeptFormFor(db: Db, { staffId, keyHash, path }: Typed): void {
	db.delete(keptForms)
		.where(and(eq(keptForms.staffId, staffId), eq(keptForms.keyHash, keyHash), eq(keptForms.path, path)))
		.run();
}

/** Throws one away, if it is this person’s. */
export function deleteKeptForm(db: Db, staffId: StaffId, id: Id<'kept-form'>): void {
	db.delete(keptForms)
		.where(and(eq(keptForms.staffId, staffId), eq(keptForms.id, id)))
		.run();
}

/** Forgets everything of this person’s. */
export function deleteKeptFormsOf(db: Db, staffId: StaffId): void {
	db.delete(keptForms).where(eq(keptForms.staffId, staffId)).run();
}

/** Forgets what has run out. */
export function deleteExpiredKeptForms(db: Db, now: Instant): void {
	db.delete(keptForms).where(lte(keptForms.expiresAt, now)).run();
}
