import type { LoaderFunctionArgs } from '@remix-run/node';
import { writeCsv } from '#app/delivery/spreadsheet/write-csv.ts';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { download } from '#app/http/download.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { exportRegister } from '#app/use-cases/cohorts/export-register.ts';

/** The cohort's register as a CSV file. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'register');
	const cohortId = asId<CohortId>(params.cohortId!);
	const { table, people } = orNotFound(exportRegister(context, actor, cohortId));
	return download(context, writeCsv(table), { kind: 'csv', name: `register-${cohortId}`, people });
}
