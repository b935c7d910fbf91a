import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import {
	checkObservation,
	type ItemEntry,
	type ItemScore,
	type ObservationMode,
	type ObservationRefusal,
} from '#app/domain/observations/observation.ts';
import type { ObservationId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findOwnObservation, type OwnObservation } from '#db/queries/observations/session-observations.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { insertObservation, insertObservationVersion } from '#db/stores/observing/observations.ts';
import { isPartOfSession } from '../access/is-part-of-session.ts';
import { audited } from '../audit/audited.ts';

type Content = {
	readonly mode: ObservationMode;
	readonly strengths: string | null;
	readonly nextSteps: string | null;
	readonly note: string | null;
};

export type ObservationToRecord = Content & {
	readonly sessionId: SessionId;
	readonly entries: readonly ItemEntry[];
	/** Handed to the leads with this save; once it was, every later save is a correction and is handed to them too. */
	readonly submits: boolean;
	/** The version of one’s own observation that the page showed; 0 when there was none. */
	readonly openedVersion: number;
};

export type RecordedObservation = { readonly isSubmitted: boolean; readonly isNew: boolean };

/**
 * Records what the actor observed of a session: a new version of their own observation, whose earlier ones stay. The same
 * again is no new version. Refused for somebody who has become a part of the session since (`on-the-team`), when its own
 * version has changed since the page was opened (`changed-meanwhile`, details: what stands), and as `checkObservation` says
 * (§7.3).
 */
export function recordObservation(
	context: AppContext,
	actor: StaffActor,
	input: ObservationToRecord,
): Outcome<RecordedObservation, ObservationRefusal | 'not-found' | 'on-the-team' | 'changed-meanwhile'> {
	const now = context.clock.now();
	const record = ['session', input.sessionId] as const;
	return audited(context, { actor, action: 'observation-recorded', record }, (tx, tell) => {
		const day = findSessionDay(tx, actor, input.sessionId, 'write', 'observation.scores');
		if (!day) return refused('not-found');
		if (isPartOfSession(tx, day, actor.staffId)) return refused('on-the-team');
		const own = findOwnObservation(tx, actor, input.sessionId);
		const newest = own?.versions.at(-1);
		const isSubmitted = input.submits || newest?.isSubmitted === true;
		const form = context.content.observationForm(own?.formVersion);
		const checked = checkObservation(input.entries, form, day.session, { now, isSubmitted });
		if (!checked.done) return checked;
		if (newest?.isSubmitted === isSubmitted && saysTheSame(newest, input, checked.value)) {
			return done({ isSubmitted, isNew: false });
		}
		const version = newest?.version ?? 0;
		if (version !== input.openedVersion) return refused('changed-meanwhile', { stands: newest });
		const observationId = own?.id ?? begin(context, tx, actor, input.sessionId, form.version);
		const { mode, strengths, nextSteps, note } = input;
		const saved = { observationId, version: version + 1, isSubmitted, mode, strengths, nextSteps, note, savedAt: now };
		insertObservationVersion(tx, saved, checked.value);
		tell({ details: { version: version + 1, items: checked.value.length, submitted: isSubmitted } });
		return done({ isSubmitted, isNew: true });
	});
}

function begin(
	{ ids, clock }: AppContext,
	tx: Db,
	{ staffId: observerId }: StaffActor,
	sessionId: SessionId,
	formVersion: number,
): ObservationId {
	const id = ids.next<ObservationId>();
	insertObservation(tx, { id, sessionId, observerId, formVersion, begunAt: clock.now() });
	return id;
}

type Saved = OwnObservation['versions'][number];

function saysTheSame(
	saved: Saved,
	{ mode, strengths, nextSteps, note }: Content,
	scores: readonly ItemScore[],
): boolean {
	const inWords = (some: readonly ItemScore[]) =>
		some
			.map(({ itemKey, score }) => `${itemKey} ${score}`)
			.toSorted()
			.join();
	const texts = saved.strengths === strengths && saved.nextSteps === nextSteps && saved.note === note;
	return texts && saved.mode === mode && inWords(saved.scores) === inWords(scores);
}
