import { and, eq, exists, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { type Access, type AccessRecord, mayOnCohort } from '#app/domain/access/policy.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { cohorts, rooms, sessions, teamMembers, venues } from '../schema/index.ts';
import { toSession } from './sessions.ts';
import { visibleCohorts } from './visible-cohorts.ts';

export type SessionDay = NonNullable<ReturnType<typeof findSessionDay>>;

/**
 * What the pages of one session stand on: the session, its cohort, and how the actor stands to it. Null when the actor may
 * not do this to such a record of its cohort.
 */
export function findSessionDay(
	db: Db,
	actor: Actor,
	sessionId: SessionId,
	may: Access = 'read',
	record: AccessRecord = 'cohort',
) {
	const found = db
		.select({
			session: sessions,
			cohort: {
				id: cohorts.id,
				name: cohorts.name,
				slug: cohorts.programmeSlug,
				version: cohorts.programmeVersion,
				variant: cohorts.programmeVariant,
				side: cohorts.side,
				areaId: cohorts.areaId,
				state: cohorts.state,
				venue: venues.name,
				room: rooms.name,
			},
			onTeam: onTeam(db, actor),
		})
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(venues, eq(venues.id, cohorts.venueId))
		.leftJoin(rooms, eq(rooms.id, cohorts.roomId))
		.where(and(eq(sessions.id, sessionId), visibleCohorts(db, actor, may, record)))
		.get();
	if (!found) return null;
	const { cohort } = found;
	const teamStaffIds = found.onTeam === 1 && actor.kind === 'staff' ? [actor.staffId] : [];
	const facts = { areaId: cohort.areaId, side: cohort.side, teamStaffIds };
	return {
		session: { ...toSession(found.session), changedAt: found.session.changedAt },
		cohort,
		onTeam: found.onTeam === 1,
		/** May correct a register after the facilitators' days are over: by arranging the cohort, not by delivering it. */
		arranges: mayOnCohort(actor, 'write', 'register', { ...facts, teamStaffIds: [] }),
		may: (access: Access, what: AccessRecord) => mayOnCohort(actor, access, what, facts),
	};
}

function onTeam(db: Db, actor: Actor) {
	if (actor.kind === 'operator') return sql<number>`0`;
	return sql<number>`${exists(
		db
			.select({ one: sql`1` })
			.from(teamMembers)
			.where(and(eq(teamMembers.cohortId, cohorts.id), eq(teamMembers.staffId, actor.staffId))),
	)}`;
}
