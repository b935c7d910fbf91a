/** The box that a chart is drawn in, in the units of its viewBox; the page scales it to the width that there is. */
export type Frame = {
	readonly width: number;
	readonly height: number;
	/** The edges of the plot itself, inside the room that labels need. */
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
};

/** The frame that the charts of a cohort share, so that two of them side by side line up. */
export const COHORT_FRAME: Frame = { width: 460, height: 280, left: 42, right: 448, top: 26, bottom: 206 };

/** The session numbers to print under an axis: the first, the last, and few enough between to read. */
export function sessionTicks(first: number, last: number): readonly number[] {
	const step = last > 12 ? 3 : last > 6 ? 2 : 1;
	const regular = Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
	const between = regular.filter((number) => number > first && last - number > step / 2);
	return [...new Set([first, ...between, last])];
}

/** A coordinate to a tenth of a unit: finer is not seen, and makes the page longer. */
export function toTenth(coordinate: number): number {
	return Math.round(coordinate * 10) / 10;
}
