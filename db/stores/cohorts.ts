import { and, eq, isNull } from 'drizzle-orm';
import type { CohortId, EnrolmentId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../client.ts';
import { cohorts, enrolments, meetingSlots, skippedWeeks, teamMembers } from '../schema/index.ts';

type NewCohort = {
	readonly cohort: typeof cohorts.$inferInsert;
	readonly slots: readonly Omit<typeof meetingSlots.$inferInsert, 'cohortId'>[];
	readonly skippedWeeks: readonly Omit<typeof skippedWeeks.$inferInsert, 'cohortId'>[];
	readonly team: readonly Omit<typeof teamMembers.$inferInsert, 'cohortId'>[];
};

/** A cohort with its meeting pattern, the weeks it leaves out and its team. */
export function insertCohort(db: Db, { cohort, slots, skippedWeeks: weeks, team }: NewCohort): void {
	db.insert(cohorts).values(cohort).run();
	const cohortId = cohort.id;
	for (const slot of slots)
		db.insert(meetingSlots)
			.values({ ...slot, cohortId })
			.run();
	for (const week of weeks)
		db.insert(skippedWeeks)
			.values({ ...week, cohortId })
			.run();
	for (const member of team)
		db.insert(teamMembers)
			.values({ ...member, cohortId })
			.run();
}

/** Sets what the clock and the registers say of the cohort. */
export function updateCohortState(db: Db, id: CohortId, state: (typeof cohorts.$inferSelect)['state']): void {
	db.update(cohorts).set({ state }).where(eq(cohorts.id, id)).run();
}

/** Ends the duty of everybody on the cohort's team who is on it still. */
export function endTeam(db: Db, cohortId: CohortId, endedAt: Instant): void {
	const onDuty = and(eq(teamMembers.cohortId, cohortId), isNull(teamMembers.endedAt));
	db.update(teamMembers).set({ endedAt }).where(onDuty).run();
}

/** Gives everybody on the cohort's team their duty back. */
export function goOnWithTeam(db: Db, cohortId: CohortId): void {
	db.update(teamMembers).set({ endedAt: null }).where(eq(teamMembers.cohortId, cohortId)).run();
}

export function insertEnrolment(db: Db, row: typeof enrolments.$inferInsert): void {
	db.insert(enrolments).values(row).run();
}

/** Changes the enrolment if it still has this version; false when somebody else changed it first. */
export function updateEnrolment(
	db: Db,
	id: EnrolmentId,
	version: number,
	change: Partial<typeof enrolments.$inferInsert>,
): boolean {
	const { changes } = db
		.update(enrolments)
		.set({ ...change, version: version + 1 })
		.where(and(eq(enrolments.id, id), eq(enrolments.version, version)))
		.run();
	return changes === 1;
}
