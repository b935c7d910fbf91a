import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import { standingOf } from '#app/domain/fidelity/adaptation-records.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { adaptationDecisions, adaptations, cohorts, sessions, staff } from '../../schema/index.ts';
import { visibleSessions } from '../visible-cohorts.ts';

export type SavedAdaptation = ReturnType<typeof listAdaptations>[number];

/** What was changed in a session, in the order in which it was written, with where each record stands and who decided. */
export function listAdaptations(db: Db, actor: Actor, sessionId: SessionId) {
	const decider = alias(staff, 'decider');
	return db
		.select({
			...getTableColumns(adaptations),
			recordedByName: staff.name,
			decision: adaptationDecisions.decision,
			decisionReason: adaptationDecisions.reason,
			decidedAt: adaptationDecisions.decidedAt,
			deciderName: decider.name,
		})
		.from(adaptations)
		.innerJoin(staff, eq(staff.id, adaptations.recordedBy))
		.innerJoin(sessions, eq(sessions.id, adaptations.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(adaptationDecisions, eq(adaptationDecisions.adaptationId, adaptations.id))
		.leftJoin(decider, eq(decider.id, adaptationDecisions.decidedBy))
		.where(and(eq(adaptations.sessionId, sessionId), visibleSessions(db, actor, 'read', 'adaptation.record')))
		.orderBy(asc(adaptations.recordedAt), asc(adaptations.id))
		.all()
		.map((row) => ({ ...row, standing: standingOf(row, row.decision) }));
}
