import { FIDELITY_DIMENSIONS, type FidelityDimension } from '../programmes/programme.ts';

/** What one score of an item means. */
export type Anchor = { readonly score: number; readonly text: string };

export type ObservationItem = {
	readonly key: string;
	readonly dimension: FidelityDimension;
	readonly title: string;
	/** Where to look in the room. */
	readonly lookFor: string;
	/** One for each whole number of the scale, from its lowest up. */
	readonly anchors: readonly Anchor[];
};

/** What observers score, as content. A version is never edited once something was observed by it. */
export type ObservationForm = {
	readonly version: number;
	readonly name: string;
	readonly introduction: string;
	readonly items: readonly ObservationItem[];
};

export type FormFault = { readonly path: readonly PropertyKey[]; readonly sentence: string };

/**
 * Every fault of a form whose shape is right, each with the way to it: keys that come twice, a dimension without an item,
 * and scales that are no whole numbers in a row from the lowest up (§7.3, §7.4).
 */
export function checkObservationForm({ items }: Pick<ObservationForm, 'items'>): readonly FormFault[] {
	const missing = FIDELITY_DIMENSIONS.filter((dimension) => items.every((item) => item.dimension !== dimension));
	return [
		...missing.map((dimension) => ({
			path: ['items'],
			sentence: `No item is about ${dimension}: each of the five dimensions needs one.`,
		})),
		...items.flatMap(({ key, anchors }, at) => [
			...keyFaults(items, key, at),
			...anchors.flatMap(({ score }, place) => anchorFaults(anchors, score, ['items', at, 'anchors', place])),
		]),
	];
}

/** The lowest and the highest score of the item. */
export function scaleOf({ anchors }: Pick<ObservationItem, 'anchors'>): {
	readonly lowest: number;
	readonly highest: number;
} {
	return { lowest: anchors[0]!.score, highest: anchors.at(-1)!.score };
}

/** The items of each dimension, in the order of the dimensions and of the form. */
export function itemsByDimension({ items }: Pick<ObservationForm, 'items'>) {
	return FIDELITY_DIMENSIONS.map((dimension) => ({
		dimension,
		items: items.filter((item) => item.dimension === dimension),
	}));
}

function keyFaults(items: readonly ObservationItem[], key: string, at: number): readonly FormFault[] {
	const first = items.findIndex((item) => item.key === key);
	if (first === at) return [];
	return [{ path: ['items', at, 'key'], sentence: `“${key}” is the key of item ${first + 1} too: give it another.` }];
}

function anchorFaults(anchors: readonly Anchor[], score: number, path: readonly (string | number)[]): FormFault[] {
	const place = Number(path.at(-1));
	const before = anchors[place - 1];
	if (!before || score === before.score + 1) return [];
	const sentence = `The score ${score} follows ${before.score}: describe each whole number once, from the lowest up.`;
	return [{ path: [...path, 'score'], sentence }];
}
