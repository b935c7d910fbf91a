import { Chart, type ChartNumbers } from './chart.tsx';
import { type ControlPoint, drawControlChart } from './control-chart-shape.ts';
import { COHORT_FRAME } from './frame.ts';
import { ShareAxis } from './share-axis.tsx';

type ControlChartProps = {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly note: string;
	readonly points: readonly ControlPoint[];
	/** The share over all points, from 0 to 1. */
	readonly centre: number;
	/** What the points are: `session`, `month`. */
	readonly along: string;
	readonly numbers: ChartNumbers;
};

/** Shares over time with the limits of chance. Where a rule is broken the point is a hollow square, so that shape says it too. */
export function ControlChart({ points, centre, along, ...words }: ControlChartProps) {
	const frame = COHORT_FRAME;
	const drawn = drawControlChart(points, centre);
	return (
		<Chart frame={frame} {...words}>
			<ShareAxis shares={drawn.shares} frame={frame} />
			<path className="chart__limit" d={drawn.upper} />
			<path className="chart__limit" d={drawn.lower} />
			<line className="chart__centre" x1={frame.left} x2={frame.right} y1={drawn.centre} y2={drawn.centre} />
			<path className="chart__curve" d={drawn.curve} />
			{drawn.points.map(({ label, x, y, isSignal }) =>
				isSignal ? (
					<rect key={label} className="chart__signal" x={x - 6} y={y - 6} width={12} height={12} />
				) : (
					<circle key={label} className="chart__end" cx={x} cy={y} r={4} />
				),
			)}
			{drawn.points.map(({ label, x }) => (
				<text key={label} className="chart__tick chart__tick--dense" x={x} y={frame.bottom + 19} textAnchor="middle">
					{label}
				</text>
			))}
			<text className="chart__axis-name" x={frame.right} y={frame.bottom + 39} textAnchor="end">
				{along}
			</text>
			<text className="chart__axis-name" x={frame.left - 6} y={frame.bottom + 44}>
				Dashed: limits
			</text>
			<text className="chart__axis-name" x={frame.left - 6} y={frame.bottom + 64}>
				Square: a rule is broken
			</text>
		</Chart>
	);
}
