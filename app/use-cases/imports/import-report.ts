import type { ImportCounts } from '#app/domain/imports/cohort/import-counts.ts';
import type { RefusedMark } from '#app/domain/imports/cohort/imported-person.ts';
import type { RefusedRow } from '#app/domain/imports/cohort/sort-rows.ts';
import { type RegisterReport, registerReport } from '#app/domain/imports/register-report.ts';
import type { ImportRow } from '#db/queries/imports/imports.ts';
import type { PreparedImport } from './prepare-import.ts';

/** What is kept of an import: its counts always, the rest until it is undone. */
export type ImportReport = {
	readonly counts: ImportCounts;
	readonly refusedRows: readonly RefusedRow[];
	readonly refusedCells: readonly RefusedMark[];
	/** The register as it was read, cell by cell; null once the import is undone. */
	readonly register: RegisterReport | null;
};

/** The report of an import that is about to be stored. */
export function reportOf({ plan, proposal }: PreparedImport, fileName: string): ImportReport {
	const { counts, refusedRows, refusedCells } = plan;
	return { counts, refusedRows, refusedCells, register: registerReport(proposal, fileName) };
}

/** The report that was kept; null while nothing is imported. */
export function keptReport({ report }: Pick<ImportRow, 'report'>): ImportReport | null {
	return report === null ? null : (JSON.parse(report) as ImportReport);
}
