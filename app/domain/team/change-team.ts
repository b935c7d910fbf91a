import type { TeamDuty } from '../cohorts/cohort.ts';
import type { StaffId } from '../shared/ids.ts';

export type TeamMember = { readonly staffId: StaffId; readonly duty: TeamDuty };

export type TeamChange = {
	readonly joining: readonly TeamMember[];
	readonly leaving: readonly TeamMember[];
	/** Who stays with another duty. */
	readonly changing: readonly TeamMember[];
};

/** What turns one team into another. */
export function teamChange(before: readonly TeamMember[], after: readonly TeamMember[]): TeamChange {
	const isIn = (team: readonly TeamMember[], id: StaffId) => team.some(({ staffId }) => staffId === id);
	return {
		joining: after.filter(({ staffId }) => !isIn(before, staffId)),
		leaving: before.filter(({ staffId }) => !isIn(after, staffId)),
		changing: after.filter((one) => before.some(({ staffId, duty }) => staffId === one.staffId && duty !== one.duty)),
	};
}

/**
 * The covers that a change of team would overwrite: those of sessions to come in which somebody stands in for who leaves.
 * Whoever changes the team says what becomes of them (§2.10).
 */
export function coversInTheWay<Cover extends { readonly absentId: StaffId }>(
	{ leaving }: TeamChange,
	coversToCome: readonly Cover[],
): readonly Cover[] {
	return coversToCome.filter(({ absentId }) => leaving.some(({ staffId }) => staffId === absentId));
}

/**
 * For whom a cover stands that is kept through a change: for the one who takes the place of who left, of the same duty
 * before any other; for who left where nobody does, so that the session has one facilitator more than the team.
 */
export function coversNowFor(absentId: StaffId, coveringId: StaffId, { joining, leaving }: TeamChange): StaffId {
	const duty = leaving.find(({ staffId }) => staffId === absentId)?.duty;
	const others = joining.filter(({ staffId }) => staffId !== coveringId);
	return (others.find((one) => one.duty === duty) ?? others[0])?.staffId ?? absentId;
}

/** The team as a form carries it, so that a change names the one that it was made from. */
export function teamMark(team: readonly TeamMember[]): string {
	return team
		.map(({ staffId, duty }) => `${staffId} ${duty}`)
		.toSorted()
		.join(', ');
}
