import { json, redirect } from '@remix-run/node';
import { fileSentence } from '#app/delivery/spreadsheet/file-sentences.ts';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { RegisterRefusal } from '#app/domain/imports/propose-register.ts';
import { notARegisterSentence } from '#app/domain/imports/register-sentences.ts';
import { asId, type CohortId, type ImportId } from '#app/domain/shared/ids.ts';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { notFound } from '#app/http/not-found.ts';
import { formErrors, type SentForm } from '#app/http/read-form.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, textOf } from '#app/ui/form-state.ts';
import { bringInSheet } from '#app/use-cases/imports/again/bring-in-sheet.ts';
import { compareRegister } from '#app/use-cases/imports/again/compare-register.ts';
import { undoSheet } from '#app/use-cases/imports/again/undo-sheet.ts';
import type { ColumnFault } from '#app/use-cases/register/type-up.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { readSheetForm } from './form.ts';
import { sayConflict } from './sentences.ts';
import { viewOf } from './sheet-view.ts';

type Asked = { readonly context: RequestContext; readonly actor: StaffActor; readonly cohortId: CohortId };

/** What is asked of this page: to compare a sheet, to bring its differences in, or to take one back. */
export async function answerSheet(asked: Asked, sent: SentForm): Promise<Response> {
	const { context, actor, cohortId } = asked;
	if (!mayOn(context.db, actor, 'write', 'import.register', cohortId)) throw notFound();
	const intent = textOf({ values: sent.values, errors: {} }, 'intent');
	if (intent === 'bring-in') return answerBringIn(asked, sent);
	return intent === 'undo' ? answerUndo(asked, sent) : answerCompare(asked, sent);
}

async function answerCompare({ context, actor, cohortId }: Asked, sent: SentForm): Promise<Response> {
	const refuse = (sentence: string, status: 400 | 422) =>
		formErrors({ values: {}, errors: { register: sentence } }, status);
	const [file, ...others] = sent.files('register');
	if (!file) return refuse('Choose the register as a file, an Excel workbook (.xlsx) or a CSV file', 400);
	if (others.length > 0) return refuse('Choose one file at a time', 400);
	const workbook = await readSpreadsheet(new Uint8Array(await file.arrayBuffer()), file.name);
	if (!workbook.done) return refuse(fileSentence(workbook), 400);
	const compared = compareRegister(context, actor, cohortId, workbook.value);
	if (!compared.done) {
		if (compared.code === 'not-found') throw notFound();
		return refuse(notARegisterSentence(compared as Refused<RegisterRefusal>), 422);
	}
	showsPeople(context, compared.value.people);
	return json({ form: EMPTY_FORM, compared: viewOf(compared.value.comparison, file.name) });
}

function answerBringIn({ context, actor, cohortId }: Asked, sent: SentForm): Response {
	const form = readSheetForm(sent);
	if (!form)
		return formErrors({ values: {}, errors: { register: 'The page was sent incomplete: choose the sheet again' } });
	const outcome = bringInSheet(context, actor, { cohortId, ...form });
	if (outcome.done) return redirect(paths.registerSheet(cohortId, 'brought-in'));
	return answerNotSaved(outcome, actor);
}

function answerUndo({ context, actor, cohortId }: Asked, { values }: SentForm): Response {
	const importId = asId<ImportId>(textOf({ values, errors: {} }, 'importId'));
	const outcome = undoSheet(context, actor, { cohortId, importId });
	if (!outcome.done) return answerNotUndone(outcome);
	const { left, stillHeld } = outcome.value;
	const word = left > 0 ? 'undone-partly' : 'undone';
	return redirect(paths.registerSheet(cohortId, stillHeld > 0 ? `${word}-held` : word));
}

/**
 * Nothing was put back: a register that its marks are in does not take them, because its session was
 * cancelled since, or somebody left.
 */
function answerNotUndone(refusal: Refused): Response {
	if (refusal.code === 'not-found') throw notFound();
	const sentence =
		'Nothing was taken back: a session of the sheet, or somebody’s place in it, has changed since. Correct its marks in the register of each session';
	return formErrors({ values: {}, errors: { register: sentence } }, 409);
}

/** Nothing was written: each row that changed meanwhile with both values, and that the sheet is to be compared again. */
function answerNotSaved(refusal: Refused, actor: StaffActor): Response {
	if (refusal.code === 'not-found') throw notFound();
	const faults = refusal.details.faults as readonly ColumnFault[];
	const conflicts = faults.flatMap((fault) => fault.conflicts.map((conflict) => sayConflict(conflict, actor)));
	const sentence =
		'Nothing was saved, because the register changed meanwhile. Choose the sheet again to compare it anew';
	return formErrors({ values: {}, errors: { register: [sentence, ...conflicts].join('. ') } }, 409);
}
