import { and, asc, eq, type SQL } from 'drizzle-orm';
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

/** The sessions that were held in those cohorts, of those whose adaptations the actor may read, by plan in order of their days. */
export function listHeldByPlan(db: Db, actor: Actor, keys: readonly ProgrammeKey[]) {
	const held = db
		.select({ id: sessions.id, planNumber: sessions.planNumber, day: sessions.day, cohort: cohorts.name })
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(isOfAnyOf(keys), eq(sessions.state, 'held'), visibleSessions(db, actor, 'read', 'adaptation.record')))
		.orderBy(asc(sessions.startsAt), asc(sessions.id))
		.all();
	return Map.groupBy(held, ({ planNumber }) => planNumber);
}

/** None of them where there is no such programme: never all. */
function isOfAnyOf(keys: readonly ProgrammeKey[]): SQL {
	return anyOf(keys.map((key) => isOfProgramme(key)));
}
