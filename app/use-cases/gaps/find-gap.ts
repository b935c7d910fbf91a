import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { decidingDesk, GAP_MEANINGS, parseGapKey } from '#app/domain/gaps/gap-kinds.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { listDesksReached } from '#db/queries/gaps/gap-desks.ts';
import { findCohortOfPlace, findCohortOfSession } from '#db/queries/gaps/place-facts.ts';
import { readGaps, type SeenGap } from './read-gaps.ts';

/** The gap that a key names, if there is such a gap now and the actor may see it; null otherwise, and once it is mended. */
export function findGap(context: AppContext, actor: Actor, key: string): SeenGap | null {
	const cohortId = cohortOf(context, key);
	if (cohortId === null) return null;
	const gaps = readGaps(context, actor, { cohortIds: [cohortId], everything: true });
	return gaps.find((gap) => gap.key === key) ?? null;
}

/**
 * Whether a key names a gap that the actor would decide on and that is not there: mended, or never there. Of what is not
 * theirs to decide on it is said of none.
 */
export function isGapGone(context: AppContext, actor: Actor, key: string): boolean {
	const [name, cohortId] = [parseGapKey(key), cohortOf(context, key)];
	if (!name || cohortId === null || findGap(context, actor, key)) return false;
	const { sees = [], decides = [] } = listDesksReached(context.db, actor, [cohortId]).get(cohortId) ?? {};
	return sees.includes(GAP_MEANINGS[name.kind].desk) && decides.includes(decidingDesk(name.kind));
}

function cohortOf({ db }: AppContext, key: string): CohortId | null {
	const name = parseGapKey(key);
	if (!name) return null;
	return name.about === 'session' ? findCohortOfSession(db, name.id) : findCohortOfPlace(db, name.id);
}
