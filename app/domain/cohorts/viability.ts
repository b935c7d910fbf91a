import type { Thresholds } from '../programmes/programme.ts';
import { type Share, shareOf } from '../statistics/percentages.ts';
import { type Interval, wilsonInterval } from '../statistics/proportion.ts';
import type { CohortState } from './cohort.ts';

/** One place in an earlier cohort that is over: the plan number of the last session attended, 0 for none. */
export type PastPlace = { readonly lastAttended: number; readonly stayed: boolean };

/** Whole numbers of people, both ends included; `to` is null where the history sets no upper end. */
export type Range = { readonly from: number; readonly to: number | null };

/** What the earlier cohorts of this programme in this area say; `stayed` of those who were there after session `since`. */
export type Staying = {
	readonly cohorts: number;
	readonly since: number;
	readonly stayed: Share;
	readonly interval: Interval;
};

export type Viability = {
	/** People with a place that goes on. */
	readonly taken: number;
	/** What the programme version asks for: to start, to keep going, and at most. */
	readonly size: Thresholds['groupSize'];
	/** `too-few-to-start` before the first session; the other two while it runs. Null: nothing to warn of. */
	readonly warning: 'too-few-to-start' | 'below-viable' | 'likely-below-viable' | null;
	/** Null where the history is too short to say anything. */
	readonly staying: Staying | null;
	/** Before the start: how many places would have kept the viable number to the end. A range, never a rule. */
	readonly toInvite: Range | null;
	/** While it runs: how many of those taking part would be there at the end. */
	readonly atEnd: Range | null;
};

/** With fewer people than this one more who left would move the share by a tenth (facts/evaluation §3). */
export const FEWEST_PAST_PLACES = 10;

export type Standing = {
	readonly state: CohortState;
	/** Places that go on, whether their holder has attended yet or not. */
	readonly taken: number;
	/** The plan number of the last session that has begun; 0 before the first. */
	readonly reached: number;
	readonly size: Thresholds['groupSize'];
};

export type History = { readonly cohorts: number; readonly places: readonly PastPlace[] };

/**
 * Whether the group is large enough to start or to go on, and what earlier cohorts say of how many will be there at the
 * end (§2.11). Those who had a place and had not stopped attending by the session that this cohort has reached are
 * compared; shares with Wilson’s 95% interval, people rounded outwards. Below the viable number already is a fact;
 * likely to fall below it is the plain share of the people here, and says nothing of any one of them. Null for a cohort
 * that is over.
 */
export function viabilityOf({ state, taken, reached, size }: Standing, history: History): Viability | null {
	if (state !== 'recruiting' && state !== 'running') return null;
	const isRunning = state === 'running';
	const staying = stayingSince(isRunning ? reached : 0, history);
	return {
		taken,
		size,
		warning: isRunning ? warningWhileRunning(taken, size, staying) : taken < size.min ? 'too-few-to-start' : null,
		staying,
		toInvite: isRunning ? null : staying && toKeep(size.viable, staying.interval),
		atEnd: isRunning ? staying && leftOf(taken, staying.interval) : null,
	};
}

function warningWhileRunning(taken: number, { viable }: Thresholds['groupSize'], staying: Staying | null) {
	if (taken < viable) return 'below-viable';
	const expected = staying === null ? taken : (taken * staying.stayed.count) / staying.stayed.outOf;
	return expected < viable - ALLOWANCE ? 'likely-below-viable' : null;
}

function stayingSince(since: number, { cohorts, places }: History): Staying | null {
	const there = places.filter(({ lastAttended, stayed }) => stayed || lastAttended >= since);
	const stayed = shareOf(there.filter((place) => place.stayed).length, there.length);
	const interval = wilsonInterval(stayed.count, stayed.outOf);
	if (interval === null || there.length < FEWEST_PAST_PLACES) return null;
	return { cohorts, since, stayed, interval };
}

function toKeep(viable: number, { lower, upper }: Interval): Range {
	return { from: wholeUp(viable / upper), to: lower === 0 ? null : wholeUp(viable / lower) };
}

function leftOf(taken: number, { lower, upper }: Interval): Range {
	return { from: Math.floor(taken * lower + ALLOWANCE), to: wholeUp(taken * upper) };
}

/** Keeps a whole number that is a hair beside itself in binary. */
const ALLOWANCE = 1e-9;
const wholeUp = (number: number) => Math.ceil(number - ALLOWANCE);
