import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { idToKeep } from '#app/domain/audit/entry.ts';
import type { ObservationId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listSessionObservations } from '#db/queries/observations/session-observations.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { insertObservationRelease } from '#db/stores/observing/observations.ts';
import { audited } from '../audit/audited.ts';

type Release = {
	readonly sessionId: SessionId;
	readonly observationId: ObservationId;
	/** The version that the page showed: what a lead has not read is not released. */
	readonly version: number;
};

/**
 * Lets those who deliver a session read an observation of it as the lead has just read it. Refused for a draft and for what
 * the lead may not read themself (`not-found`), for a version that the observer has corrected since (`changed-meanwhile`),
 * and for one that is released (`released-already`).
 */
export function releaseObservation(
	context: AppContext,
	actor: StaffActor,
	{ sessionId, observationId, version }: Release,
): Outcome<undefined, 'not-found' | 'changed-meanwhile' | 'released-already'> {
	const record = ['session', sessionId] as const;
	return audited(context, { actor, action: 'observation-released', record }, (tx, tell) => {
		tell({ details: { observation: idToKeep(observationId) ?? '', version } });
		if (!findSessionDay(tx, actor, sessionId, 'write', 'observation.release')) return refused('not-found');
		const all = listSessionObservations(tx, actor, sessionId);
		const observation = all?.observations.find(({ id }) => id === observationId);
		const newest = observation?.versions.at(-1);
		if (!observation || !newest?.isSubmitted) return refused('not-found');
		if (observation.releasedVersion === version && newest.version === version) return refused('released-already');
		if (newest.version !== version) return refused('changed-meanwhile');
		const releasedBy = actor.staffId;
		insertObservationRelease(tx, { observationId, version, releasedAt: context.clock.now(), releasedBy });
		return done();
	});
}
