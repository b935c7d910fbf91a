import { type Drift, sentenceForDrift } from '#app/domain/fidelity/drift.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { formatCount, formatInterval, formatRate } from '#app/ui/format.ts';

type Numbered = { readonly id: SessionId; readonly planNumber: number };
export type DriftView = ReturnType<typeof driftView>;

/** The control chart, what it says, and the numbers under it; no chart while nothing is logged. */
export function driftView(drift: Drift, cohortId: CohortId, sessions: readonly Numbered[]) {
	const { by, missing } = drift;
	const without = `${formatCount('held session', missing)} without a log: no point, and never a low one.`;
	return {
		by,
		sentence: [sentenceForDrift(drift, 'delivered as intended'), missing > 0 && without].filter(Boolean).join(' '),
		other:
			by === 'session'
				? { text: 'By month', href: paths.fidelity(cohortId, 'month') }
				: { text: 'By session', href: paths.fidelity(cohortId) },
		chart: chartOf(drift, sessions),
	};
}

function chartOf({ chart, points, by }: Drift, sessions: readonly Numbered[]) {
	if (!chart) return null;
	const planNumberOf = new Map(sessions.map(({ id, planNumber }) => [id, planNumber]));
	const rulesAt = points.map((_, index) =>
		chart.signals
			.filter(({ fromPoint, toPoint }) => fromPoint <= index + 1 && index + 1 <= toPoint)
			.map(({ rule, side }) => `rule ${rule}, ${side}`),
	);
	return {
		centre: chart.centre,
		along: by,
		points: chart.points.map(({ p, lcl, ucl }, index) => ({
			label: points[index]!.label,
			...{ share: p, lower: lcl, upper: ucl, isSignal: rulesAt[index]!.length > 0 },
		})),
		/** Of each point the sessions that it is made of, each with its log. */
		madeOf: points.map(({ sessionIds }) =>
			sessionIds.map((id) => ({ planNumber: planNumberOf.get(id)!, href: paths.deliveryLog(id) })),
		),
		description: `The centre line is ${formatRate(chart.centre)}, ${chart.sumX} of ${chart.sumN} activities.`,
		numbers: {
			head: [by === 'session' ? 'Session' : 'Month', 'As intended', 'Share', 'Limits', 'Signal'],
			rows: chart.points.map(({ x, n, p, lcl, ucl }, index) => [
				points[index]!.label,
				`${x} of ${n}`,
				formatRate(p),
				formatInterval({ low: lcl, high: ucl }),
				rulesAt[index]!.join('; ') || 'none',
			]),
		},
	};
}
