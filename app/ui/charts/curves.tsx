import { Chart, type ChartNumbers } from './chart.tsx';
import { type Curve, drawCurves } from './curves-shape.ts';
import { COHORT_FRAME } from './frame.ts';
import { ShareAxis } from './share-axis.tsx';

/** More curves than this cannot be told apart by their dashes. */
export const MOST_CURVES = 5;

type CurvesProps = {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly note: string;
	/** At most `MOST_CURVES`. */
	readonly curves: readonly Curve[];
	readonly planCount: number;
	readonly numbers: ChartNumbers;
};

/** Several curves over the sessions of the plan: each has dashes of its own and its label at its end. */
export function Curves({ curves, planCount, ...words }: CurvesProps) {
	const frame = COHORT_FRAME;
	const drawn = drawCurves(curves, planCount);
	return (
		<Chart frame={{ ...frame, height: frame.bottom + 46 }} {...words}>
			<ShareAxis shares={drawn.shares} frame={frame} />
			{drawn.curves.map(({ label, path, x, y }, at) => (
				<g key={label}>
					<path className={`chart__curve chart__curve--${at + 1}`} d={path} />
					<circle className="chart__end" cx={x} cy={y} r={4} />
				</g>
			))}
			{drawn.curves.map(({ label, x, labelY, anchor }) => (
				<text key={label} className="chart__label" x={x} y={labelY} textAnchor={anchor}>
					{label}
				</text>
			))}
			{drawn.sessions.map(({ number, x }) => (
				<text key={number} className="chart__tick" x={x} y={frame.bottom + 19} textAnchor="middle">
					{number}
				</text>
			))}
			<text className="chart__axis-name" x={frame.right} y={frame.bottom + 39} textAnchor="end">
				session
			</text>
		</Chart>
	);
}
