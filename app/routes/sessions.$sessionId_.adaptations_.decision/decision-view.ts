import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type Activity, planNumbered } from '#app/domain/programmes/programme.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { answersInWords, whatInWords } from '#app/ui/fidelity/adaptation-words.ts';
import { QUESTION_NAMES } from '#app/ui/fidelity/frame-words.ts';
import { formatCount, formatDay, formatInstant, formatTimeSpan } from '#app/ui/format.ts';
import { sessionName } from '#app/ui/session-name.ts';
import { listAdaptations, type SavedAdaptation } from '#db/queries/fidelity/adaptations.ts';
import { findSessionDay } from '#db/queries/session-day.ts';

export type DecisionView = NonNullable<ReturnType<typeof readDecisionView>>;

/**
 * What is proposed for a session and waits for a lead, beside what its plan says, so that nobody decides on a sentence
 * alone; null for who decides on none of it.
 */
export function readDecisionView({ db, clock, content }: AppContext, actor: StaffActor, sessionId: SessionId) {
	const day = findSessionDay(db, actor, sessionId, 'write', 'adaptation.decision');
	if (!day) return null;
	const { cohort, session } = day;
	const programme = content.programmeOf(cohort);
	const plan = planNumbered(programme, session.planNumber);
	const { notice, modules, logicModel } = programme;
	const waiting = listAdaptations(db, actor, sessionId, clock.now()).filter(({ standing }) => standing === 'waiting');
	return {
		sessionId,
		caption: `${cohort.name} · ${sessionName(session)}`,
		when: session.time
			? `${formatDay(session.time.day)}, ${formatTimeSpan(session.time.startTime, session.time.lengthMinutes)}`
			: 'Not booked yet',
		plan,
		programme: { notice, modules, logicModel },
		proposals: waiting.map((one) => proposalView(one, plan.activities)),
	};
}

function proposalView(one: SavedAdaptation, activities: readonly Activity[]) {
	const activity = activities.find(({ key }) => key === one.activityKey);
	const title = activity?.title ?? 'No activity in particular';
	return {
		id: one.id as string,
		title,
		label: `${title}: ${one.how}`,
		by: `Proposed by ${one.recordedByName}, ${formatInstant(one.recordedAt)}`,
		rows: [
			{ key: 'Activity', value: activity ? `${title} (${activityInWords(activity)})` : title },
			{ key: QUESTION_NAMES.what, value: whatInWords(one) },
			{ key: 'What will be done', value: one.how },
			{ key: 'What asks for it', value: one.reason },
			{ key: 'Answers', value: answersInWords(one) },
			{ key: 'Proposed by', value: `${one.recordedByName}, ${formatInstant(one.recordedAt)}` },
			...(one.correctionReason ? [{ key: 'Changed since', value: one.correctionReason }] : []),
		],
	};
}

function activityInWords({ core, minutes }: Activity): string {
	return `${core ? 'core' : 'adaptable'}, ${formatCount('minute', minutes)}`;
}
