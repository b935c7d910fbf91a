import { and, asc, eq, gt, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { calendarFeeds, cohorts, sessions, staff, venues } from '../../schema/index.ts';
import { sessionsDeliveredBy } from '../access/session-teams.ts';
import { toSession } from '../sessions.ts';
import { findStaffActor } from '../staff.ts';
import { visibleCohorts } from '../visible-cohorts.ts';

/** When the member of staff made the calendar address that holds now; null when they have none. */
export function findFeedCreation(db: Db, { staffId }: StaffActor): Instant | null {
	const feed = db
		.select({ createdAt: calendarFeeds.createdAt })
		.from(calendarFeeds)
		.where(and(eq(calendarFeeds.staffId, staffId), isNull(calendarFeeds.revokedAt)))
		.get();
	return feed?.createdAt ?? null;
}

/** Whose calendar a secret address opens, by the secret's hash; null when it is unknown or ended, or its owner is not active. */
export function findFeedOwner(db: Db, tokenHash: string): StaffActor | null {
	const owner = db
		.select({ staffId: staff.id, name: staff.name })
		.from(calendarFeeds)
		.innerJoin(staff, eq(staff.id, calendarFeeds.staffId))
		.where(and(eq(calendarFeeds.tokenHash, tokenHash), isNull(calendarFeeds.revokedAt), eq(staff.state, 'active')))
		.get();
	return owner ? findStaffActor(db, owner) : null;
}

/**
 * Every session with a time on whose team the actor is and that they may read, in order of time: all, or those to end after
 * a moment. None of a draft (§2.9).
 */
export function listTeamSessions(db: Db, actor: StaffActor, { after }: { readonly after?: Instant } = {}) {
	return db
		.select({ session: sessions, side: cohorts.side, venue: venues.name })
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(venues, eq(venues.id, cohorts.venueId))
		.where(
			and(
				ne(cohorts.state, 'draft'),
				inArray(sessions.id, sessionsDeliveredBy(db, actor)),
				after === undefined ? isNotNull(sessions.startsAt) : gt(sessions.endsAt, after),
				visibleCohorts(db, actor, 'read', 'cohort'),
			),
		)
		.orderBy(asc(sessions.startsAt), asc(sessions.id))
		.all()
		.map(({ session, side, venue }) => ({
			session: toSession(session),
			changedAt: session.changedAt,
			side,
			venue,
		}));
}
