import { and, count, eq, type SQL } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { ProgrammeKey } from '#app/domain/programmes/programme.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { cohorts, sessions } from '../../schema/index.ts';
import { anyOf, visibleSessions } from '../visible-cohorts.ts';
import { selectAdaptations } from './adaptations.ts';
import { isOfProgramme, isOfProgrammeAlone } from './cohort-logs.ts';

type Wanted = { readonly keys: readonly ProgrammeKey[]; readonly isAlone: boolean };

/**
 * Every record of what was changed in a session of the cohorts that count with one of these programmes, or with it alone, as
 * far as the actor may read them, catch-ups too; in one read.
 */
export function listProgrammeAdaptations(db: Db, actor: Actor, { keys, isAlone }: Wanted, now: Instant) {
	const which = isAlone ? anyOf(keys.map((key) => isOfProgrammeAlone(key))) : isOfAnyOf(keys);
	return selectAdaptations(db, actor, which, now);
}

/** How many sessions of each plan were held in those cohorts, of those whose adaptations the actor may read. */
export function countHeldByPlan(db: Db, actor: Actor, keys: readonly ProgrammeKey[]): ReadonlyMap<number, number> {
	const counted = db
		.select({ planNumber: sessions.planNumber, held: count() })
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(isOfAnyOf(keys), eq(sessions.state, 'held'), visibleSessions(db, actor, 'read', 'adaptation.record')))
		.groupBy(sessions.planNumber)
		.all();
	return new Map(counted.map(({ planNumber, held }) => [planNumber, held]));
}

/** None of them where there is no such programme: never all. */
function isOfAnyOf(keys: readonly ProgrammeKey[]): SQL {
	return anyOf(keys.map((key) => isOfProgramme(key)));
}
