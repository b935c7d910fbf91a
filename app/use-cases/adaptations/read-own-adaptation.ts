import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { AdaptationId, SessionId } from '#app/domain/shared/ids.ts';
import { listAdaptations } from '#db/queries/fidelity/adaptations.ts';
import { findSessionDay } from '#db/queries/session-day.ts';

type Named = { readonly sessionId: SessionId; readonly adaptationId: AdaptationId };

/**
 * A record that the actor wrote of a session of which they may write still, with that session, whatever became of it; null
 * for anybody else’s and for one of another session.
 */
export function findOwnAdaptation(
	{ db, clock }: Pick<AppContext, 'db' | 'clock'>,
	actor: StaffActor,
	{ sessionId, adaptationId }: Named,
) {
	const day = findSessionDay(db, actor, sessionId, 'write', 'adaptation.record');
	if (!day) return null;
	const all = listAdaptations(db, actor, sessionId, clock.now());
	const adaptation = all.find(({ id, recordedBy }) => id === adaptationId && recordedBy === actor.staffId);
	return adaptation ? { day, adaptation } : null;
}
