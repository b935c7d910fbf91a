import { redirect } from '@remix-run/node';
import type { AppContext } from '#app/context.ts';
import { readListFile } from '#app/delivery/lists/read-list-file.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { ListKind } from '#app/domain/imports/lists/import-kinds.ts';
import { listRefusalSentence } from '#app/domain/imports/lists/list-sentences.ts';
import { paths } from '#app/paths.ts';
import type { ListChoices } from '#app/use-cases/imports/lists/list-plan.ts';
import { uploadList } from '#app/use-cases/imports/lists/upload-list.ts';
import { notFound } from '../not-found.ts';
import { formErrors, type SentForm } from '../read-form.ts';

type Upload = {
	readonly kind: ListKind;
	readonly sent: SentForm;
	readonly choices?: Partial<ListChoices>;
	readonly missing: string;
};

const NO_CHOICES: ListChoices = { areaId: null, listed: 'holidays', take: [], leaveOut: [] };

/** Keeps the list that was sent in the field `list`, or says what is wrong with it. */
export async function answerListUpload(
	context: AppContext,
	actor: Actor,
	{ kind, sent, choices = {}, missing }: Upload,
): Promise<Response> {
	const refuse = (sentence: string, status: 400 | 422) =>
		formErrors({ values: sent.values, errors: { list: sentence } }, status);
	const [upload, ...others] = sent.files('list');
	if (!upload) return refuse(missing, 400);
	if (others.length > 0) return refuse('Choose one file at a time', 400);
	const bytes = new Uint8Array(await upload.arrayBuffer());
	const file = await readListFile(bytes, upload.name);
	if (!file.done) return refuse(String(file.details.sentence), 400);
	const list = { kind, fileName: upload.name, bytes, file: file.value, choices: { ...NO_CHOICES, ...choices } };
	const outcome = uploadList(context, actor, list);
	if (outcome.done) return redirect(paths.listImport(outcome.value));
	if (outcome.code === 'not-found') throw notFound();
	return refuse(listRefusalSentence(kind, { ...outcome, code: outcome.code }), 422);
}
