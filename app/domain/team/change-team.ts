import type { TeamDuty } from '../cohorts/cohort.ts';
import type { StaffId } from '../shared/ids.ts';
import type { Cover } from './cover.ts';

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
export function coversInTheWay<ToCome extends { readonly absentId: StaffId }>(
	{ leaving }: TeamChange,
	coversToCome: readonly ToCome[],
): readonly ToCome[] {
	return coversToCome.filter(({ absentId }) => leaving.some(({ staffId }) => staffId === absentId));
}

/**
 * For whom the covers of one session stand that are kept through a change, by who was absent: for the one who takes the
 * place of who left, of the same duty before any other, and nobody twice; for who left where nobody does, so that the
 * session has one facilitator more than the team. Nobody who stands in there
 * or is `spoken` for already is taken.
 */
export function coversNowFor(
	covers: readonly Pick<Cover, 'absentId' | 'coveringId'>[],
	{ joining, leaving }: TeamChange,
	spoken: readonly StaffId[] = [],
): ReadonlyMap<StaffId, StaffId> {
	const notFree = new Set([...spoken, ...covers.map(({ coveringId }) => coveringId)]);
	const dutyOf = (absentId: StaffId) => leaving.find(({ staffId }) => staffId === absentId)?.duty;
	const nowFor = new Map<StaffId, StaffId>();
	const settle = (fits: (one: TeamMember, absentId: StaffId) => boolean) => {
		for (const { absentId } of covers) {
			const taker = joining.find((one) => !notFree.has(one.staffId) && fits(one, absentId));
			if (nowFor.has(absentId) || !taker) continue;
			nowFor.set(absentId, taker.staffId);
			notFree.add(taker.staffId);
		}
	};
	settle(({ duty }, absentId) => duty === dutyOf(absentId));
	settle(() => true);
	return new Map(covers.map(({ absentId }) => [absentId, nowFor.get(absentId) ?? absentId]));
}

/** The team as a form carries it, so that a change names the one that it was made from. */
export function teamMark(team: readonly TeamMember[]): string {
	return team
		.map(({ staffId, duty }) => `${staffId} ${duty}`)
		.toSorted()
		.join(', ');
}
