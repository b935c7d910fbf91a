import { countInWords } from '../../shared/in-words.ts';
import { facilitatorWarnings } from '../facilitators/facilitator-sentences.ts';
import type { FacilitatorList } from '../facilitators/read-facilitators.ts';
import { cohortWarnings, planClashSentence } from '../planned-cohorts/cohort-sentences.ts';
import type { CohortPlans } from '../planned-cohorts/plan-cohorts.ts';
import type { CohortRows } from '../planned-cohorts/read-cohorts.ts';
import { rowRefusalSentence } from './list-sentences.ts';

/** What a person looks at before a list is brought in: a sentence for everything that is in doubt. */
export type ListLook = {
	/** Rows read = accepted + refused + skipped, always. */
	readonly rows: {
		readonly read: number;
		readonly accepted: number;
		readonly refused: number;
		readonly skipped: number;
	};
	readonly refused: readonly string[];
	readonly clashes: readonly string[];
	readonly toLookAt: readonly string[];
};

/** A list of facilitators as a person looks at it. */
export function facilitatorsLook({ table, accepted, refused }: FacilitatorList): ListLook {
	return {
		rows: rowsOf({ table, accepted, refused }),
		refused: refused.map(rowRefusalSentence),
		clashes: [],
		toLookAt: accepted.flatMap(facilitatorWarnings),
	};
}

/** A plan of cohorts as a person looks at it. */
export function plansLook({ table }: Pick<CohortRows, 'table'>, { accepted, refused, clashes }: CohortPlans): ListLook {
	return {
		rows: rowsOf({ table, accepted, refused }),
		refused: refused.map(rowRefusalSentence),
		clashes: clashes.map(planClashSentence),
		toLookAt: accepted.flatMap(cohortWarnings),
	};
}

/** The count of a list's rows as one sentence. */
export function rowsInWords({ read, accepted, refused, skipped }: ListLook['rows']): string {
	return `${countInWords(read, 'row')} = ${accepted} accepted + ${refused} refused + ${skipped} skipped.`;
}

type Read = {
	readonly table: { readonly rows: readonly unknown[]; readonly skipped: readonly unknown[] };
	readonly accepted: readonly unknown[];
	readonly refused: readonly { readonly row: number }[];
};

function rowsOf({ table: { rows, skipped }, accepted, refused }: Read): ListLook['rows'] {
	return {
		read: rows.length + skipped.length,
		accepted: accepted.length,
		refused: new Set(refused.map(({ row }) => row)).size,
		skipped: skipped.length,
	};
}
