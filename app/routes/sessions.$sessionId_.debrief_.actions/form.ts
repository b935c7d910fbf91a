import { z } from 'zod';
import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { checkDebriefOpen } from '#app/domain/debrief/debrief.ts';
import { asId, type SessionId, type StaffId } from '#app/domain/shared/ids.ts';
import { requiredText, typedDay, withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import { sessionName } from '#app/ui/session-name.ts';
import { listActionOwners } from '#app/use-cases/debrief/agree-action.ts';
import { findSessionDay } from '#db/queries/session-day.ts';

const OWNER = 'Choose who does it';

export const actionForm = withDays(
	['due'],
	z.object({
		words: requiredText('Enter what is to be done', 500),
		ownerId: requiredText(OWNER).transform((id) => asId<StaffId>(id)),
		due: typedDay({ missing: 'Enter the last day for it' }),
	}),
);

export const SENTENCES: RefusalSentences = {
	'owner-missing': () => ({ field: 'ownerId', sentence: OWNER }),
	'due-before-today': () => ({ field: 'due', sentence: 'Enter a last day that is today or later' }),
	'session-cancelled': () => ({
		...{ field: 'form', status: 409 },
		sentence: 'Nothing was saved: it is recorded that this session did not go ahead',
	}),
	'session-not-started': () => ({
		field: 'form',
		sentence: 'Nothing was saved: the debrief opens when the session starts',
	}),
};

export type ActionView = NonNullable<ReturnType<typeof readActionView>>;

/** Who may have an action of this session’s debrief; null when the actor may not agree one. */
export function readActionView({ db, clock }: AppContext, actor: StaffActor, sessionId: SessionId) {
	const day = findSessionDay(db, actor, sessionId, 'write', 'debrief.actions');
	if (!day) return null;
	const owners = listActionOwners(db, day.cohort.id);
	return {
		sessionId,
		caption: `${day.cohort.name} · ${sessionName(day.session)}`,
		isOpen: checkDebriefOpen(day.session, clock.now()).done,
		owners: owners.map(({ staffId, name }) => ({
			value: staffId as string,
			label: staffId === actor.staffId ? `${name} (you)` : name,
		})),
	};
}
