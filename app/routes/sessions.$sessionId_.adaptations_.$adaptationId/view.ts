import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { isPlanned } from '#app/domain/fidelity/frame.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { AdaptationId, SessionId } from '#app/domain/shared/ids.ts';
import { shownAdaptation } from '#app/http/fidelity/adaptation-form.ts';
import { paths } from '#app/paths.ts';
import { sessionName } from '#app/ui/session-name.ts';
import { findOwnAdaptation } from '#app/use-cases/adaptations/read-own-adaptation.ts';

export type OwnAdaptationView = NonNullable<ReturnType<typeof readOwnAdaptation>>;

/** A record as who wrote it sees it, to correct or withdraw; null for anybody else. */
export function readOwnAdaptation(context: AppContext, actor: StaffActor, sessionId: SessionId, id: string) {
	const own = findOwnAdaptation(context, actor, { sessionId, adaptationId: id as AdaptationId });
	if (!own) return null;
	const { day, adaptation } = own;
	const { session, cohort } = day;
	const { activities } = planNumbered(context.content.programmeOf(cohort), session.planNumber);
	const { standing, correctedBy } = adaptation;
	return {
		backHref: paths.adaptations(sessionId),
		caption: `${cohort.name} · ${sessionName(session)}`,
		standing,
		nextHref: correctedBy ? paths.adaptation(sessionId, correctedBy) : null,
		whatFollows: whatFollows(isPlanned(adaptation), hasStarted(session, context.clock.now())),
		isCancelled: session.state === 'cancelled',
		activities: activities.map(({ key, title }) => ({ value: key, label: title })),
		said: shownAdaptation(adaptation),
	};
}

/** What a correction does to where the record stands. */
function whatFollows(wasProposed: boolean, isBegun: boolean): string {
	if (!isBegun) return 'A lead decides on it again, whatever was decided before.';
	return wasProposed
		? 'The session has started, so nobody can decide on it beforehand any more: once corrected it counts as unplanned. What was decided of it before stays in its history.'
		: 'It stays unplanned.';
}
