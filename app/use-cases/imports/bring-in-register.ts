import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortChoice, RegisterReading } from '#app/domain/imports/cohort/register-choices.ts';
import type { RegisterRefusal } from '#app/domain/imports/propose-register.ts';
import type { CohortId, ImportId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findImport } from '#db/queries/imports/imports.ts';
import { audited } from '../audit/audited.ts';
import { chooseCohort } from './choose-cohort.ts';
import { confirmReading } from './confirm-reading.ts';
import { importRegister } from './import-register.ts';
import { type ImportReport, keptReport } from './import-report.ts';
import { type PrepareRefusal, prepareImport } from './prepare-import.ts';
import { type UploadedFile, uploadRegister } from './upload-register.ts';

type ToBringIn = {
	readonly file: UploadedFile;
	readonly reading: RegisterReading;
	readonly cohort: CohortChoice;
	/** Too few facilitators are known about. */
	readonly accepted: boolean;
};
export type BroughtIn = { readonly importId: ImportId; readonly cohortId: CohortId; readonly report: ImportReport };
type Refusal =
	| RegisterRefusal
	| PrepareRefusal
	| 'import-changed'
	| 'changed-meanwhile'
	| 'clashes'
	| 'warning-not-accepted';

/** All steps of an import at once, for who has said everything beforehand; refused as each step is, and then nothing is kept. */
export function bringInRegister(context: AppContext, actor: Actor, toBringIn: ToBringIn): Outcome<BroughtIn, Refusal> {
	return audited(context, { actor, action: 'import-brought-in' }, (tx, tell) => {
		const upload = uploadRegister(context, actor, toBringIn.file);
		if (!upload.done) return upload;
		tell({ record: ['import', upload.value] });
		return goThroughSteps(context, tx, actor, upload.value, toBringIn);
	});
}

function goThroughSteps(
	context: AppContext,
	tx: Db,
	actor: Actor,
	importId: ImportId,
	{ file: { workbook }, reading, cohort, accepted }: ToBringIn,
): Outcome<BroughtIn, Refusal> {
	const versionNow = () => findImport(tx, actor, importId)!.version;
	const confirmed = confirmReading(context, actor, { importId, version: versionNow(), reading, isConfirmed: true });
	if (!confirmed.done) return confirmed;
	const chosen = chooseCohort(context, actor, { importId, version: versionNow(), workbook, cohort });
	if (!chosen.done) return chosen;
	const prepared = prepareImport(context, tx, actor, findImport(tx, actor, importId)!, workbook);
	if (!prepared.done) return prepared;
	const { fingerprint } = prepared.value;
	const imported = importRegister(context, actor, { importId, workbook, fingerprint, accepted });
	if (!imported.done) return imported;
	const kept = findImport(tx, actor, importId)!;
	const report = keptReport(kept);
	return kept.cohortId && report ? done({ importId, cohortId: kept.cohortId, report }) : refused('not-found');
}
