import type { Db } from '../../client.ts';
import { adaptationDecisions, adaptations } from '../../schema/index.ts';

/** Keeps what was changed in a session. Call it in the transaction of the change itself. */
export function insertAdaptation(db: Db, adaptation: typeof adaptations.$inferInsert): void {
	db.insert(adaptations).values(adaptation).run();
}

/** Keeps what a lead decided of it; a second decision is refused by the database. */
export function insertAdaptationDecision(db: Db, decision: typeof adaptationDecisions.$inferInsert): void {
	db.insert(adaptationDecisions).values(decision).run();
}
