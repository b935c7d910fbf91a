import type { RetentionPoint } from '#app/domain/cohorts/retention-points.ts';
import { Chart } from './chart.tsx';
import { COHORT_FRAME } from './frame.ts';
import { linkedNumbers, type WordedNumbers } from './linked-numbers.tsx';
import { drawRetention } from './retention-shape.ts';
import { ShareAxis } from './share-axis.tsx';

type RetentionCurveProps = {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly note: string;
	readonly points: readonly RetentionPoint[];
	readonly planCount: number;
	/** The last value in words, with its counts on a line of its own. */
	readonly endLabel: { readonly share: string; readonly counts: string };
	readonly numbers: WordedNumbers;
	/** Where the people behind the numbers are; null where they are not the reader’s. */
	readonly peopleHref: string | null;
};

/** The share of people who still take part, by session: steps, the 95% band, and how many each value rests on. */
export function RetentionCurve({ points, planCount, endLabel, numbers, peopleHref, ...words }: RetentionCurveProps) {
	const frame = COHORT_FRAME;
	const { curve, band, end, sessions, shares } = drawRetention(points, planCount);
	return (
		<Chart frame={frame} {...words} numbers={linkedNumbers(numbers, () => peopleHref)}>
			<ShareAxis shares={shares} frame={frame} />
			{band && <path className="chart__band" d={band} />}
			<path className="chart__curve" d={curve} />
			{end && (
				<>
					<circle className="chart__end" cx={end.x} cy={end.y} r={4} />
					<text className="chart__label" x={end.labelX} y={end.labelY} textAnchor={end.anchor}>
						<tspan>{endLabel.share}</tspan>
						<tspan className="chart__counts" x={end.labelX} dy="1.2em">
							{endLabel.counts}
						</tspan>
					</text>
				</>
			)}
			{sessions.map(({ number, x, atRisk }) => (
				<g key={number}>
					<text className="chart__tick" x={x} y={frame.bottom + 19} textAnchor="middle">
						{number}
					</text>
					<text className="chart__at-risk" x={x} y={frame.bottom + 62} textAnchor="middle">
						{atRisk}
					</text>
				</g>
			))}
			<text className="chart__axis-name" x={frame.right} y={frame.bottom + 39} textAnchor="end">
				session
			</text>
			<text className="chart__axis-name" x={frame.left - 6} y={frame.bottom + 44}>
				People at risk
			</text>
		</Chart>
	);
}
