import { GAP_KINDS, GAP_MEANINGS, type GapOwner } from '#app/domain/fidelity/gaps.ts';
import { paths } from '#app/paths.ts';
import { formatShortDay } from '#app/ui/format.ts';
import { sessionTitle } from '#app/ui/session-name.ts';
import type { Gap } from '#app/use-cases/fidelity/list-gaps.ts';

const OWNERS: Readonly<Record<GapOwner, string>> = {
	team: 'the team',
	coordinator: 'the coordinator',
	lead: 'a lead',
};

/** The gaps by their kinds: of each whose it is, and by cohort the sessions with the way into them. */
export function gapsInWords(gaps: readonly Gap[]) {
	return GAP_KINDS.flatMap((kind) => {
		const own = gaps.filter((gap) => gap.kind === kind);
		if (own.length === 0) return [];
		const ofCohort = [...Map.groupBy(own, ({ of }) => of.cohort.id).values()];
		const { title, owner } = GAP_MEANINGS[kind];
		return [{ kind, title, owner: OWNERS[owner], many: own.length, cohorts: ofCohort.map(cohortLine) }];
	});
}

function cohortLine(gaps: readonly Gap[]) {
	return {
		name: gaps[0]!.of.cohort.name,
		sessions: gaps.map(({ of: { session } }) => ({
			href: paths.session(session.id),
			text: session.time ? `${sessionTitle(session)}, ${formatShortDay(session.time.day)}` : sessionTitle(session),
		})),
	};
}
