import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { ProgrammeKey } from '#app/domain/programmes/programme.ts';
import type { Db } from '../../client.ts';
import { areas, cohorts, sessions } from '../../schema/index.ts';
import { isOfTerm, toSession } from '../sessions.ts';
import { visibleCohorts } from '../visible-cohorts.ts';
import { isOfProgramme } from './cohort-logs.ts';

/** The cohorts that count with this programme whose delivery logs the actor may read, by name. */
export function listProgrammeCohorts(db: Db, actor: Actor, key: ProgrammeKey) {
	return db
		.select({
			...{ id: cohorts.id, name: cohorts.name, state: cohorts.state, area: areas.name },
			...{ slug: cohorts.programmeSlug, version: cohorts.programmeVersion, variant: cohorts.programmeVariant },
		})
		.from(cohorts)
		.innerJoin(areas, eq(areas.id, cohorts.areaId))
		.where(and(isOfProgramme(key), visibleCohorts(db, actor, 'read', 'delivery-log')))
		.orderBy(asc(cohorts.name), asc(cohorts.id))
		.all();
}

/** Their sessions that were held, in one read. */
export function listProgrammeHeldSessions(db: Db, actor: Actor, key: ProgrammeKey) {
	return db
		.select({ session: sessions })
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(
				isOfProgramme(key),
				isOfTerm(),
				isNull(sessions.enrolmentId),
				eq(sessions.state, 'held'),
				visibleCohorts(db, actor, 'read', 'delivery-log'),
			),
		)
		.orderBy(asc(sessions.cohortId), asc(sessions.planNumber))
		.all()
		.map(({ session }) => toSession(session));
}
