import { redirect } from '@remix-run/node';
import type { AppContext } from '#app/context.ts';
import { fileSentence } from '#app/delivery/spreadsheet/file-sentences.ts';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { notARegisterSentence } from '#app/domain/imports/register-sentences.ts';
import { notFound } from '#app/http/not-found.ts';
import { formErrors, type SentForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { uploadRegister } from '#app/use-cases/imports/upload-register.ts';

/** Keeps the file that was sent, or says what is wrong with it. */
export async function answerUpload(context: AppContext, actor: Actor, sent: SentForm): Promise<Response> {
	const [file, ...others] = sent.files('register');
	if (!file) return refuse('Choose the register as a file, an Excel workbook (.xlsx) or a CSV file', 400);
	if (others.length > 0) return refuse('Choose one file at a time', 400);
	const bytes = new Uint8Array(await file.arrayBuffer());
	const workbook = await readSpreadsheet(bytes, file.name);
	if (!workbook.done) return refuse(fileSentence(workbook), 400);
	const upload = uploadRegister(context, actor, { fileName: file.name, bytes, workbook: workbook.value });
	if (upload.done) return redirect(paths.import(upload.value));
	if (upload.code === 'not-found') throw notFound();
	return refuse(notARegisterSentence(upload), 422);
}

function refuse(sentence: string, status: 400 | 422): Response {
	return formErrors({ values: {}, errors: { register: sentence } }, status);
}
