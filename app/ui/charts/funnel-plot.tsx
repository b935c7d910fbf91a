import { Chart, type ChartNumbers } from './chart.tsx';
import { COHORT_FRAME } from './frame.ts';
import { drawFunnelPlot, type FunnelPoint } from './funnel-plot-shape.ts';
import { ShareAxis } from './share-axis.tsx';

type FunnelPlotProps = {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly note: string;
	readonly points: readonly FunnelPoint[];
	/** The share over all groups, from 0 to 1. */
	readonly target: number;
	/** What is counted: `activities with a rating`. */
	readonly along: string;
	readonly numbers: ChartNumbers;
};

/** Groups by their size, with the limits of chance around their common share. Past a limit a group is a hollow square. */
export function FunnelPlot({ points, target, along, ...words }: FunnelPlotProps) {
	const frame = COHORT_FRAME;
	const drawn = drawFunnelPlot(points, target);
	return (
		<Chart frame={frame} {...words}>
			<ShareAxis shares={drawn.shares} frame={frame} />
			{drawn.outer.map((edge) => (
				<path key={edge} className="chart__limit" d={edge} />
			))}
			{drawn.inner.map((edge) => (
				<path key={edge} className="chart__limit chart__limit--inner" d={edge} />
			))}
			<line className="chart__centre" x1={frame.left} x2={frame.right} y1={drawn.target} y2={drawn.target} />
			{drawn.points.map(({ key, x, y, isOutside }) =>
				isOutside ? (
					<rect key={key} className="chart__signal" x={x - 6} y={y - 6} width={12} height={12} />
				) : (
					<circle key={key} className="chart__end" cx={x} cy={y} r={4} />
				),
			)}
			{drawn.sizes.map(({ n, x }) => (
				<text key={n} className="chart__tick" x={x} y={frame.bottom + 19} textAnchor="middle">
					{n}
				</text>
			))}
			<text className="chart__axis-name" x={frame.right} y={frame.bottom + 39} textAnchor="end">
				{along}
			</text>
			<text className="chart__axis-name" x={frame.left - 6} y={frame.bottom + 44}>
				Dotted: 95%, dashed: 99.9%
			</text>
			<text className="chart__axis-name" x={frame.left - 6} y={frame.bottom + 64}>
				Square: past a limit
			</text>
		</Chart>
	);
}
