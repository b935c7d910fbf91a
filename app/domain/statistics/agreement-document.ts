import { done, type Outcome, type Refused, refused } from '../shared/outcome.ts';
import { agreementOf, agreementTable, sentenceForNoKappa } from './agreement.ts';
import { type IccValues, intraclassCorrelation, sentenceForNoIcc } from './icc.ts';

/** One row a target, one column a rater; null is not rated. */
export type Ratings = readonly (readonly (number | null)[])[];

export type NotCalculable = { readonly notCalculable: string };

/**
 * Agreement as the command line prints it. `percent` (0 to 100) is over every two raters of a target, `same` out of `n` of
 * them, and null without any; kappa is Cohen’s, which compares two raters.
 */
export type AgreementDocument = {
	readonly n: number;
	readonly same: number;
	readonly percent: number | null;
	readonly kappa: { readonly value: number } | NotCalculable;
	readonly icc: IccValues | NotCalculable;
};

type Unreadable = 'no-ratings' | 'ratings-unreadable';

/** Percent agreement, Cohen’s kappa and the six intraclass correlations of these ratings, or why not. facts/fidelity §5. */
export function agreementDocument(ratings: Ratings): AgreementDocument {
	const pairs = ratings.flatMap(pairsOf);
	const same = pairs.filter(([one, other]) => one === other).length;
	const icc = intraclassCorrelation(ratings);
	return {
		n: pairs.length,
		same,
		percent: pairs.length === 0 ? null : (100 * same) / pairs.length,
		kappa: kappaOf(ratings),
		icc: icc.done ? icc.value : { notCalculable: sentenceForNoIcc(icc.code) },
	};
}

/**
 * Reads `{ "ratings": [[9, 2], …] }`, or the list alone, from parsed JSON. Refused with the row (from 1) that is no list
 * of numbers and nulls, or not as long as the first.
 */
export function readRatings(json: unknown): Outcome<Ratings, Unreadable> {
	const list = isRecord(json) ? json.ratings : json;
	if (!Array.isArray(list) || list.length === 0) return refused('no-ratings');
	const raters = Array.isArray(list[0]) ? list[0].length : 0;
	for (const [index, row] of list.entries()) {
		const isRow = Array.isArray(row) && row.length > 0 && row.every(isRating);
		if (!isRow)
			return refused('ratings-unreadable', { row: index + 1, wanted: 'a list of numbers, with null for “not rated”' });
		if (row.length !== raters)
			return refused('ratings-unreadable', { row: index + 1, wanted: `as long as the first, ${raters}` });
	}
	return done(list as Ratings);
}

/** What is wrong with the ratings, in a sentence that names the row. */
export function sentenceForRatings({ code, details }: Refused<Unreadable>): string {
	if (code === 'no-ratings')
		return 'There are no ratings. Give { "ratings": [[9, 2], [6, 1]] }: one row a target, one column a rater.';
	return `Row ${details.row} of the ratings must be ${details.wanted}.`;
}

function kappaOf(ratings: Ratings): AgreementDocument['kappa'] {
	const raters = ratings[0]?.length ?? 0;
	if (raters !== 2) return { notCalculable: `Cohen’s kappa compares two raters, not ${raters}.` };
	const pairs = ratings.map((row) => [row[0] ?? null, row[1] ?? null] as const);
	const categories = [...new Set(pairs.flat().filter((rating) => rating !== null))];
	const { kappa } = agreementOf(agreementTable(pairs, categories));
	return kappa.done ? { value: kappa.value } : { notCalculable: sentenceForNoKappa(kappa.code) };
}

function pairsOf(row: readonly (number | null)[]): readonly (readonly [number, number])[] {
	const given = row.filter((rating) => rating !== null);
	return given.flatMap((one, index) => given.slice(index + 1).map((other) => [one, other] as const));
}

function isRating(value: unknown): value is number | null {
	return value === null || (typeof value === 'number' && Number.isFinite(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
