import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { hasOwnPlace } from '#db/queries/access/own-places.ts';
import { listOpenCovers } from '#db/queries/access/session-teams.ts';
import { listTeams } from '#db/queries/cohorts.ts';
import type { SessionDay } from '#db/queries/session-day.ts';
import { listSessionTeam } from '#db/queries/team/covers.ts';

/**
 * Nobody observes themself: whether somebody is on the team of the cohort or of this session, is asked to stand in at it,
 * or has a place in the cohort (§7.3).
 */
export function isPartOfSession(db: Db, { session, cohort }: SessionDay, staffId: StaffId): boolean {
	const delivering = [...listTeams(db, [cohort.id]), ...listSessionTeam(db, session)];
	const standingIn = listOpenCovers(db, { sessionId: session.id });
	return (
		delivering.some((member) => member.staffId === staffId) ||
		standingIn.some(({ coveringId }) => coveringId === staffId) ||
		hasOwnPlace(db, cohort.id, staffId)
	);
}
