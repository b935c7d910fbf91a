import { and, eq } from 'drizzle-orm';
import type { CohortId, CoverId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { formerTeamMembers, sessionCovers, teamMembers } from '../../schema/index.ts';

export function insertCover(db: Db, row: typeof sessionCovers.$inferInsert): void {
	db.insert(sessionCovers).values(row).run();
}

/** Changes the cover if it still has this version; false when somebody else changed it first. */
export function updateCover(
	db: Db,
	{ id, version }: Pick<typeof sessionCovers.$inferSelect, 'id' | 'version'>,
	change: Partial<typeof sessionCovers.$inferInsert>,
): boolean {
	const { changes } = db
		.update(sessionCovers)
		.set({ ...change, version: version + 1 })
		.where(and(eq(sessionCovers.id, id), eq(sessionCovers.version, version)))
		.run();
	return changes === 1;
}

/** Ends what a cover lets somebody see, or gives it back. */
export function setCoverEnd(db: Db, id: CoverId, endedAt: Instant | null): void {
	db.update(sessionCovers).set({ endedAt }).where(eq(sessionCovers.id, id)).run();
}

type FormerTerm = Pick<typeof formerTeamMembers.$inferSelect, 'cohortId' | 'staffId' | 'leftAt'>;

/** Ends what somebody who left a team still sees of it, or gives it back. */
export function setFormerEnd(db: Db, { cohortId, staffId, leftAt }: FormerTerm, endedAt: Instant | null): void {
	const isIt = and(
		eq(formerTeamMembers.cohortId, cohortId),
		eq(formerTeamMembers.staffId, staffId),
		eq(formerTeamMembers.leftAt, leftAt),
	);
	db.update(formerTeamMembers).set({ endedAt }).where(isIt).run();
}

export function insertTeamMember(db: Db, row: typeof teamMembers.$inferInsert): void {
	db.insert(teamMembers).values(row).run();
}

/** Takes somebody off the team. What they delivered is kept, unless they joined at this very moment. */
export function moveOffTeam(db: Db, cohortId: CohortId, staffId: StaffId, leftAt: Instant): void {
	const term = db.select().from(teamMembers).where(isMember(cohortId, staffId)).get();
	if (!term) return;
	db.delete(teamMembers).where(isMember(cohortId, staffId)).run();
	const { duty, joinedAt, endedAt } = term;
	if (joinedAt !== null && joinedAt >= leftAt) return;
	db.insert(formerTeamMembers).values({ cohortId, staffId, duty, joinedAt, leftAt, endedAt }).run();
}

function isMember(cohortId: CohortId, staffId: StaffId) {
	return and(eq(teamMembers.cohortId, cohortId), eq(teamMembers.staffId, staffId));
}
