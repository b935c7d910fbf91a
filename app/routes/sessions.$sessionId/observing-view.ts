import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { isToldOf } from '#app/domain/observations/observation-plan.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import { paths } from '#app/paths.ts';
import { findNotice } from '#db/queries/observations/draws.ts';
import {
	findOwnObservation,
	listFeedback,
	listSessionObservations,
} from '#db/queries/observations/session-observations.ts';
import { findSessionDay, type SessionDay } from '#db/queries/session-day.ts';

/**
 * What the page of a session says of its observation, as far as it is the reader’s; nothing is asked for who has no part
 * in it.
 */
export function readObserving(context: AppContext, actor: StaffActor, day: SessionDay) {
	const { db } = context;
	const { id } = day.session;
	const isTeams = day.delivers && mayAtAll(actor, 'read', 'observation.feedback');
	const releases = day.may('write', 'observation.release');
	const all = releases ? listSessionObservations(db, actor, id) : null;
	return {
		form: mayAtAll(actor, 'write', 'observation.scores') ? formOf(context, actor, day) : null,
		/** Whether the team is told by now that somebody comes. */
		isTold: isTeams && isAnnounced(context, actor, day),
		feedbackHref: isTeams && listFeedback(db, actor, id).length > 0 ? paths.observationFeedback(id) : null,
		allHref: all ? paths.sessionObservations(id) : null,
		toRelease: all?.observations.filter(({ state }) => state === 'submitted' || state === 'corrected').length ?? 0,
	};
}

/** Their own form, where they observe the session. */
function formOf({ db, clock }: AppContext, actor: StaffActor, { session }: SessionDay) {
	if (!findSessionDay(db, actor, session.id, 'write', 'observation.scores')) return null;
	const state = findOwnObservation(db, actor, session.id)?.state ?? null;
	return { href: paths.observation(session.id), state, isOpen: hasStarted(session, clock.now()) };
}

function isAnnounced({ db, clock, content }: AppContext, actor: StaffActor, { session, cohort }: SessionDay): boolean {
	const notice = findNotice(db, actor, session.id);
	const { observationNoticeDays } = content.programmeOf(cohort).thresholds;
	return notice !== null && isToldOf(session, notice, observationNoticeDays, clock.now());
}
