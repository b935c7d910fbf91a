import type { ObservationId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import * as schema from '#db/schema/index.ts';
import type { TestContext } from './context.ts';

type Observed = {
	readonly sessionId: SessionId;
	readonly observerId: StaffId;
	/** Who released it; submitted and not released without. */
	readonly releasedBy?: StaffId | null;
	/** A score for each item of the form from the first on; 2 for every one unless it says otherwise. */
	readonly scores?: readonly (number | null)[];
	readonly words?: string;
};

/** An observation of a session as it was submitted, straight into the database. */
export function givenObservation(
	{ db, ids, clock, content }: TestContext,
	{ sessionId, observerId, releasedBy = null, scores, words = 'Calm' }: Observed,
): ObservationId {
	const form = content.observationForm();
	const id = ids.next<ObservationId>();
	const at = clock.now();
	db.insert(schema.observations).values({ id, sessionId, observerId, formVersion: form.version, begunAt: at }).run();
	const version = { observationId: id, version: 1, isSubmitted: true, mode: 'live', savedAt: at } as const;
	db.insert(schema.observationVersions)
		.values({ ...version, strengths: words, note: words })
		.run();
	form.items.forEach(({ key }, index) => {
		const score = scores ? (scores[index] ?? null) : 2;
		if (score === null) return;
		db.insert(schema.observationScores).values({ observationId: id, version: 1, itemKey: key, score }).run();
	});
	if (releasedBy) {
		db.insert(schema.observationReleases).values({ observationId: id, version: 1, releasedAt: at, releasedBy }).run();
	}
	return id;
}
