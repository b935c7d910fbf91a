import { redirect } from '@remix-run/node';
import { z } from 'zod';
import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { NO_CHOICES } from '#app/domain/imports/cohort/register-choices.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { shownVersion } from '#app/http/form-fields.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { checkForm, formErrors, type SentForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { chooseCohort } from '#app/use-cases/imports/choose-cohort.ts';
import { confirmReading } from '#app/use-cases/imports/confirm-reading.ts';
import { importRegister } from '#app/use-cases/imports/import-register.ts';
import { findImport } from '#db/queries/imports/imports.ts';
import { cohortForm } from './cohort-form.ts';
import { type OpenUpload, openUpload } from './open-upload.ts';
import { readingForm } from './reading-form.ts';
import { SENTENCES, STALE_SENTENCE } from './sentences.ts';

type Answering = {
	readonly context: AppContext;
	readonly actor: Actor;
	readonly upload: OpenUpload;
	readonly sent: SentForm;
};

/** Answers the form of the step that the upload is at; one that has become a cohort already leads to its report. */
export async function answerStep(
	context: AppContext,
	actor: Actor,
	importId: ImportId,
	request: Request,
	sent: SentForm,
): Promise<Response> {
	const row = orNotFound(findImport(context.db, actor, importId));
	if (row.state !== 'uploaded') return redirect(paths.import(importId));
	const upload = await openUpload(context, actor, row, request);
	const answering = { context, actor, upload, sent };
	const answers = { sheet: answerSheet, reading: answerReading, cohort: answerCohort, check: answerImport };
	return answers[upload.step](answering);
}

function answerSheet({ context, actor, upload, sent }: Answering): Response {
	const sheet = z.string('Choose one sheet').refine((name) => upload.sheets.includes(name), 'Choose one sheet');
	const read = checkForm(sent, z.object({ sheet, version: shownVersion() }));
	if (!read.ok) return formErrors(read.form);
	const { id } = upload.row;
	const reading = { ...NO_CHOICES, sheet: read.value.sheet };
	const confirmed = { importId: id, version: read.value.version, reading, isConfirmed: false };
	const outcome = confirmReading(context, actor, confirmed);
	return outcome.done ? redirect(paths.import(id)) : answerChanged(outcome, upload, read.form);
}

function answerReading({ context, actor, upload, sent }: Answering): Response {
	const read = checkForm(sent, readingForm(upload.plain!));
	if (!read.ok) return formErrors(read.form);
	const { id } = upload.row;
	const reading = { sheet: upload.choices.sheet, ...read.value.reading };
	const confirmed = { importId: id, version: read.value.version, reading, isConfirmed: true };
	const outcome = confirmReading(context, actor, confirmed);
	return outcome.done ? redirect(paths.importStep(id, 'cohort')) : answerChanged(outcome, upload, read.form);
}

function answerCohort({ context, actor, upload, sent }: Answering): Response {
	const read = checkForm(sent, cohortForm(context.content.programmes));
	if (!read.ok) return formErrors(read.form);
	const { version, ...cohort } = read.value;
	const { id } = upload.row;
	const outcome = chooseCohort(context, actor, { importId: id, version, workbook: upload.workbook, cohort });
	if (outcome.done) return redirect(paths.importStep(id, 'check'));
	if (outcome.code === 'changed-meanwhile') return answerChanged(outcome, upload, read.form);
	return answerRefusal(outcome, read.form, SENTENCES);
}

function answerImport({ context, actor, upload, sent }: Answering): Response {
	const form: FormState = { values: sent.values, errors: {} };
	const outcome = importRegister(context, actor, {
		importId: upload.row.id,
		workbook: upload.workbook,
		fingerprint: textOf(form, 'fingerprint'),
		accepted: textOf(form, 'accept') === 'yes',
	});
	return outcome.done ? redirect(paths.import(upload.row.id, 'imported')) : answerRefusal(outcome, form, SENTENCES);
}

function answerChanged({ code }: { readonly code: string }, { row }: OpenUpload, form: FormState): Response {
	if (code === 'not-found') throw notFound();
	return answerStale(form, row.version, STALE_SENTENCE);
}
