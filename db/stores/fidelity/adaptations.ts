import type { Db } from '../../client.ts';
import { adaptationCorrections, adaptationDecisions, adaptations, adaptationWithdrawals } from '../../schema/index.ts';

/** Keeps what was changed in a session. Call it in the transaction of the change itself. */
export function insertAdaptation(db: Db, adaptation: typeof adaptations.$inferInsert): void {
	db.insert(adaptations).values(adaptation).run();
}

/** Keeps what a lead decided of it; a second decision is refused by the database. */
export function insertAdaptationDecision(db: Db, decision: typeof adaptationDecisions.$inferInsert): void {
	db.insert(adaptationDecisions).values(decision).run();
}

/** Keeps that one record stands in place of another; a second correction of the same one is refused by the database. */
export function insertAdaptationCorrection(db: Db, correction: typeof adaptationCorrections.$inferInsert): void {
	db.insert(adaptationCorrections).values(correction).run();
}

/** Keeps that a record was taken back; once. */
export function insertAdaptationWithdrawal(db: Db, withdrawal: typeof adaptationWithdrawals.$inferInsert): void {
	db.insert(adaptationWithdrawals).values(withdrawal).run();
}
