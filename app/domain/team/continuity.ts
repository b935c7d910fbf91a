import type { StaffId } from '../shared/ids.ts';

export type Continuity = {
	/** Sessions that were held. */
	readonly held: number;
	/** Who delivered how many of them: the most first, then in the order of their first. */
	readonly facilitators: readonly { readonly staffId: StaffId; readonly delivered: number }[];
	/** How often a held session had another team than the one held before it. */
	readonly changes: number;
};

/**
 * How constant the team of a cohort was, over the sessions that were held in the order in which they were: counts, and
 * no mark out of ten (§2.10).
 */
export function continuityOf(held: readonly { readonly team: readonly StaffId[] }[]): Continuity {
	const delivered = new Map<StaffId, number>();
	for (const { team } of held) for (const id of new Set(team)) delivered.set(id, (delivered.get(id) ?? 0) + 1);
	const changes = held.filter(({ team }, index) => index > 0 && !isSameTeam(team, held[index - 1]!.team)).length;
	const facilitators = [...delivered].map(([staffId, count]) => ({ staffId, delivered: count }));
	return {
		held: held.length,
		facilitators: facilitators.toSorted((one, other) => other.delivered - one.delivered),
		changes,
	};
}

function isSameTeam(one: readonly StaffId[], other: readonly StaffId[]): boolean {
	const [ours, theirs] = [new Set(one), new Set(other)];
	return ours.size === theirs.size && [...ours].every((id) => theirs.has(id));
}
