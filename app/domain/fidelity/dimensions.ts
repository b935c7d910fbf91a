import type { AttendanceRate } from '../attendance/rate.ts';
import type { StartedCount } from '../cohorts/started.ts';
import type { FidelityDimension } from '../programmes/programme.ts';
import type { CalendarDay } from '../shared/calendar-day.ts';
import { mondayOf } from '../shared/calendar-day.ts';
import { type Share, shareOf } from '../statistics/percentages.ts';
import type { CohortAdherence } from './adherence.ts';
import type { MinutesDose, SessionsDose } from './dose.ts';

/** What one observer scored: points from the lowest of the item’s scale, out of those possible; null is not scored. */
export type ObservedItem = {
	readonly dimension: FidelityDimension;
	readonly score: number | null;
	readonly lowest: number;
	readonly highest: number;
};

/** One instrument’s figure for a dimension: the share, on how many it rests (`n`), and how many are missing. */
export type Figure = { readonly share: Share; readonly n: number; readonly missing: number };

/** A held session with the day it was first laid out for, null where nothing tells. */
export type KeptCadence = { readonly day: CalendarDay; readonly plannedDay: CalendarDay | null };

export type DoseFigures = {
	readonly minutes: Figure;
	readonly sessions: Figure;
	/** Held in the week for which the plan first had them. */
	readonly cadence: Figure;
	/** Started, of those with a place; a place whose holder is still to come is missing. */
	readonly coverage: Figure;
	/** Sessions attended, of those held while enrolled. */
	readonly received: Figure;
};

export type AdherenceFigures = Readonly<Record<'core' | 'adaptable' | 'delivered' | 'asIntended', Figure>>;

/** Adherence with core, adaptable and “as intended” apart; an activity without a rating is missing (§7.4). */
export function adherenceFigures(adherence: CohortAdherence): AdherenceFigures {
	const { delivered, core, adaptable, asIntended, missing, coreMissing } = adherence;
	return {
		core: figure(core.count, core.outOf, coreMissing),
		adaptable: figure(adaptable.count, adaptable.outOf, missing - coreMissing),
		delivered: figure(delivered.count, delivered.outOf, missing),
		asIntended: figure(asIntended.count, asIntended.outOf, missing),
	};
}

/** The parts of the dose, each with its own denominator; they are never added together (§7.4, facts/fidelity §2). */
export function doseFigures(
	minutes: MinutesDose,
	sessions: SessionsDose,
	cadence: readonly KeptCadence[],
	startedCount: StartedCount,
	attendance: AttendanceRate,
): DoseFigures {
	const { started, notYetStarted, neverStarted } = startedCount;
	return {
		minutes: { share: minutes.minutes, n: minutes.minutes.outOf, missing: minutes.missing },
		sessions: figure(sessions.sessions.count, sessions.sessions.outOf, sessions.unanswered),
		cadence: cadenceFigure(cadence),
		coverage: figure(started, started + neverStarted, notYetStarted),
		received: figure(attendance.count, attendance.outOf, attendance.notRecorded),
	};
}

/** What observers saw of one dimension: points out of those possible on the items scored. Quality has no other source (§7.3). */
export function observedFigure(items: readonly ObservedItem[], dimension: FidelityDimension): Figure {
	const own = items.filter((item) => item.dimension === dimension);
	const scored = own.flatMap(({ score, lowest, highest }) =>
		score === null ? [] : [{ points: score - lowest, possible: highest - lowest }],
	);
	const sum = (part: 'points' | 'possible') => scored.reduce((total, item) => total + item[part], 0);
	return { share: shareOf(sum('points'), sum('possible')), n: scored.length, missing: own.length - scored.length };
}

export type Compared = {
	readonly self: Share;
	readonly observed: Share;
	/** Percentage points between the two whole percentages, never below 0; 0 too where they differ by less than a half. */
	readonly points: number;
	readonly direction: 'self-higher' | 'observer-higher' | 'same';
};

/**
 * Self-report beside observation, with the direction in which their counts differ, rounding apart; null
 * unless both have data. Never averaged (§7.3).
 */
export function compareWithObserved(self: Share, observed: Share): Compared | null {
	if (self.percent === null || observed.percent === null) return null;
	const difference = self.count * observed.outOf - observed.count * self.outOf;
	const direction = difference > 0 ? 'self-higher' : difference < 0 ? 'observer-higher' : 'same';
	return { self, observed, points: Math.abs(self.percent - observed.percent), direction };
}

function cadenceFigure(sessions: readonly KeptCadence[]): Figure {
	const known = sessions.filter(({ plannedDay }) => plannedDay !== null);
	const kept = known.filter(({ day, plannedDay }) => mondayOf(day) === mondayOf(plannedDay!));
	return figure(kept.length, known.length, sessions.length - known.length);
}

function figure(count: number, outOf: number, missing: number): Figure {
	return { share: shareOf(count, outOf), n: outOf, missing };
}
