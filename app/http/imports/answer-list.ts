import { redirect } from '@remix-run/node';
import type { ListKind } from '#app/domain/imports/lists/import-kinds.ts';
import { type ListChoices, listChoices } from '#app/domain/imports/lists/list-choices.ts';
import type { ListFile } from '#app/domain/imports/lists/list-file.ts';
import type { ListRefusal } from '#app/domain/imports/lists/list-reading.ts';
import { listRefusalSentence } from '#app/domain/imports/lists/list-sentences.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import type { Outcome } from '#app/domain/shared/outcome.ts';
import { paths } from '#app/paths.ts';
import { notFound } from '../not-found.ts';
import { formErrors, type SentForm } from '../read-form.ts';

type SentList = {
	readonly kind: ListKind;
	readonly fileName: string;
	readonly bytes: Uint8Array;
	readonly file: ListFile;
	readonly choices: ListChoices;
};
type Upload = {
	readonly kind: ListKind;
	readonly sent: SentForm;
	readonly choices?: Partial<ListChoices>;
	/** What to say when no file was chosen. */
	readonly missing: string;
	readonly read: (bytes: Uint8Array, fileName: string) => Promise<Outcome<ListFile, 'unreadable'>>;
	readonly keep: (list: SentList) => Outcome<ImportId, ListRefusal | 'not-found'>;
};

/** Keeps the list that was sent in the field `list` and leads to it, or says what is wrong with it. */
export async function answerListUpload({ kind, sent, choices = {}, missing, read, keep }: Upload): Promise<Response> {
	const refuse = (sentence: string, status: 400 | 422) =>
		formErrors({ values: sent.values, errors: { list: sentence } }, status);
	const [upload, ...others] = sent.files('list');
	if (!upload) return refuse(missing, 400);
	if (others.length > 0) return refuse('Choose one file at a time', 400);
	const bytes = new Uint8Array(await upload.arrayBuffer());
	const file = await read(bytes, upload.name);
	if (!file.done) return refuse(String(file.details.sentence), 400);
	const outcome = keep({ kind, fileName: upload.name, bytes, file: file.value, choices: listChoices(choices) });
	if (outcome.done) return redirect(paths.listImport(outcome.value));
	if (outcome.code === 'not-found') throw notFound();
	return refuse(listRefusalSentence(kind, { ...outcome, code: outcome.code }), 422);
}
