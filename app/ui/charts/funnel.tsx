import { Chart, type ChartNumbers } from './chart.tsx';
import { drawFunnel, type FunnelBar } from './funnel-shape.ts';

type FunnelProps = {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly note: string;
	readonly bars: readonly FunnelBar[];
	readonly numbers: ChartNumbers;
};

/** From the first stage to the last, with what became of those who came no further written between them. */
export function Funnel({ bars, ...words }: FunnelProps) {
	const { frame, rows } = drawFunnel(bars);
	return (
		<Chart frame={frame} {...words}>
			{rows.map(({ name, people, below, nameY, barY, barWidth, barHeight, belowY }) => (
				<g key={name}>
					<text className="chart__label" x={0} y={nameY}>
						{`${name}: ${people}`}
					</text>
					<line className="chart__grid" x1={frame.left} x2={frame.right} y1={barY + barHeight} y2={barY + barHeight} />
					<rect className="chart__bar" x={0} y={barY} width={barWidth} height={barHeight} />
					{below && (
						<text className="chart__axis-name" x={0} y={belowY}>
							{below}
						</text>
					)}
				</g>
			))}
		</Chart>
	);
}
