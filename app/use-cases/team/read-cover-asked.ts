import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Session, SessionTime } from '#app/domain/scheduling/session.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { mayBeCovered, whyNotAnswered } from '#app/domain/team/cover.ts';
import type { CoverObstacle } from '#app/domain/team/cover-eligibility.ts';
import type { Db } from '#db/client.ts';
import { findCoveredSession, findOwnCover, listCoversToAnswer, listSessionTeam } from '#db/queries/team/covers.ts';
import { listCandidates, otherSideOf } from './cover-candidates.ts';

export type OwnCover = NonNullable<ReturnType<typeof findOwnCover>>;
export type WhyNotAnswered = NonNullable<ReturnType<typeof whyNotAnswered>>;

/** A request that waits for its answer, with the session as it is now, and what of one's own stands in the way. */
export type CoverAsked = {
	readonly cover: OwnCover;
	readonly session: Session & { readonly time: SessionTime };
	readonly cohort: ReturnType<typeof findCoveredSession>['cohort'];
	readonly obstacles: readonly CoverObstacle[];
};

/**
 * The request as the one who is asked may see it. Refused when it waits no longer, and with the same word when they work
 * with the other side of a family here by now: then nothing of the session is theirs to see (§2.10).
 */
export function readCoverAsked(
	context: AppContext,
	db: Db,
	actor: StaffActor,
	cover: OwnCover,
): Outcome<CoverAsked, WhyNotAnswered | 'session-begun'> {
	const closed = whyNotAnswered(cover.state);
	if (closed) return refused(closed);
	const { session, cohort } = findCoveredSession(db, cover.sessionId);
	const may = mayBeCovered(session, context.clock.now());
	if (!may.done) return refused(may.code === 'session-begun' ? may.code : 'withdrawn');
	const isNeeded = listSessionTeam(db, session).some(({ staffId }) => staffId === cover.absentId);
	if (!isNeeded || otherSideOf(db, cohort)(actor.staffId)) return refused('withdrawn');
	const timed = { ...session, time: session.time! };
	const own = listCandidates(db, actor, { session: timed, cohort }).find(({ id }) => id === actor.staffId);
	if (!own) return refused('withdrawn');
	return done({ cover, session: timed, cohort, obstacles: own.obstacles });
}

/** What the actor is asked and can still answer, as far as they may see it: the same rule as for its own page. */
export function listCoversAsked(context: AppContext, actor: StaffActor): readonly CoverAsked[] {
	const { db, clock } = context;
	return listCoversToAnswer(db, actor, clock.now()).flatMap((id) => {
		const cover = findOwnCover(db, actor, id);
		const asked = cover && readCoverAsked(context, db, actor, cover);
		return asked?.done ? [asked.value] : [];
	});
}
