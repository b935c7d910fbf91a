import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { covers, type GapExtent } from '#app/domain/gaps/gap-extent.ts';
import { decidingDesk, GAP_MEANINGS, type GapName, gapKey } from '#app/domain/gaps/gap-kinds.ts';
import { oldestFirst } from '#app/domain/gaps/gap-order.ts';
import { type CalendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, StaffId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { listAcceptances } from '#db/queries/gaps/acceptances.ts';
import { listDesksReached } from '#db/queries/gaps/gap-desks.ts';
import { listOpenGapTasks } from '#db/queries/gaps/gap-tasks.ts';
import type { GapPlace } from '#db/queries/gaps/place-facts.ts';
import { listWorkingSessions, type WorkingSession } from '#db/queries/today.ts';
import { keyOfCause } from './gap-causes.ts';
import { readOwners } from './gap-owners.ts';
import { listGaps } from './list-gaps.ts';
import { listPlaceGaps } from './list-place-gaps.ts';

/** How long what is missing of a finished cohort is shown, in days after its last session. */
export const GAPS_SHOWN_DAYS = 60;

/** A gap as somebody sees it: what it is of, since when, whose it is, and what a lead has decided of it. */
export type SeenGap = ReturnType<typeof readGaps>[number];
export type GapOwner = { readonly staffId: StaffId; readonly name: string };

type FoundGap = GapName & {
	readonly key: string;
	readonly since: CalendarDay | null;
	readonly cohort: { readonly id: CohortId; readonly name: string | null };
	readonly session: WorkingSession['session'] | null;
	readonly place: GapPlace | null;
	readonly extent: GapExtent;
};
type Wanted = {
	/** Read already; left out, they are read here. */
	readonly sessions?: readonly WorkingSession[];
	readonly cohortIds?: readonly CohortId[];
	/** Of finished cohorts too, however long ago. */
	readonly everything?: boolean;
};

/**
 * Every gap that the actor may see, the oldest first, accepted ones included: of each kind, who may see the tasks of its
 * desk. With the people whose it is by name: who was given its task, or else who works at the desk. In the same number of
 * reads however many there are. What is mended is in it no more. (§7.9)
 */
export function readGaps(context: AppContext, actor: Actor, wanted: Wanted = {}) {
	const { db } = context;
	const found = findGaps(context, actor, wanted);
	const cohortIds = [...new Set(found.map(({ cohort }) => cohort.id))];
	const reached = listDesksReached(db, actor, cohortIds);
	const taskOf = new Map(listOpenGapTasks(db, cohortIds).map((task) => [keyOfCause(task.cause), task]));
	const acceptances = listAcceptances(db, actor, cohortIds);
	const ownersOf = readOwners(db, cohortIds);
	const seen = found.flatMap((gap) => {
		const { desk } = GAP_MEANINGS[gap.kind];
		const { sees = [], decides = [] } = reached.get(gap.cohort.id) ?? {};
		if (!sees.includes(desk)) return [];
		const accepted = acceptances.get(gap.key) ?? null;
		const isCovered = accepted !== null && covers(accepted, gap.extent);
		const task = taskOf.get(gap.key) ?? null;
		const owners: readonly GapOwner[] = task?.ownerId
			? [{ staffId: task.ownerId, name: task.owner! }]
			: ownersOf(gap, desk);
		return [
			{
				...gap,
				...{
					desk,
					owners,
					task: task && { id: task.id, version: task.version, ownerId: task.ownerId, dueOn: task.dueOn },
				},
				acceptance: isCovered ? accepted : null,
				/** What was accepted of it when less was missing: it is open again, and this stands for nothing. */
				outgrown: isCovered ? null : accepted,
				mayDecide: decides.includes(decidingDesk(gap.kind)),
			},
		];
	});
	return oldestFirst(seen);
}

function findGaps(context: AppContext, actor: Actor, wanted: Wanted): readonly FoundGap[] {
	const { db, clock } = context;
	const { cohortIds, everything = false } = wanted;
	const since = plusDays(dayOf(clock.now()), everything ? -36_500 : -GAPS_SHOWN_DAYS);
	const sessions = wanted.sessions ?? listWorkingSessions(db, actor, since, cohortIds);
	const ofSessions = listGaps(context, actor, sessions).map(({ kind, extent, of: { session, cohort } }): FoundGap => {
		const name = { kind, about: 'session', id: session.id } as const;
		return { ...name, key: gapKey(name), since: session.time?.day ?? null, cohort, session, place: null, extent };
	});
	const places = listPlaceGaps(context, actor, { since, ...(cohortIds && { cohortIds }) });
	const ofPlaces = places.map(({ kind, since: from, of, extent }): FoundGap => {
		const name = { kind, about: 'place', id: of.enrolmentId } as const;
		return { ...name, key: gapKey(name), since: from, cohort: of.cohort, session: null, place: of, extent };
	});
	return [...ofSessions, ...ofPlaces];
}
