import { and, eq, isNull } from 'drizzle-orm';
import type { SettableKind } from '#app/domain/reminders/message-kinds.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { messageKindsOff } from '../../schema/index.ts';

/** Keeps that the kind is off here; false when it was. */
export function insertKindOff(db: Db, row: typeof messageKindsOff.$inferInsert): boolean {
	return db.insert(messageKindsOff).values(row).onConflictDoNothing().run().changes === 1;
}

/** Forgets that the kind is off here; false when it was not. */
export function deleteKindOff(db: Db, kind: SettableKind, cohortId: CohortId | null): boolean {
	const { cohortId: column } = messageKindsOff;
	const here = cohortId === null ? isNull(column) : eq(column, cohortId);
	const { changes } = db
		.delete(messageKindsOff)
		.where(and(eq(messageKindsOff.kind, kind), here))
		.run();
	return changes === 1;
}
