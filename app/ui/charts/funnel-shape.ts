import { type Frame, toTenth } from './frame.ts';

/** One stage of a funnel: its words, how many came to it, and what became of those who came no further. */
export type FunnelBar = { readonly name: string; readonly people: number; readonly below: string | null };

const ROW = 78;
const BAR_TOP = 24;
const BAR_HEIGHT = 20;

/** Where everything of a funnel stands: a row each, the bars as long as their people are many, the first the whole width. */
export function drawFunnel(bars: readonly FunnelBar[]) {
	const frame: Frame = { width: 460, height: ROW * bars.length - 18, left: 0, right: 460, top: 0, bottom: 0 };
	const most = Math.max(1, ...bars.map(({ people }) => people));
	const rows = bars.map((bar, at) => {
		const y = ROW * at;
		const width = toTenth((bar.people / most) * frame.right);
		return { ...bar, nameY: y + 16, barY: y + BAR_TOP, barWidth: width, barHeight: BAR_HEIGHT, belowY: y + 62 };
	});
	return { frame, rows };
}
