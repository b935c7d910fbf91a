import { done, type Outcome, refused } from '../shared/outcome.ts';
import type { PlanToLayOut } from './lay-out-sessions.ts';

/** More sessions than this are a slip of the keyboard. */
export const MOST_PLAIN_SESSIONS = 200;

/**
 * So many group sessions of one length (minutes) without a programme, numbered from 1. Refused unless `count` is a whole
 * number from 1 to 200; the length is judged when they are laid out.
 */
export function plainPlans(
	count: number,
	minutes: number,
): Outcome<readonly PlanToLayOut[], 'session-count-out-of-range'> {
	if (!Number.isInteger(count) || count < 1 || count > MOST_PLAIN_SESSIONS) {
		return refused('session-count-out-of-range', { count, from: 1, to: MOST_PLAIN_SESSIONS });
	}
	return done(
		Array.from({ length: count }, (_, index) => ({ number: index + 1, kind: 'group', minutes, gapBeforeWeeks: 0 })),
	);
}
