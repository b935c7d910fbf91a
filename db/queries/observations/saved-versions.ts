import { sql } from 'drizzle-orm';
import type { ItemScore, ObservationMode } from '#app/domain/observations/observation.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { observationReleases, observationScores, observations, observationVersions } from '../../schema/index.ts';

/** A version of an observation as it was saved, with every score of it. */
export type SavedVersion = {
	readonly version: number;
	readonly isSubmitted: boolean;
	readonly mode: ObservationMode;
	readonly strengths: string | null;
	readonly nextSteps: string | null;
	readonly note: string | null;
	readonly savedAt: Instant;
	readonly scores: readonly ItemScore[];
};

/** The column that gathers every version of an observation, the oldest first, as JSON: see `readVersions`. */
export const allVersions = sql<string>`(
	select json_group_array(json_object(
		'version', ${observationVersions.version}, 'isSubmitted', ${observationVersions.isSubmitted},
		'mode', ${observationVersions.mode}, 'strengths', ${observationVersions.strengths},
		'nextSteps', ${observationVersions.nextSteps}, 'note', ${observationVersions.note},
		'savedAt', ${observationVersions.savedAt}, 'scores', json((
			select json_group_array(json_object(
				'itemKey', ${observationScores.itemKey}, 'score', ${observationScores.score}
			)) from ${observationScores}
			where ${observationScores.observationId} = ${observationVersions.observationId}
				and ${observationScores.version} = ${observationVersions.version}
		))
	) order by ${observationVersions.version}) from ${observationVersions}
	where ${observationVersions.observationId} = ${observations.id}
)`;

/** The column with the newest version that a lead released; null while there is none. */
export const releasedVersion = sql<number | null>`(
	select max(${observationReleases.version}) from ${observationReleases}
	where ${observationReleases.observationId} = ${observations.id}
)`;

export function readVersions(json: string): readonly SavedVersion[] {
	const versions = JSON.parse(json) as readonly (Omit<SavedVersion, 'isSubmitted'> & { isSubmitted: 0 | 1 })[];
	return versions.map(({ isSubmitted, ...version }) => ({ ...version, isSubmitted: isSubmitted === 1 }));
}
