import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { MODE_NAMES } from '#app/domain/observations/observation.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { formatDayAndTime, formatInstant } from '#app/ui/format.ts';
import { scoredItems } from '#app/ui/observations/score-words.ts';
import { sessionName, sessionTitle } from '#app/ui/session-name.ts';
import { listFeedback } from '#db/queries/observations/session-observations.ts';
import { findSessionDay } from '#db/queries/session-day.ts';

export type FeedbackView = NonNullable<ReturnType<typeof readFeedbackView>>;

/** What was released of a session’s observations; null before anything is, and for who may not read it. */
export function readFeedbackView({ db, content }: AppContext, actor: StaffActor, sessionId: SessionId) {
	const day = findSessionDay(db, actor, sessionId, 'read', 'observation.feedback');
	const released = day ? listFeedback(db, actor, sessionId) : [];
	if (!day || released.length === 0) return null;
	const { session, cohort } = day;
	const when = session.time ? formatDayAndTime(session.time.day, session.time.startTime) : 'not booked yet';
	return {
		sessionId,
		name: sessionTitle(session),
		caption: `${cohort.name} · ${sessionName(session)} · ${when}`,
		feedback: released.map(({ id, observer, mode, savedAt, formVersion, scores, strengths, nextSteps }) => ({
			...{ id, observer, strengths, nextSteps },
			how: `${MODE_NAMES[mode]}. Written ${formatInstant(savedAt)}.`,
			dimensions: scoredItems(content.observationForm(formVersion), [scores]),
		})),
	};
}
