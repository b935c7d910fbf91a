import { and, eq, gt, inArray, isNull, lte, ne, sql } from 'drizzle-orm';
import { NUDGE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import type { SessionId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { type Db, prepareOnce } from '../../client.ts';
import {
	cohorts,
	deliveryLogs,
	messageKindsOff,
	registerRows,
	sessions,
	staff,
	staffNotices,
} from '../../schema/index.ts';
import { teamsOf } from '../planning/occupied-times.ts';
import { toSession } from '../sessions.ts';

/** Everything here is for the clock, which nudges whoever delivers a session, never for a page. */

type Span = { readonly from: Instant; readonly until: Instant } | { readonly sessionId: SessionId };

/**
 * The sessions that start in this span, or the one, with what is recorded of each in counts; none of a draft or of a
 * cohort that was given up.
 */
export function listNudgedSessions(db: Db, span: Span) {
	const rows = sql`from ${registerRows} where ${registerRows.sessionId} = ${sessions.id} and ${registerRows.expected}`;
	const which =
		'sessionId' in span
			? eq(sessions.id, span.sessionId)
			: and(gt(sessions.startsAt, span.from), lte(sessions.startsAt, span.until));
	return db
		.select({
			session: sessions,
			expected: sql<number>`(select count(*) ${rows})`,
			notRecorded: sql<number>`(select count(*) ${rows} and ${registerRows.mark} is null)`,
			logs: sql<number>`(select count(*) from ${deliveryLogs} where ${deliveryLogs.sessionId} = ${sessions.id})`,
		})
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(which, ne(cohorts.state, 'draft'), ne(cohorts.state, 'cancelled')))
		.all()
		.map(({ session, ...counts }) => ({ session: toSession(session), counts }));
}

export type SessionToNudge = ReturnType<typeof listNudgedSessions>[number];

/** Who delivers each of these sessions and has an account that is open, in a constant number of reads. */
export function listDelivering(db: Db, found: readonly SessionToNudge[]): ReadonlyMap<SessionId, readonly StaffId[]> {
	const teams = teamsOf(db, [...new Set(found.map(({ session }) => session.cohortId))]);
	const active = new Set(listActiveIds(db));
	return new Map(
		found.map(({ session }) => {
			const team = teams.at(session).team ?? teams.now(session.cohortId);
			return [session.id, team.filter((staffId) => active.has(staffId))];
		}),
	);
}

/** Everybody with an open account. */
export function listActiveIds(db: Db): readonly StaffId[] {
	const open = db.select({ id: staff.id }).from(staff).where(eq(staff.state, 'active')).all();
	return open.map(({ id }) => id);
}

/** What is off, for everybody or for a cohort. */
export function listOff(db: Db) {
	return db.select({ kind: messageKindsOff.kind, cohortId: messageKindsOff.cohortId }).from(messageKindsOff).all();
}

/** The nudges that nobody has read yet: all of them, or those about the session. */
export function listUnreadNudges(db: Db, sessionId: SessionId | null = null) {
	const { id, version, staffId, kind, aboutId, state } = staffNotices;
	const query = prepareOnce(db, 'unread nudges', () => {
		const about = sql.placeholder('about');
		const isAboutIt = sql`(${about} is null or substr(${aboutId}, 1, length(${about})) = ${about})`;
		return db
			.select({ id, version, staffId, kind, aboutId, state })
			.from(staffNotices)
			.where(and(inArray(staffNotices.kind, [...NUDGE_KINDS]), isNull(staffNotices.readAt), isAboutIt))
			.prepare();
	});
	return query.all({ about: sessionId && `${sessionId}:` });
}
