import type { CalendarDay } from '../shared/calendar-day.ts';
import type { SessionId } from '../shared/ids.ts';
import { countInWords, listInWords, monthInWords } from '../shared/in-words.ts';
import { chanceOfAtMost } from '../statistics/binomial.ts';
import { type ChartPoint, type Counted, type PChart, pChart, type Signal } from '../statistics/p-chart.ts';
import type { Share } from '../statistics/percentages.ts';

/**
 * One held session’s counts, of whichever share is watched; out of 0 where nobody logged it. `approved` were changed as a lead
 * approved beforehand: they are planned and no drift, so that they are not among those counted.
 */
export type WatchedSession = {
	readonly sessionId: SessionId;
	readonly planNumber: number;
	readonly day: CalendarDay;
	readonly counts: Share;
	readonly approved: number;
};

/** One point of the chart and the sessions that it is made of: one, or those of a month. */
export type DriftPoint = Counted & { readonly label: string; readonly sessionIds: readonly SessionId[] };

export type Drift = {
	readonly by: 'session' | 'month';
	readonly points: readonly DriftPoint[];
	/** Null while nothing is logged. */
	readonly chart: PChart | null;
	/** Held sessions without a rating: no point, never a low one. */
	readonly missing: number;
	readonly tooSmall: boolean;
	/** Activities that were changed as a lead approved beforehand, and are in no point. */
	readonly approved: number;
};

/**
 * The control chart over sessions, or over months, in the order in which they were held: x is what was counted of n rated.
 * Limits vary with n; rules 1 and 2; `tooSmall` when any point has fewer than 5 expected on one side. (§7.7)
 */
export function driftOf(sessions: readonly WatchedSession[], by: Drift['by']): Drift {
	const known = sessions
		.filter(({ counts }) => counts.outOf > 0)
		.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
	const groups = Map.groupBy(known, (session) => (by === 'month' ? session.day.slice(0, 7) : session.sessionId));
	const points = [...groups.values()].map(
		(own): DriftPoint => ({
			label: by === 'month' ? monthInWords(own[0]!.day) : String(own[0]!.planNumber),
			sessionIds: own.map(({ sessionId }) => sessionId),
			x: own.reduce((sum, { counts }) => sum + counts.count, 0),
			n: own.reduce((sum, { counts }) => sum + counts.outOf, 0),
		}),
	);
	const outcome = pChart(points);
	const chart = outcome.done ? outcome.value : null;
	const tooSmall = chart?.points.some(({ lowCount }) => lowCount) ?? false;
	const approved = sessions.reduce((sum, session) => sum + session.approved, 0);
	return { by, points, chart, missing: sessions.length - known.length, tooSmall, approved };
}

/** The sessions that a signal is about. */
function sessionsOfSignal({ points }: Pick<Drift, 'points'>, { fromPoint, toPoint }: Signal): readonly SessionId[] {
	return points.slice(fromPoint - 1, toPoint).flatMap(({ sessionIds }) => sessionIds);
}

/** A change for the worse: which rule shows it, the sessions that it is about in their order, and a sentence. */
export type Fall = {
	readonly rule: Signal['rule'];
	readonly sessionIds: readonly SessionId[];
	readonly sentence: string;
};

/** What the limits leave to chance on one side: three standard deviations of a normal curve. */
const CHANCE_BELOW_LIMIT = 0.00135;

/**
 * Every point below its limit and every run below the centre line (§7.7); what lies above is no reason to look for a cause.
 * Where fewer than 5 are expected on one side the limits are rough: there a point is a fall only if so few are as unlikely
 * as a limit means, counted exactly, and whatever is said says so too. One changed activity among perfect sessions is none.
 */
export function fallsOf(drift: Drift): readonly Fall[] {
	const { chart } = drift;
	const below = chart?.signals.filter(({ side }) => side === 'below') ?? [];
	return below.flatMap((signal) => {
		const points = chart!.points.slice(signal.fromPoint - 1, signal.toPoint);
		if (signal.rule === 1 && points.some((point) => isLeftToChance(point, chart!.centre))) return [];
		const rough = points.some(({ lowCount }) => lowCount) ? [ROUGH] : [];
		const sentence = [sentenceFor(signal, drift), ...rough].join(' ');
		return [{ rule: signal.rule, sessionIds: sessionsOfSignal(drift, signal), sentence }];
	});
}

function isLeftToChance({ x, n, lowCount }: ChartPoint, centre: number): boolean {
	return lowCount && chanceOfAtMost(x, n, centre) >= CHANCE_BELOW_LIMIT;
}

const ROUGH = 'Fewer than 5 are expected on one side at some points: the limits are rough, so read the counts.';

/** What the chart says, in a sentence or two; `what` is what was counted: “delivered as intended”. */
export function sentenceForDrift(drift: Drift, what: string): string {
	const { chart, points, tooSmall, by, approved } = drift;
	if (!chart) return 'No session has a log yet, so there is nothing to judge.';
	const overall = `${chart.sumX} of ${chart.sumN} activities were ${what}.`;
	const said = chart.signals.map((signal) => sentenceFor(signal, drift));
	const none = `No sign of a change over ${countInWords(points.length, by)}: every point is within its limits and there is no run of seven on one side.`;
	return [overall, ...(said.length > 0 ? said : [none]), ...(tooSmall ? [ROUGH] : []), ...leftOut(approved)].join(' ');
}

/** What is said of changes that were planned, where there are any. */
function leftOut(approved: number): readonly string[] {
	if (approved === 0) return [];
	return [
		`Left out, because a lead approved the change beforehand: ${countInWords(approved, 'activity', 'activities')}.`,
	];
}

function sentenceFor({ rule, fromPoint, toPoint, side }: Signal, { points, by }: Drift): string {
	const unit = by === 'session' ? 'session ' : '';
	const { label, x, n } = points[fromPoint - 1]!;
	if (rule === 1) return `Rule 1: ${unit}${label} is ${side} its limit, with ${x} of ${n}.`;
	const labels = listInWords(points.slice(fromPoint - 1, toPoint).map((point) => point.label));
	return `Rule 2: ${toPoint - fromPoint + 1} in a row are ${side} the centre line: ${unit.replace(' ', 's ')}${labels}.`;
}

function keyOf({ day, planNumber }: WatchedSession): string {
	return `${day} ${String(planNumber).padStart(4, '0')}`;
}
