import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { receivedTable } from '#app/domain/exports/received-table.ts';
import type { Table } from '#app/domain/exports/table.ts';
import type { CohortId, PersonId } from '#app/domain/shared/ids.ts';
import { reviewReceived } from './review-received.ts';

/** With whom it holds. */
export type ExportedReceived = { readonly table: Table; readonly people: readonly PersonId[] };

/**
 * What each person received as a sheet, from the same reading as its page: who is masked or absent there is so here, and
 * what is kept back there is not known here. Null when it is not the actor’s to read.
 */
export function exportReceived(context: AppContext, actor: Actor, cohortId: CohortId): ExportedReceived | null {
	const review = reviewReceived(context, actor, cohortId);
	if (!review) return null;
	const { record, programme, people } = review;
	return {
		table: receivedTable({ title: record.cohort.name, plans: programme.plans, people }),
		people: people.map(({ personId }) => personId),
	};
}
