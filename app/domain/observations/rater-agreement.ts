import { type Share, shareOf } from '../statistics/percentages.ts';
import type { ItemScore } from './observation.ts';
import { type ObservationItem, scaleOf } from './observation-form.ts';

/**
 * How far two raters of one session agree: scored alike and at most one apart, out of the items that both scored. `onlyOne`
 * and `neither` are missing, never a difference.
 */
export type RaterAgreement = {
	readonly alike: Share;
	readonly nearlyAlike: Share;
	readonly onlyOne: number;
	readonly neither: number;
	/** Of the items scored differently, how many each rater scored higher. */
	readonly firstHigher: number;
	readonly secondHigher: number;
};

/**
 * The agreement of two raters over the items of the form, by counts alone: items of one session are not independent of each
 * other, so that there is no correlation over them; over sessions `ratersOverSessions` has one (decision 0026, §7.3).
 */
export function raterAgreement(
	items: readonly ObservationItem[],
	first: readonly ItemScore[],
	second: readonly ItemScore[],
): RaterAgreement {
	const pairs = items.map((item) => [pointsOf(first, item), pointsOf(second, item)] as const);
	const both = pairs.flatMap(([one, other]) => (one === null || other === null ? [] : [[one, other] as const]));
	const neither = pairs.filter(([one, other]) => one === null && other === null).length;
	const many = (fits: (one: number, other: number) => boolean) =>
		both.filter(([one, other]) => fits(one, other)).length;
	return {
		alike: shareOf(
			many((one, other) => one === other),
			both.length,
		),
		nearlyAlike: shareOf(
			many((one, other) => Math.abs(one - other) <= 1),
			both.length,
		),
		onlyOne: pairs.length - both.length - neither,
		neither,
		firstHigher: many((one, other) => one > other),
		secondHigher: many((one, other) => one < other),
	};
}

/** Points above the lowest of the item’s own scale. */
function pointsOf(scores: readonly ItemScore[], item: ObservationItem): number | null {
	const given = scores.find(({ itemKey }) => itemKey === item.key);
	return given ? given.score - scaleOf(item).lowest : null;
}
