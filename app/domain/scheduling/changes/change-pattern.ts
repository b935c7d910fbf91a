import { type CalendarDay, laterDay } from '../../shared/calendar-day.ts';
import { dayOf, type Instant } from '../../shared/instant.ts';
import { done, type Outcome } from '../../shared/outcome.ts';
import type { LayOutRefusal, PlanToLayOut } from '../lay-out-sessions.ts';
import { faultOfOrder } from './keeps-order.ts';
import { layOutAgain, type Pattern } from './lay-out-again.ts';
import type { PlannedMove } from './move-session.ts';
import { mayBeLaidOutAnew, movesAlong, type TermSession } from './term.ts';

export type PatternChange = Pattern & {
	/** The sessions that stand, one for each plan; see `standingSessions`. */
	readonly term: readonly TermSession[];
	readonly plans: readonly PlanToLayOut[];
	/** No session of the new pattern is before this day. */
	readonly from: CalendarDay;
	/** Somebody has or had a place in the cohort. */
	readonly hasHadMembers: boolean;
	readonly now: Instant;
};

/**
 * What another pattern, or another start, makes of the term: sessions that have begun or have a mark stay, and the plans
 * after them get their dates anew, never before today and never in a slot that is over. Only a cohort that never had a
 * member may be laid out into the past, to bring it in from paper. Refused as laying out is, and when a session that
 * stays would be overtaken. (§2.6)
 */
export function planPatternChange(change: PatternChange): Outcome<PlannedMove, LayOutRefusal | 'out-of-order'> {
	const { term, plans, slots, off, from, hasHadMembers, now } = change;
	const sessions = term.toSorted((one, other) => one.planNumber - other.planNumber);
	const again = layOutAgain({
		sessions,
		plans,
		slots,
		off,
		moves: (session) => (hasHadMembers ? movesAlong(session, now) : mayBeLaidOutAnew(session)),
		previous: null,
		earliest: hasHadMembers ? laterDay(from, dayOf(now)) : from,
		startsAfter: hasHadMembers ? now : null,
	});
	if (!again.done) return again;
	return faultOfOrder(sessions, again.value.moves, now) ?? done(again.value);
}
