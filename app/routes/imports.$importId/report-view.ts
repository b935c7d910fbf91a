import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM } from '#app/ui/form-state.ts';
import { formatInstant } from '#app/ui/format.ts';
import { keptReport } from '#app/use-cases/imports/import-report.ts';
import { type ImportRow, listImportedPeople } from '#db/queries/imports/imports.ts';
import { broughtIn } from './brought-in.ts';

export type ReportView = ReturnType<typeof reportView>;

/** What came of an import, from the report that was kept; of an undone one only who, when and how much. */
export function reportView(context: RequestContext, row: ImportRow) {
	showsPeople(context, listImportedPeople(context.db, row.id));
	const { counts, ...report } = keptReport(row)!;
	const { fileName, uploadedBy, importedAt, undoneAt, cohortId, cohort } = row;
	return {
		kind: 'report' as const,
		fileName,
		who: uploadedBy ?? 'By the command line',
		importedAt: importedAt && formatInstant(importedAt),
		undoneAt: undoneAt && formatInstant(undoneAt),
		cohort: cohortId && cohort ? { name: cohort, href: paths.cohort(cohortId) } : null,
		sheet: report.register?.sheet ?? null,
		broughtIn: broughtIn(counts, report),
		form: EMPTY_FORM,
	};
}
