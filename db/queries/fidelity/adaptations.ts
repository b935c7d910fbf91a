import {
	and,
	asc,
	type Column,
	eq,
	exists,
	getTableColumns,
	inArray,
	isNull,
	lt,
	not,
	or,
	type SQL,
	sql,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor, StaffActor } from '#app/domain/access/actor.ts';
import { standingOf } from '#app/domain/fidelity/adaptation-records.ts';
import { FRAME, isPlanned } from '#app/domain/fidelity/frame.ts';
import type { AdaptationId, CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import {
	adaptationCorrections,
	adaptationDecisions,
	adaptations,
	adaptationWithdrawals,
	cohorts,
	sessions,
	staff,
} from '../../schema/index.ts';
import { toSession } from '../sessions.ts';
import { visibleSessions } from '../visible-cohorts.ts';
import { isKeptBack } from './cohort-logs.ts';

export type SavedAdaptation = ReturnType<typeof listAdaptations>[number];

/**
 * Every record of what was changed in a session, in the order in which it was written, with where each stands now and who
 * decided; those that were corrected or withdrawn are among them.
 */
export function listAdaptations(db: Db, actor: Actor, sessionId: SessionId, now: Instant) {
	return selectAdaptations(db, actor, eq(adaptations.sessionId, sessionId), now);
}

/** The same of every session of a cohort, in one read. */
export function listCohortAdaptations(db: Db, actor: Actor, cohortId: CohortId, now: Instant) {
	return selectAdaptations(db, actor, eq(sessions.cohortId, cohortId), now);
}

/** The session that a record is about, for who may read it; null for anybody else. */
export function findSessionOfAdaptation(db: Db, actor: StaffActor, id: AdaptationId): SessionId | null {
	const found = db
		.select({ sessionId: adaptations.sessionId })
		.from(adaptations)
		.innerJoin(sessions, eq(sessions.id, adaptations.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(adaptations.id, id), visibleSessions(db, actor, 'read', 'adaptation.record')))
		.get();
	return found?.sessionId ?? null;
}

/**
 * The records of these sessions that the actor may read, with the session and the cohort of each. What a colleague wrote
 * from the session’s start on says what happened at it, as their log does: whoever delivers the session and has not logged
 * it yet is given what was said before it, as it stood then (§7.2).
 */
export function selectAdaptations(db: Db, actor: Actor, of: SQL | undefined, now: Instant) {
	const decider = alias(staff, 'decider');
	const corrector = alias(adaptationCorrections, 'corrector');
	const { isReadable, isCorrectionReadable, isWithdrawalReadable } = readableTo(db, actor, corrector);
	return db
		.select({
			...getTableColumns(adaptations),
			session: sessions,
			cohort: cohorts,
			recordedByName: staff.name,
			decision: adaptationDecisions.decision,
			decisionReason: adaptationDecisions.reason,
			decidedAt: adaptationDecisions.decidedAt,
			deciderName: decider.name,
			deciderId: decider.id,
			corrects: adaptationCorrections.corrects,
			correctionReason: adaptationCorrections.reason,
			correctedBy: corrector.adaptationId,
			withdrawnAt: adaptationWithdrawals.withdrawnAt,
			withdrawalReason: adaptationWithdrawals.reason,
		})
		.from(adaptations)
		.innerJoin(staff, eq(staff.id, adaptations.recordedBy))
		.innerJoin(sessions, eq(sessions.id, adaptations.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(adaptationDecisions, eq(adaptationDecisions.adaptationId, adaptations.id))
		.leftJoin(decider, eq(decider.id, adaptationDecisions.decidedBy))
		.leftJoin(adaptationCorrections, eq(adaptationCorrections.adaptationId, adaptations.id))
		.leftJoin(corrector, and(eq(corrector.corrects, adaptations.id), isCorrectionReadable))
		.leftJoin(adaptationWithdrawals, and(eq(adaptationWithdrawals.adaptationId, adaptations.id), isWithdrawalReadable))
		.where(and(of, visibleSessions(db, actor, 'read', 'adaptation.record'), isReadable))
		.orderBy(asc(adaptations.recordedAt), asc(adaptations.id))
		.all()
		.map(({ session: row, ...kept }) => {
			const session = toSession(row);
			const isFate = { isCorrected: kept.correctedBy !== null, isWithdrawn: kept.withdrawnAt !== null };
			return { ...kept, session, standing: standingOf({ ...kept, ...isFate }, session, now) };
		});
}

/** Nothing is kept back of one’s own, and only who wrote a record corrects or withdraws it: its writer is theirs too. */
function readableTo(
	db: Db,
	actor: Actor,
	corrector: { readonly adaptationId: Column },
): Record<'isReadable' | 'isCorrectionReadable' | 'isWithdrawalReadable', SQL | undefined> {
	const isOwn = actor.kind === 'staff' ? eq(adaptations.recordedBy, actor.staffId) : sql`0`;
	const isOpen = or(isOwn, not(isKeptBack(db, actor)));
	const beforehand = FRAME.planned.filter((planned) => isPlanned({ planned }));
	const correction = alias(adaptations, 'correction');
	const correctedBeforehand = db
		.select({ one: sql`1` })
		.from(correction)
		.where(and(eq(correction.id, corrector.adaptationId), inArray(correction.planned, beforehand)));
	return {
		isReadable: or(isOpen, inArray(adaptations.planned, beforehand)),
		isCorrectionReadable: or(isOpen, exists(correctedBeforehand)),
		isWithdrawalReadable: or(
			isOpen,
			isNull(sessions.startsAt),
			lt(adaptationWithdrawals.withdrawnAt, sessions.startsAt),
		),
	};
}
