import type { LoaderFunctionArgs } from '@remix-run/node';
import { writeCsv } from '#app/delivery/spreadsheet/write-csv.ts';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { download } from '#app/http/download.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { exportReceived } from '#app/use-cases/fidelity/export-received.ts';

/** What each person of the cohort received, as a CSV file. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'delivery-log');
	const cohortId = asId<CohortId>(params.cohortId!);
	const { table, people } = orNotFound(exportReceived(context, actor, cohortId));
	return download(context, writeCsv(table), { kind: 'csv', name: `received-${cohortId}`, people });
}
