import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { parseGapKey } from '#app/domain/gaps/gap-kinds.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { findCohortOfPlace, findCohortOfSession } from '#db/queries/gaps/place-facts.ts';
import { readGaps, type SeenGap } from './read-gaps.ts';

/** The gap that a key names, if there is such a gap now and the actor may see it; null otherwise, and once it is mended. */
export function findGap(context: AppContext, actor: Actor, key: string): SeenGap | null {
	const cohortId = cohortOf(context, key);
	if (cohortId === null) return null;
	const gaps = readGaps(context, actor, { cohortIds: [cohortId], everything: true });
	return gaps.find((gap) => gap.key === key) ?? null;
}

function cohortOf({ db }: AppContext, key: string): CohortId | null {
	const name = parseGapKey(key);
	if (!name) return null;
	return name.about === 'session' ? findCohortOfSession(db, name.id) : findCohortOfPlace(db, name.id);
}
