import type { Instant } from '../../shared/instant.ts';
import { type Refused, refused } from '../../shared/outcome.ts';
import type { SessionTime } from '../session.ts';
import { isInOrder, type Moved, type TermSession, withMoves } from './term.ts';

/**
 * Refused when a session that moves would come before one with a lower plan number, or after one with a higher: the
 * sessions of a cohort follow one another in plan order (§2.5). Looks only at what is still ahead: what was delivered
 * out of order cannot be mended by a date. Individual sessions have no place in the order.
 */
export function faultOfOrder(
	term: readonly TermSession[],
	moves: readonly Moved[],
	now: Instant,
): Refused<'out-of-order'> | null {
	const standing = withMoves(term, moves).filter((session) => isInOrder(session) && session.state !== 'cancelled');
	const movedPlans = new Set(moves.map(({ planNumber }) => planNumber));
	for (const move of moves) {
		const inTheWay = standing.find((other) => isOutOfOrder(move, other, now));
		if (!inTheWay) continue;
		return refused('out-of-order', {
			planNumber: move.planNumber,
			day: move.to.day,
			other: inTheWay.planNumber,
			otherDay: inTheWay.time?.day,
			otherMoves: movedPlans.has(inTheWay.planNumber),
			otherHasMark: inTheWay.recorded !== 'nothing',
		});
	}
	return null;
}

function isOutOfOrder({ planNumber, to }: Moved, other: TermSession, now: Instant): boolean {
	if (other.time === null || other.planNumber === planNumber) return false;
	return other.planNumber < planNumber
		? comesInto(other.time, to, now)
		: other.time.startsAt > now && overtakes(to, other.time);
}

/** The earlier plan is not over before the later one starts. */
function comesInto(earlier: SessionTime, later: SessionTime, now: Instant): boolean {
	return earlier.endsAt > now && overtakes(earlier, later);
}

function overtakes(earlier: SessionTime, later: SessionTime): boolean {
	return later.startsAt < earlier.endsAt;
}
