import type { TeamDuty } from '../cohorts/cohort.ts';
import type { Session } from '../scheduling/session.ts';
import type { StaffId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { Cover } from './cover.ts';

/** Somebody's time on the team of a cohort. Null: from the beginning, or until further notice. */
export type TeamTerm = {
	readonly staffId: StaffId;
	readonly duty: TeamDuty;
	readonly joinedAt: Instant | null;
	readonly leftAt: Instant | null;
};

export type SessionTeamMember = { readonly staffId: StaffId; readonly duty: TeamDuty | 'cover' };

/**
 * Who delivers one session: who is on the cohort's team when it begins, without those for whom somebody accepted to stand
 * in, and with who did. A change of team touches no session that had begun; one without a time has the team of now (§2.10).
 * Of a catch-up only those on the team who were `named` for it (§5.8); null for every other session.
 */
export function sessionTeam(
	session: Pick<Session, 'id' | 'time'>,
	terms: readonly TeamTerm[],
	covers: readonly Cover[],
	named: readonly StaffId[] | null = null,
): readonly SessionTeamMember[] {
	const standing = covers.filter(({ sessionId, state }) => sessionId === session.id && state === 'accepted');
	const isAway = (staffId: StaffId) => standing.some(({ absentId }) => absentId === staffId);
	const isCovering = (staffId: StaffId) => standing.some(({ coveringId }) => coveringId === staffId);
	const isNamed = (staffId: StaffId) => named === null || named.includes(staffId);
	const team = terms.filter(
		(term) =>
			isOnTeamAt(term, session.time?.startsAt ?? null) &&
			isNamed(term.staffId) &&
			!isAway(term.staffId) &&
			!isCovering(term.staffId),
	);
	// Somebody who left and came back before they had gone has two terms, and is one person.
	const once = team.filter(({ staffId }, index) => team.findIndex((other) => other.staffId === staffId) === index);
	return [
		...once.map(({ staffId, duty }) => ({ staffId, duty })),
		...standing.map(({ coveringId }) => ({ staffId: coveringId, duty: 'cover' as const })),
	];
}

/** Whether the term holds a session that begins at this moment; null for one without a time. */
export function isOnTeamAt({ joinedAt, leftAt }: TeamTerm, startsAt: Instant | null): boolean {
	if (startsAt === null) return leftAt === null;
	return (joinedAt === null || joinedAt < startsAt) && (leftAt === null || startsAt <= leftAt);
}
