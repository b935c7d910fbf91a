import type { Side } from '../programmes/programme.ts';
import type { Session, SessionKind } from '../scheduling/session.ts';
import type { SessionId } from '../shared/ids.ts';
import { type Instant, plusMinutes } from '../shared/instant.ts';

/** How long a session that does not go ahead stays in calendars as cancelled (domain rules §8.4). */
const CANCELLED_STAYS_DAYS = 30;

export type CalendarSession = {
	readonly session: Pick<Session, 'id' | 'planNumber' | 'kind' | 'state' | 'time' | 'sequence'>;
	readonly changedAt: Instant;
	readonly side: Side;
	readonly venue: string | null;
};

/** One event in a calendar of staff: it names no person, no programme and no cohort. */
export type CalendarEntry = {
	readonly sessionId: SessionId;
	readonly title: string;
	readonly place: string | null;
	readonly startsAt: Instant;
	readonly endsAt: Instant;
	readonly sequence: number;
	readonly changedAt: Instant;
	readonly isCancelled: boolean;
};

/**
 * The events for these sessions: those with a time, a cancelled one for 30 days after it was. A survivor-side event says
 * no place (docs/security.md).
 */
export function calendarEntries(sessions: readonly CalendarSession[], now: Instant): readonly CalendarEntry[] {
	const stillShown = plusMinutes(now, -CANCELLED_STAYS_DAYS * 24 * 60);
	return sessions.flatMap(({ session, changedAt, side, venue }) => {
		const { id, planNumber, kind, state, time, sequence } = session;
		const isCancelled = state === 'cancelled';
		if (time === null || (isCancelled && changedAt < stillShown)) return [];
		return [
			{
				sessionId: id,
				title: `${TITLES[kind]} ${planNumber}`,
				place: side === 'survivor' ? null : venue,
				startsAt: time.startsAt,
				endsAt: time.endsAt,
				sequence,
				changedAt,
				isCancelled,
			},
		];
	});
}

const TITLES: Readonly<Record<SessionKind, string>> = {
	group: 'Group session',
	individual: 'Individual session',
	review: 'Review session',
	// That somebody missed a session is nobody’s business who looks over a shoulder.
	'catch-up': 'Session',
};
