import { done, type Outcome, refused } from '../shared/outcome.ts';
import { FEWEST_FOR_BAND } from '../statistics/agreement.ts';
import { intraclassCorrelation, type NoIcc } from '../statistics/icc.ts';
import { type Share, shareOf } from '../statistics/percentages.ts';
import type { ItemScore } from './observation.ts';
import { type ObservationItem, scaleOf } from './observation-form.ts';

/**
 * How far two raters of one session agree: scored alike and at most one apart, out of the items that both scored; the
 * intraclass correlation over those items, form (2,1) of Shrout and Fleiss (the same two raters, absolute agreement, one
 * rater’s score). `onlyOne` and `neither` are missing, never a difference.
 */
export type RaterAgreement = {
	readonly alike: Share;
	readonly nearlyAlike: Share;
	readonly icc: Outcome<number, NoIcc | 'too-few-items' | 'no-spread'>;
	readonly onlyOne: number;
	readonly neither: number;
	/** Of the items scored differently, how many each rater scored higher. */
	readonly firstHigher: number;
	readonly secondHigher: number;
};

/**
 * The agreement of two raters over the items of the form. The correlation is refused as `too-few-items` below ten items
 * scored by both (facts/fidelity §5: counts only), and for the reasons that `intraclassCorrelation` has (§7.3).
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
		icc: correlationOf(both),
		onlyOne: pairs.length - both.length - neither,
		neither,
		firstHigher: many((one, other) => one > other),
		secondHigher: many((one, other) => one < other),
	};
}

function correlationOf(both: readonly (readonly [number, number])[]): RaterAgreement['icc'] {
	if (both.length < FEWEST_FOR_BAND) return refused('too-few-items', { items: both.length });
	const forms = intraclassCorrelation(both);
	if (!forms.done) return forms;
	const value = forms.value['2,1'];
	return value === null ? refused('no-spread') : done(value);
}

/** Points above the lowest of the item’s own scale. */
function pointsOf(scores: readonly ItemScore[], item: ObservationItem): number | null {
	const given = scores.find(({ itemKey }) => itemKey === item.key);
	return given ? given.score - scaleOf(item).lowest : null;
}
