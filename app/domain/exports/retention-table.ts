import { FATES, type Fate, fateOf, type PlaceInTerm } from '../attrition/enrolment-funnel.ts';
import { hideSmallCount, hideSmallCounts } from './small-counts.ts';
import type { Table } from './table.ts';

export type RetentionToWrite = {
	readonly title: string;
	/** What each fate is called. */
	readonly names: Readonly<Record<Fate, string>>;
	readonly areas: readonly {
		readonly name: string;
		readonly cohorts: number;
		readonly places: readonly PlaceInTerm[];
	}[];
};

const HIDDEN = 'hidden';
const SMALL_COUNTS_OF_A_ROW =
	'Counts from 1 to 4 are hidden. Of places, a line with one shows no count up to 4 and no sum, and hides at least two.';

/**
 * What became of the places of each area, as a sheet that may leave the team: small counts are hidden, and nothing is
 * added up over the areas (§9.9). How many cohorts there are is a count as well. Not by cohort: of a dozen people nearly every count is small.
 */
export function retentionTable({ title, names, areas }: RetentionToWrite): Table {
	return {
		name: 'Who stays',
		rows: [
			[null, title],
			['Area', 'Cohorts', ...FATES.map((fate) => names[fate]), 'Had a place'],
			...areas.map(({ name, cohorts, places }) => {
				const counts = FATES.map((fate) => places.filter((place) => fateOf(place) === fate).length);
				const { cells, total } = hideSmallCounts(counts);
				return [name, ...[hideSmallCount(cohorts), ...cells, total].map((count) => count ?? HIDDEN)];
			}),
			[],
			[null, SMALL_COUNTS_OF_A_ROW],
		],
		headRows: 2,
		headColumns: 1,
	};
}
