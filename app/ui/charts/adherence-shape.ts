import { scaleBand, scaleLinear } from 'd3-scale';
import { COHORT_FRAME, type Frame, toTenth } from './frame.ts';

/** One session's adherence: a percentage with its counts, or why there is none. */
export type AdherenceBar =
	| {
			readonly session: number;
			readonly state: 'logged';
			readonly percent: number;
			readonly delivered: number;
			readonly planned: number;
	  }
	| { readonly session: number; readonly state: keyof typeof WORDS | 'to-come' };

/** What stands in the place of a bar. */
const WORDS = {
	'no-log': 'no log',
	'kept-back': 'kept back',
	'not-recorded': 'not recorded',
	cancelled: 'cancelled',
} as const;

/** A bar as it is drawn; `isBelow` bars are outlined instead of filled, so that colour never says it alone. */
export type DrawnBar = {
	readonly session: number;
	readonly x: number;
	readonly middle: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly percent: number;
	readonly isBelow: boolean;
};

/** Where everything of an adherence chart stands, in the units of the frame; `threshold` is a percentage. */
export function drawAdherence(bars: readonly AdherenceBar[], threshold: number, frame: Frame = COHORT_FRAME) {
	const sessions = bars.map(({ session }) => session);
	const along = scaleBand(sessions, [frame.left, frame.right]).padding(0.25);
	const up = scaleLinear([0, 100], [frame.bottom, frame.top]);
	const y = (percent: number) => toTenth(up(percent));
	const width = toTenth(along.bandwidth());
	const place = (session: number) => {
		const x = along(session) ?? frame.left;
		return { x: toTenth(x), middle: toTenth(x + along.bandwidth() / 2) };
	};
	return {
		bars: bars.flatMap((bar): DrawnBar[] => {
			if (bar.state !== 'logged') return [];
			const top = y(bar.percent);
			const size = { y: top, width, height: toTenth(frame.bottom - top) };
			return [
				{
					session: bar.session,
					...place(bar.session),
					...size,
					percent: bar.percent,
					isBelow: bar.percent < threshold,
				},
			];
		}),
		missing: bars.flatMap((bar) =>
			bar.state === 'logged' || bar.state === 'to-come'
				? []
				: [{ session: bar.session, ...place(bar.session), word: WORDS[bar.state] }],
		),
		sessions: sessions.map((number) => ({ number, x: place(number).middle })),
		shares: [0, 25, 50, 75, 100].map((percent) => ({ percent, y: y(percent) })),
		threshold: y(threshold),
	};
}
