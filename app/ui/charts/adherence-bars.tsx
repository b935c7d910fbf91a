import { classNames } from '#app/ui/class-names.ts';
import { type AdherenceBar, drawAdherence } from './adherence-shape.ts';
import { Chart, type ChartNumbers } from './chart.tsx';
import { COHORT_FRAME } from './frame.ts';
import { ShareAxis } from './share-axis.tsx';

type AdherenceBarsProps = {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly note: string;
	readonly bars: readonly AdherenceBar[];
	/** The percentage at or above which delivery is good: a dashed line. */
	readonly threshold: number;
	readonly numbers: ChartNumbers;
};

/** With more bars than this, their values would run into each other on a phone. */
const MOST_VALUES_ON_A_PHONE = 12;

/** The percentage of activities delivered, by session. Below the line a bar is hollow; without a log it says so. */
export function AdherenceBars({ bars, threshold, ...words }: AdherenceBarsProps) {
	const frame = COHORT_FRAME;
	const drawn = drawAdherence(bars, threshold);
	const isDense = bars.length > MOST_VALUES_ON_A_PHONE;
	return (
		<Chart frame={frame} {...words}>
			<ShareAxis shares={drawn.shares} frame={frame} />
			{drawn.bars.map((bar) => (
				<rect
					key={bar.session}
					className={bar.isBelow ? 'chart__bar chart__bar--below' : 'chart__bar'}
					x={bar.x}
					y={bar.y}
					width={bar.width}
					height={bar.height}
				/>
			))}
			<line className="chart__threshold" x1={frame.left} x2={frame.right} y1={drawn.threshold} y2={drawn.threshold} />
			{drawn.bars.map((bar) => (
				<text
					key={bar.session}
					className={classNames('chart__value', isDense && !bar.isBelow && 'chart__value--spare')}
					x={bar.middle}
					y={bar.y - 6}
					textAnchor="middle"
				>
					{bar.percent}
				</text>
			))}
			{drawn.missing.map(({ session, middle, word }) => (
				<text
					key={session}
					className="chart__missing"
					transform={`translate(${middle + 4} ${frame.bottom - 6}) rotate(-90)`}
				>
					{word}
				</text>
			))}
			{drawn.sessions.map(({ number, x }) => (
				<text key={number} className="chart__tick chart__tick--dense" x={x} y={frame.bottom + 19} textAnchor="middle">
					{number}
				</text>
			))}
			<text className="chart__axis-name" x={frame.right} y={frame.bottom + 39} textAnchor="end">
				session
			</text>
			<text className="chart__axis-name" x={frame.left - 6} y={frame.bottom + 44}>
				Dashed line: {threshold}%
			</text>
		</Chart>
	);
}
