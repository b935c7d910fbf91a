import type { FidelityDimension } from '../programmes/programme.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import { FEWEST_TO_JUDGE } from '../statistics/agreement.ts';
import type { NoIcc } from '../statistics/icc.ts';
import { intraclassInterval } from '../statistics/icc-interval.ts';
import { type Share, shareOf } from '../statistics/percentages.ts';
import type { ItemScore } from './observation.ts';
import { type ObservationForm, type ObservationItem, scaleOf } from './observation-form.ts';

/** A session that two raters scored by the same form, each alone. */
export type RatedTwice = {
	readonly form: Pick<ObservationForm, 'version' | 'items'>;
	readonly scores: readonly [readonly ItemScore[], readonly ItemScore[]];
};

/** How often the two scored one item, and how far apart: `apart` is the mean difference in points, whoever was higher. */
export type ItemDifference = {
	readonly formVersion: number;
	readonly key: string;
	readonly title: string;
	readonly dimension: FidelityDimension;
	readonly differ: Share;
	readonly moreThanOne: number;
	readonly apart: number;
};

export type RatersOverSessions = {
	/** Sessions with at least one item that both scored; `withoutPair` have none. */
	readonly sessions: number;
	readonly withoutPair: number;
	readonly alike: Share;
	readonly nearlyAlike: Share;
	readonly icc: Outcome<
		{ readonly value: number; readonly interval: { readonly low: number; readonly high: number } | null },
		NoIcc | 'too-few-sessions' | 'no-spread'
	>;
	readonly items: readonly ItemDifference[];
};

type Pair = readonly [number, number];

/**
 * How far raters agree over these sessions: item by item, and as the intraclass correlation of each session’s points out of
 * those possible, form (1,1) of Shrout and Fleiss, because the two raters differ from session to session. Items of one
 * session are no independent targets, so the sessions are; below ten of them the counts alone are given
 * (`too-few-sessions`, facts/fidelity §5). Nothing is said of any one rater (§7.3).
 */
export function ratersOverSessions(rated: readonly RatedTwice[]): RatersOverSessions {
	const all = rated.map(({ form, scores }) => ({ form, pairs: pairsOf(form, scores) }));
	const paired = all.filter(({ pairs }) => pairs.length > 0);
	const points = paired.flatMap(({ pairs }) => pairs.map(({ points: one }) => one));
	const many = (most: number) => points.filter((pair) => differenceOf(pair) <= most).length;
	return {
		sessions: paired.length,
		withoutPair: all.length - paired.length,
		alike: shareOf(many(0), points.length),
		nearlyAlike: shareOf(many(1), points.length),
		icc: correlationOf(paired.map(({ pairs }) => sharesOf(pairs))),
		items: itemsOf(paired),
	};
}

function correlationOf(targets: readonly Pair[]): RatersOverSessions['icc'] {
	if (targets.length < FEWEST_TO_JUDGE) return refused('too-few-sessions', { sessions: targets.length });
	const found = intraclassInterval(targets);
	if (!found.done) return found;
	const { value, interval } = found.value;
	return value === null ? refused('no-spread') : done({ value, interval });
}

type ItemPair = { readonly item: ObservationItem; readonly points: Pair };

/** The items that both scored, in points above the lowest of the item’s own scale. */
function pairsOf({ items }: RatedTwice['form'], [first, second]: RatedTwice['scores']): readonly ItemPair[] {
	return items.flatMap((item) => {
		const [one, other] = [first, second].map((scores) => scores.find(({ itemKey }) => itemKey === item.key));
		const { lowest } = scaleOf(item);
		return one && other ? [{ item, points: [one.score - lowest, other.score - lowest] }] : [];
	});
}

/** What each of the two gave of the points that were possible on the items that both scored. */
function sharesOf(pairs: readonly ItemPair[]): Pair {
	const sum = (of: (pair: ItemPair) => number) => pairs.reduce((total, pair) => total + of(pair), 0);
	const possible = sum(({ item }) => scaleOf(item).highest - scaleOf(item).lowest);
	return [sum(({ points }) => points[0]) / possible, sum(({ points }) => points[1]) / possible];
}

/** Every item that two scored at least once: first what they scored differently most often, then what lies further apart. */
function itemsOf(
	paired: readonly { readonly form: RatedTwice['form']; readonly pairs: readonly ItemPair[] }[],
): readonly ItemDifference[] {
	const all = paired.flatMap(({ form, pairs }) => pairs.map((pair) => ({ ...pair, formVersion: form.version })));
	const groups = [...Map.groupBy(all, ({ formVersion, item }) => `${formVersion} ${item.key}`).values()];
	return groups
		.map((own) => {
			const { item, formVersion } = own[0]!;
			const differences = own.map(({ points }) => differenceOf(points));
			return {
				...{ formVersion, key: item.key, title: item.title, dimension: item.dimension },
				differ: shareOf(differences.filter((one) => one > 0).length, own.length),
				moreThanOne: differences.filter((one) => one > 1).length,
				apart: differences.reduce((total, one) => total + one, 0) / own.length,
			};
		})
		.toSorted((one, other) => shareIn(other.differ) - shareIn(one.differ) || other.apart - one.apart);
}

function differenceOf([one, other]: Pair): number {
	return Math.abs(one - other);
}

function shareIn({ count, outOf }: Share): number {
	return count / outOf;
}
