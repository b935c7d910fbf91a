import type { Actor } from '#app/domain/access/actor.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import type { ImportRow } from '#db/queries/imports/imports.ts';
import { type BlockedView, type CheckView, checkView } from './check-view.ts';
import { type CohortView, cohortView } from './cohort-view.ts';
import { openUpload } from './open-upload.ts';
import { type ReadingView, readingView } from './reading-view.ts';
import { type ReportView, reportView } from './report-view.ts';

export type SheetView = {
	readonly kind: 'sheet';
	readonly fileName: string;
	readonly version: number;
	readonly sheets: readonly string[];
	readonly form: FormState;
};
export type StepView = SheetView | ReadingView | CohortView | CheckView | BlockedView | ReportView;

/** What an import's page shows: the step that an upload is at, or the report of what has become of it. */
export async function stepView(
	context: RequestContext,
	actor: Actor,
	row: ImportRow,
	request: Request,
): Promise<StepView> {
	if (row.state !== 'uploaded') return reportView(context, row);
	const upload = await openUpload(context, actor, row, request);
	const { plain, sheets, step } = upload;
	if (plain === null || step === 'sheet') {
		return { kind: 'sheet', fileName: row.fileName, version: row.version, sheets, form: EMPTY_FORM };
	}
	if (step === 'reading') return readingView(context, actor, { ...upload, plain });
	return step === 'cohort' ? cohortView(context, actor, { ...upload, plain }) : checkView(context, actor, upload);
}
