import { and, eq } from 'drizzle-orm';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { cohorts, meetingSlots, planDecisions, sessionTimes, skippedWeeks } from '../schema/index.ts';

/** One more entry in the history of a session's times. */
export function insertSessionTime(db: Db, row: typeof sessionTimes.$inferInsert): void {
	db.insert(sessionTimes).values(row).run();
}

export function insertPlanDecision(db: Db, row: typeof planDecisions.$inferInsert): void {
	db.insert(planDecisions).values(row).run();
}

type NewPattern = {
	readonly slots: readonly Omit<typeof meetingSlots.$inferInsert, 'cohortId'>[];
	readonly skippedWeeks: readonly Omit<typeof skippedWeeks.$inferInsert, 'cohortId'>[];
	readonly change: Pick<typeof cohorts.$inferSelect, 'runsOnBankHoliday' | 'skipsSchoolHolidays' | 'earliestStart'>;
};

/** Gives the cohort another meeting pattern if it still has this version; false when somebody else changed it first. */
export function replacePattern(db: Db, cohortId: CohortId, version: number, pattern: NewPattern): boolean {
	const { changes } = db
		.update(cohorts)
		.set({ ...pattern.change, version: version + 1 })
		.where(and(eq(cohorts.id, cohortId), eq(cohorts.version, version)))
		.run();
	if (changes !== 1) return false;
	db.delete(meetingSlots).where(eq(meetingSlots.cohortId, cohortId)).run();
	db.delete(skippedWeeks).where(eq(skippedWeeks.cohortId, cohortId)).run();
	for (const slot of pattern.slots)
		db.insert(meetingSlots)
			.values({ ...slot, cohortId })
			.run();
	for (const week of pattern.skippedWeeks)
		db.insert(skippedWeeks)
			.values({ ...week, cohortId })
			.run();
	return true;
}
