import { and, eq, inArray, isNull } from 'drizzle-orm';
import { SIDES } from '#app/domain/programmes/programme.ts';
import type { PersonId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../client.ts';
import {
	bothSidesDecisions,
	restrictedPeople,
	restrictedReaders,
	sessionObservers,
	staffSides,
} from '../schema/index.ts';

type Restricting = Omit<typeof restrictedPeople.$inferInsert, 'version'> & { readonly readerIds: readonly StaffId[] };

/** Keeps a person's name from all but these readers. */
export function insertRestriction(db: Db, { readerIds, ...row }: Restricting): void {
	db.insert(restrictedPeople).values(row).run();
	replaceReaders(db, row.personId, readerIds);
}

/** Puts these readers in the place of the ones before; false when somebody else changed them first. */
export function updateRestriction(db: Db, personId: PersonId, version: number, readerIds: readonly StaffId[]): boolean {
	const shown = and(eq(restrictedPeople.personId, personId), eq(restrictedPeople.version, version));
	const { changes } = db
		.update(restrictedPeople)
		.set({ version: version + 1 })
		.where(shown)
		.run();
	if (changes === 1) replaceReaders(db, personId, readerIds);
	return changes === 1;
}

export function deleteRestriction(db: Db, personId: PersonId): void {
	db.delete(restrictedReaders).where(eq(restrictedReaders.personId, personId)).run();
	db.delete(restrictedPeople).where(eq(restrictedPeople.personId, personId)).run();
}

export function insertObserver(db: Db, row: typeof sessionObservers.$inferInsert): void {
	db.insert(sessionObservers).values(row).run();
}

export function deleteObserver(db: Db, sessionId: SessionId, staffId: StaffId): void {
	db.delete(sessionObservers)
		.where(and(eq(sessionObservers.sessionId, sessionId), eq(sessionObservers.staffId, staffId)))
		.run();
}

export function insertBothSidesDecision(db: Db, row: typeof bothSidesDecisions.$inferInsert): void {
	db.insert(bothSidesDecisions).values(row).run();
}

/** Ends the decision that stands for this member of staff. */
export function endBothSidesDecision(db: Db, staffId: StaffId, endedAt: Instant): void {
	db.update(bothSidesDecisions)
		.set({ endedAt })
		.where(and(eq(bothSidesDecisions.staffId, staffId), isNull(bothSidesDecisions.endedAt)))
		.run();
}

/** Takes both sides of families from a member of staff; what they hold beside them stays. */
export function deleteFamilySides(db: Db, staffId: StaffId): void {
	const ofFamilies = SIDES.filter((side) => side !== 'professional');
	db.delete(staffSides)
		.where(and(eq(staffSides.staffId, staffId), inArray(staffSides.side, ofFamilies)))
		.run();
}

function replaceReaders(db: Db, personId: PersonId, readerIds: readonly StaffId[]): void {
	db.delete(restrictedReaders).where(eq(restrictedReaders.personId, personId)).run();
	for (const staffId of readerIds) db.insert(restrictedReaders).values({ personId, staffId }).run();
}
