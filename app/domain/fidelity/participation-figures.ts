import type { TakingPartCount } from '../attendance/taking-part.ts';
import { shareOf } from '../statistics/percentages.ts';
import type { Figure } from './dimensions.ts';

type Of<Part extends 'engagement' | 'homework'> = NonNullable<TakingPartCount[Part]>;

/** What the figures need of the counts of taking part; a part that the programme does not ask is null. */
export type KnownTakingPart = {
	readonly engagement: Pick<Of<'engagement'>, 'byLevel' | 'missing'> | null;
	readonly homework: Pick<Of<'homework'>, 'byAnswer' | 'missing'> | null;
};

export type ResponsivenessFigures = { readonly engagement: Figure | null; readonly homework: Figure | null };

/**
 * Responsiveness (§7.4): people at the upper half of the programme’s levels of engagement, and homework done in full or in
 * part, each out of those of whom it is known. Where none was set there is nothing to do: it is outside the homework.
 */
export function responsivenessFigures({ engagement, homework }: KnownTakingPart): ResponsivenessFigures {
	return {
		engagement: engagement && upperHalf(engagement.byLevel, engagement.missing),
		homework: homework && homeworkDone(homework.byAnswer, homework.missing),
	};
}

function upperHalf(byLevel: readonly number[], missing: number): Figure {
	const upper = sum(byLevel.slice(Math.ceil(byLevel.length / 2)));
	return { share: shareOf(upper, sum(byLevel)), n: sum(byLevel), missing };
}

function homeworkDone(byAnswer: Of<'homework'>['byAnswer'], missing: number): Figure {
	const worked = byAnswer.done + byAnswer.partly;
	const set = worked + byAnswer['not-done'];
	return { share: shareOf(worked, set), n: set, missing };
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
