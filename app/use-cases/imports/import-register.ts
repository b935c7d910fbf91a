import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Workbook } from '#app/domain/imports/sheet/workbook.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findImport } from '#db/queries/imports/imports.ts';
import { updateImport } from '#db/stores/imports.ts';
import { audited } from '../audit/audited.ts';
import { reportOf } from './import-report.ts';
import { type PrepareRefusal, prepareImport } from './prepare-import.ts';
import { storeImport } from './store-import.ts';

type ToImport = {
	readonly importId: ImportId;
	readonly workbook: Workbook;
	/** Of the dry run that the person looked at. */
	readonly fingerprint: string;
	/** The soft warning was ticked. */
	readonly accepted: boolean;
};
type Refusal = PrepareRefusal | 'import-changed' | 'clashes' | 'warning-not-accepted';

/**
 * Makes the cohort with its past exactly as the dry run showed it, in one transaction, keeps the report and empties the
 * file. Importing twice makes one cohort. Refused, with the dry run that stands now in the details, when it is no longer
 * the one that was looked at, when a session to come clashes, and when a warning was not ticked.
 */
export function importRegister(
	context: AppContext,
	actor: Actor,
	{ importId, workbook, fingerprint, accepted }: ToImport,
): Outcome<undefined, Refusal> {
	const record = ['import', importId] as const;
	return audited(context, { actor, action: 'import-stored', record }, (tx, tell) => {
		const upload = findImport(tx, actor, importId);
		if (!upload || upload.state === 'undone') return refused('not-found');
		if (upload.state === 'imported') return done();
		const outcome = prepareImport(context, tx, actor, upload, workbook);
		if (!outcome.done) return outcome;
		const prepared = outcome.value;
		if (prepared.fingerprint !== fingerprint) return refused('import-changed', { prepared });
		if (prepared.clashes.length > 0) return refused('clashes', { prepared });
		if (prepared.fewFacilitators && !accepted) return refused('warning-not-accepted', { prepared });
		tell(storeImport(context, tx, actor, { importId, prepared }));
		updateImport(tx, importId, upload.version, {
			state: 'imported',
			importedAt: context.clock.now(),
			report: JSON.stringify(reportOf(prepared, upload.fileName)),
			choices: '{}',
			bytes: null,
		});
		return done();
	});
}
