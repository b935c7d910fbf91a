import type { ItemScore } from '#app/domain/observations/observation.ts';
import type { Draw, PlannableSession } from '#app/domain/observations/observation-plan.ts';
import type { Db } from '../../client.ts';
import {
	drawnSessions,
	observationDraws,
	observationReleases,
	observationScores,
	observations,
	observationVersions,
} from '../../schema/index.ts';

/** Begins somebody’s observation of a session; what they score is in its versions. */
export function insertObservation(db: Db, observation: typeof observations.$inferInsert): void {
	db.insert(observations).values(observation).run();
}

/** A new version with its scores; the versions before it stay as they are. */
export function insertObservationVersion(
	db: Db,
	version: typeof observationVersions.$inferInsert,
	scores: readonly ItemScore[],
): void {
	db.insert(observationVersions).values(version).run();
	for (const score of scores) {
		db.insert(observationScores)
			.values({ observationId: version.observationId, version: version.version, ...score })
			.run();
	}
}

/** Lets the facilitators read this version. */
export function insertObservationRelease(db: Db, release: typeof observationReleases.$inferInsert): void {
	db.insert(observationReleases).values(release).run();
}

type DrawToKeep = Omit<typeof observationDraws.$inferInsert, 'pool'> & {
	readonly pool: readonly PlannableSession[];
	readonly drawn: readonly Omit<Draw['drawn'][number], 'times'>[];
};

/** Keeps a draw with all that it takes to draw it again. */
export function insertObservationDraw(db: Db, { pool, drawn, ...draw }: DrawToKeep): void {
	const kept = pool.map(({ sessionId, startsAt, staffIds }) => ({ sessionId, startsAt, staffIds }));
	db.insert(observationDraws)
		.values({ ...draw, pool: JSON.stringify(kept) })
		.run();
	for (const session of drawn) {
		db.insert(drawnSessions)
			.values({ cohortId: draw.cohortId, number: draw.number, ...session })
			.run();
	}
}
