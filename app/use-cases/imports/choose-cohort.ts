import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortChoice } from '#app/domain/imports/cohort/register-choices.ts';
import type { Workbook } from '#app/domain/imports/sheet/workbook.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { updateImport } from '#db/stores/imports.ts';
import { audited } from '../audit/audited.ts';
import { type PrepareRefusal, prepareImport } from './prepare-import.ts';
import { choicesOf, findUpload } from './read-register.ts';

type Choice = {
	readonly importId: ImportId;
	readonly version: number;
	readonly workbook: Workbook;
	readonly cohort: CohortChoice;
};

/** Keeps which cohort the register is to become; refused when it could not become that one. */
export function chooseCohort(
	context: AppContext,
	actor: Actor,
	{ importId, version, workbook, cohort }: Choice,
): Outcome<undefined, PrepareRefusal | 'changed-meanwhile'> {
	const record = ['import', importId] as const;
	return audited(context, { actor, action: 'import-cohort-chosen', record }, (tx) => {
		const upload = findUpload(tx, actor, importId);
		if (!upload) return refused('not-found');
		if (upload.version !== version) return refused('changed-meanwhile');
		const choices = { ...choicesOf(upload), cohort };
		const prepared = prepareImport(context, tx, actor, { ...upload, choices: JSON.stringify(choices) }, workbook);
		if (!prepared.done) return prepared;
		updateImport(tx, importId, version, { choices: JSON.stringify(choices) });
		return done();
	});
}
