import { redirect } from '@remix-run/node';
import { z } from 'zod';
import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { ticked } from '#app/http/form-fields.ts';
import { checkForm, formErrors, type SentForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { importList } from '#app/use-cases/imports/lists/import-list.ts';
import { openList } from './list-view.ts';

const listForm = z.object({
	rows: ticked().transform((rows) => rows.map(Number)),
	fingerprint: z.string('Open the page again').max(200, 'Open the page again').default(''),
});

const SENTENCES: RefusalSentences = {
	'import-changed': () => ({
		field: 'form',
		sentence: 'Something changed since you opened the page. Here is how it stands now. Check it, then bring it in',
		status: 409,
	}),
	'nothing-comes-in': () => ({
		field: 'form',
		sentence: 'Nothing would be brought in. Change the list and upload it again',
	}),
};

/** Brings in the list as it was looked at; one that is in already leads to its report. */
export async function answerList(
	context: AppContext,
	actor: Actor,
	importId: ImportId,
	sent: SentForm,
): Promise<Response> {
	const { row, file } = await openList(context, actor, importId);
	if (file === null) return redirect(paths.listImport(importId));
	const read = checkForm(sent, listForm);
	if (!read.ok) return formErrors(read.form);
	const { rows, fingerprint } = read.value;
	const ticks = row.kind === 'school-holidays' ? rows : null;
	const outcome = importList(context, actor, { importId, file, fingerprint, ticked: ticks });
	return outcome.done ? redirect(paths.listImport(importId, 'imported')) : answerRefusal(outcome, read.form, SENTENCES);
}
