import { WAYS_IN_WORDS, type WayToMend } from '#app/domain/fidelity/mend-content.ts';
import type { ReceivedState } from '#app/domain/fidelity/received-content.ts';
import { RECEIVED_WORDS } from '#app/domain/fidelity/received-words.ts';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { planTitle } from '#app/ui/session-name.ts';

type MissingPlan = {
	readonly planNumber: number;
	readonly title: string;
	readonly activities: readonly string[];
	readonly why: ReceivedState;
	readonly way: WayToMend;
	readonly sessionId: SessionId | null;
};

/** Core content of one plan that somebody has not had, with what can be done, and where for who may book catch-ups. */
export function missingLine(
	{ planNumber, title, activities, why, way, sessionId }: MissingPlan,
	enrolmentId: EnrolmentId,
	mayBook: boolean,
) {
	const leads = mayBook && sessionId !== null && (way === 'book' || way === 'book-late');
	return {
		session: planTitle(planNumber, title),
		what: activities.join('; '),
		why: RECEIVED_WORDS[why].words.toLowerCase(),
		/** To somebody who may not book it says nothing of booking. */
		way: way === 'book' && !mayBook ? null : WAYS_IN_WORDS[way],
		bookHref: leads ? paths.bookCatchUp(sessionId, enrolmentId) : null,
	};
}

export type MissingLine = ReturnType<typeof missingLine>;
