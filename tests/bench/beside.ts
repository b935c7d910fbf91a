/** What something takes in milliseconds, beside the least that could be done in the same process. */
export type Timed = { readonly name: string; readonly ours: number; readonly against: string; readonly theirs: number };

const ROUNDS = 15;
const WARM_UP = 3;

/** The medians of both, measured in turn so that a slow moment of the machine falls on both. */
export function beside(
	name: string,
	ours: () => unknown,
	against: string,
	theirs: () => unknown,
	{ rounds = ROUNDS, warmUp = WARM_UP } = {},
): Timed {
	const figures = Array.from({ length: rounds + warmUp }, () => [timeOf(ours), timeOf(theirs)] as const).slice(warmUp);
	return { name, ours: median(figures.map(([one]) => one)), against, theirs: median(figures.map(([, one]) => one)) };
}

function timeOf(work: () => unknown): number {
	const from = performance.now();
	work();
	return performance.now() - from;
}

function median(figures: readonly number[]): number {
	return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)]!;
}
