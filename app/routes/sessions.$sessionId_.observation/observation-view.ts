import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { itemsByDimension } from '#app/domain/observations/observation-form.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { formatDayAndTime, formatInstant } from '#app/ui/format.ts';
import { DIMENSION_MEANINGS, DIMENSION_NAMES } from '#app/ui/observations/dimensions.ts';
import { sessionName, sessionTitle } from '#app/ui/session-name.ts';
import { findOwnObservation } from '#db/queries/observations/session-observations.ts';
import { findSessionDay, type SessionDay } from '#db/queries/session-day.ts';

export type ObservationView = NonNullable<ReturnType<typeof readObservationView>>;

/** All that the form of an observation shows; null for who is not assigned to the session. */
export function readObservationView({ db, content, clock }: AppContext, actor: StaffActor, sessionId: SessionId) {
	const day = findSessionDay(db, actor, sessionId, 'write', 'observation.scores');
	if (!day) return null;
	const { session, cohort } = day;
	const own = findOwnObservation(db, actor, sessionId);
	const form = content.observationForm(own?.formVersion);
	const saved = own?.versions.at(-1) ?? null;
	const when = session.time ? formatDayAndTime(session.time.day, session.time.startTime) : 'not booked yet';
	return {
		sessionId,
		name: sessionTitle(session),
		caption: `${cohort.name} · ${sessionName(session)} · ${when}`,
		introduction: form.introduction,
		whyClosed: whyClosed(day, when, hasStarted(session, clock.now())),
		state: own?.state ?? null,
		saved: saved && { ...saved, savedAt: formatInstant(saved.savedAt) },
		items: form.items.length,
		dimensions: itemsByDimension(form).map(({ dimension, items }) => ({
			...{ dimension, items, name: DIMENSION_NAMES[dimension], meaning: DIMENSION_MEANINGS[dimension] },
			/** What this programme asks to look for. */
			lookFor: content
				.programmeOf(cohort)
				.fidelityChecklist.filter((check) => check.dimension === dimension)
				.map(({ text }) => text),
		})),
	};
}

function whyClosed({ session }: SessionDay, when: string, hasBegun: boolean): string | null {
	if (session.state === 'cancelled') return `This session did not go ahead: ${session.stateReason}`;
	return hasBegun ? null : `You can score once the session starts: ${when}. Read the items before.`;
}
