import { and, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Db } from '../../client.ts';
import { sessions, teamMembers } from '../../schema/index.ts';

/**
 * The ids of the sessions on whose team the member of staff is, for `inArray(sessions.id, …)`: the one place that says who
 * delivers a session. Calendars and calendar invitations ask it; whether they may read the session is asked beside it.
 */
export function sessionsDeliveredBy(db: Db, { staffId }: Pick<StaffActor, 'staffId'>) {
	const ofTeam = alias(sessions, 'of_team');
	return db
		.select({ id: ofTeam.id })
		.from(teamMembers)
		.innerJoin(ofTeam, eq(ofTeam.cohortId, teamMembers.cohortId))
		.where(and(eq(teamMembers.staffId, staffId), isNull(teamMembers.endedAt)));
}
