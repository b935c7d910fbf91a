import { type AttendanceFact, wasThere } from '../attendance/attendance-fact.ts';
import { runOfAbsences } from '../attendance/rate.ts';
import type { Thresholds } from '../programmes/programme.ts';
import type { Instant } from '../shared/instant.ts';
import type { TaskOutcome } from '../tasks/task-outcomes.ts';

/** Somebody’s attempt to reach the person after an absence, and what came of it. */
export type Contact = { readonly outcome: TaskOutcome; readonly at: Instant };

/**
 * What may be seen early of somebody who may leave, each with the reason in counts. There is no score and no order among
 * people: published predictors hold protected characteristics, and motivation is nobody’s number (§3.2,
 * facts/attrition-benchmarks).
 */
export type EarlySign =
	| { readonly kind: 'missed-first'; readonly missed: number }
	| { readonly kind: 'missed-in-a-row'; readonly missed: number; readonly unexplained: number }
	| { readonly kind: 'no-reply'; readonly outcome: 'not-reached' | 'message-left'; readonly at: Instant };

type Person = {
	readonly facts: readonly AttendanceFact[];
	readonly isActive: boolean;
	/** As far as the reader may see them. */
	readonly contacts: readonly Contact[];
};

/**
 * The early signs of one person whose place goes on: missed the first session and has not come yet; missed as many in a
 * row as take the programme’s ladder past its call; was rung and has not been reached since. Attending takes every sign
 * away. None of the second kind where the programme has no ladder.
 */
export function earlySignsOf(
	{ facts, isActive, contacts }: Person,
	{ absenceLadder }: Pick<Thresholds, 'absenceLadder'>,
): readonly EarlySign[] {
	const { missed, unexplained } = runOfAbsences(facts);
	if (!isActive || missed === 0) return [];
	const signs: EarlySign[] = [];
	if (!facts.some(wasThere)) signs.push({ kind: 'missed-first', missed });
	const steps = absenceLadder.filter(({ step }) => step !== 'facilitator-call');
	const inARow = Math.min(...steps.map(({ missedInARow }) => missedInARow));
	if (missed >= inARow) signs.push({ kind: 'missed-in-a-row', missed, unexplained });
	const unanswered = lastUnanswered(facts, contacts);
	return unanswered ? [...signs, { kind: 'no-reply', ...unanswered }] : signs;
}

/** The last attempt since they last attended, if nobody was reached by it. */
function lastUnanswered(facts: readonly AttendanceFact[], contacts: readonly Contact[]) {
	const lastAttended = facts.reduce((last, fact) => {
		return fact.startsAt !== null && fact.startsAt > last && wasThere(fact) ? fact.startsAt : last;
	}, '');
	const since = contacts.filter(({ at }) => at > lastAttended).toSorted((one, other) => (one.at < other.at ? -1 : 1));
	const last = since.at(-1);
	if (!last || (last.outcome !== 'not-reached' && last.outcome !== 'message-left')) return null;
	return { outcome: last.outcome, at: last.at };
}
