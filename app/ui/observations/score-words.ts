import type { ItemScore, ObservationState } from '#app/domain/observations/observation.ts';
import {
	itemsByDimension,
	type ObservationForm,
	type ObservationItem,
	scaleOf,
} from '#app/domain/observations/observation-form.ts';
import { DIMENSION_NAMES } from './dimensions.ts';

/** `2 of 3: Most of it was challenged, calmly.`; what has no score is missing, never low. */
export function scoreInWords(item: ObservationItem, scores: readonly ItemScore[]): string {
	const given = scores.find(({ itemKey }) => itemKey === item.key);
	const anchor = given && item.anchors.find(({ score }) => score === given.score);
	return anchor ? `${anchor.score} of ${scaleOf(item).highest}: ${anchor.text}` : 'Not scored';
}

/** The items of a form by dimension, each with a cell for every one of these observations. */
export function scoredItems(form: ObservationForm, observations: readonly (readonly ItemScore[])[]) {
	return itemsByDimension(form).map(({ dimension, items }) => ({
		name: DIMENSION_NAMES[dimension],
		rows: items.map((item) => [item.title, ...observations.map((scores) => scoreInWords(item, scores))]),
	}));
}

export const STATE_WORDS: Readonly<Record<ObservationState, string>> = {
	draft: 'Draft',
	submitted: 'Waits to be released',
	released: 'Released',
	corrected: 'Correction waits to be released',
};
