import type { RecordKind } from '#app/domain/audit/entry.ts';
import { parseGapKey } from '#app/domain/gaps/gap-kinds.ts';
import type { SeenGap } from './read-gaps.ts';

/** The record that the audit trail names for a gap: the session or the place that it is about. */
export function recordOf(key: string): readonly [RecordKind, string | null] {
	const name = parseGapKey(key);
	return [name?.about === 'place' ? 'enrolment' : 'session', name?.id ?? null];
}

/** Whom a gap is about, for the audit trail. */
export function peopleOf({ place }: Pick<SeenGap, 'place'>) {
	return place ? [place.personId] : [];
}

/** What a task or a decision about the gap hangs on. */
export function aboutOf({ cohort, session, place }: Pick<SeenGap, 'cohort' | 'session' | 'place'>) {
	return { cohortId: cohort.id, sessionId: session?.id ?? null, enrolmentId: place?.enrolmentId ?? null };
}
