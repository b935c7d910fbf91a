import type { Session } from '../scheduling/session.ts';
import type { SessionId } from '../shared/ids.ts';
import type { AttendanceFact } from './attendance-fact.ts';
import type { BookedCatchUp } from './catch-ups.ts';
import type { Mark } from './marks.ts';

/** One row of somebody’s in some register, as short as it is read. */
export type HistoryCell = readonly [sessionId: SessionId, expected: 0 | 1, mark: Mark | null, minutes: number | null];

/** What one person’s rows say: those of the term and of sessions booked for them, and apart from these their catch-ups. */
export function recordFromHistory(
	history: readonly HistoryCell[],
	sessions: ReadonlyMap<SessionId, Pick<Session, 'planNumber' | 'kind' | 'state' | 'time'>>,
): { readonly facts: readonly AttendanceFact[]; readonly booked: readonly BookedCatchUp[] } {
	const facts: AttendanceFact[] = [];
	const booked: BookedCatchUp[] = [];
	for (const [sessionId, expected, mark, minutes] of history) {
		const session = sessions.get(sessionId);
		if (!session) continue;
		const { planNumber, kind, state, time } = session;
		const startsAt = time?.startsAt ?? null;
		if (kind !== 'catch-up')
			facts.push({ expected: expected === 1, mark, minutes, planNumber, sessionState: state, startsAt });
		else if (expected === 1 && startsAt !== null) booked.push({ planNumber, sessionId, startsAt, mark });
	}
	return { facts, booked };
}
