import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Comparison } from '#app/domain/imports/again/compare-sheet.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { formatInstant } from '#app/ui/format.ts';
import { markInWords } from '#app/ui/register/mark-in-words.ts';
import type { SheetReport } from '#app/use-cases/imports/again/bring-in-sheet.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import { listSheets } from '#db/queries/imports/sheets.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { fieldsOf } from './form.ts';
import { sayRefused } from './sentences.ts';

/** The page before a sheet is chosen, with those that came in before; null when the actor may bring in none. */
export function readSheetView({ db }: RequestContext, actor: StaffActor, cohortId: CohortId) {
	const cohort = findCohort(db, actor, cohortId);
	if (!cohort || !mayOn(db, actor, 'write', 'import.register', cohortId)) return null;
	return {
		cohortId,
		cohort: cohort.name,
		earlier: listSheets(db, actor, cohortId).map((sheet) => {
			const { marks } = JSON.parse(sheet.report) as SheetReport;
			return {
				id: sheet.id,
				when: sheet.importedAt ? formatInstant(sheet.importedAt) : '',
				by: sheet.broughtInBy ?? '',
				marks: marks.length,
				isUndone: sheet.state === 'undone',
			};
		}),
	};
}

export type ComparedView = ReturnType<typeof viewOf>;

/** The dry run: only what is different, each with what it was and would become. */
export function viewOf(comparison: Comparison, fileName: string) {
	return {
		fileName,
		counts: {
			...{ cells: comparison.cells, accepted: comparison.differences.length, unchanged: comparison.unchanged },
			...{ skipped: comparison.blank, refused: comparison.refused.length },
		},
		differences: comparison.differences.map((one) => ({
			...fieldsOf(one),
			cell: one.cell,
			who: one.name,
			session: one.planNumber,
			was: markInWords(one.row),
			would: markInWords(one.would),
		})),
		refused: comparison.refused.map((one) => ({
			cell: one.cell,
			who: one.who,
			session: one.planNumber,
			why: sayRefused(one),
		})),
	};
}
