import type { Session } from '../scheduling/session.ts';
import type { Instant } from '../shared/instant.ts';
import { MARK_MEANINGS } from './marks.ts';
import type { RegisterRow } from './register.ts';

/** One person's row with what became of its session: what every rate, run, dose and curve is computed from. */
export type AttendanceFact = Pick<RegisterRow, 'expected' | 'mark' | 'minutes'> & {
	readonly planNumber: number;
	readonly sessionState: Session['state'];
	/** When the session starts; null for an individual session that is not booked yet. */
	readonly startsAt: Instant | null;
};

/** Was expected at a session that went ahead: only this is exposure. A cancelled one, or one to come, never is (§6.2). */
export function isExposure(fact: AttendanceFact): boolean {
	return fact.expected && fact.sessionState === 'held';
}

/** Was in the room: attended, late or left early, at a session that went ahead (§5.3). */
export function wasThere(fact: AttendanceFact): boolean {
	return isExposure(fact) && fact.mark !== null && MARK_MEANINGS[fact.mark].attended;
}

/** Was expected and not there; an accepted apology is still a missed session (§5.4). */
export function wasMissed(fact: AttendanceFact): boolean {
	return isExposure(fact) && fact.mark !== null && MARK_MEANINGS[fact.mark].missed;
}
