import type { Frame } from './frame.ts';

type ShareAxisProps = {
	readonly shares: readonly { readonly percent: number; readonly y: number }[];
	readonly frame: Frame;
};

/** The percentages at the left edge, each with a line across the plot. */
export function ShareAxis({ shares, frame }: ShareAxisProps) {
	return shares.map(({ percent, y }) => (
		<g key={percent}>
			<line className={percent === 0 ? 'chart__base' : 'chart__grid'} x1={frame.left} x2={frame.right} y1={y} y2={y} />
			<text className="chart__tick" x={frame.left - 8} y={y + 5} textAnchor="end">
				{percent}
			</text>
		</g>
	));
}
