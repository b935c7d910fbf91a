import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { RegisterReading } from '#app/domain/imports/cohort/register-choices.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { updateImport } from '#db/stores/imports.ts';
import { audited } from '../audit/audited.ts';
import { choicesOf, findUpload } from './read-register.ts';

type Confirmation = {
	readonly importId: ImportId;
	/** Of what the person looked at. */
	readonly version: number;
	readonly reading: RegisterReading;
	/** False while only the sheet has been chosen, and its marks and dates are still to be looked at. */
	readonly isConfirmed: boolean;
};

/** Keeps how a person says that the sheet is to be read; the cohort that was chosen for it stays. */
export function confirmReading(
	context: AppContext,
	actor: Actor,
	{ importId, version, reading, isConfirmed }: Confirmation,
): Outcome<undefined, 'not-found' | 'changed-meanwhile'> {
	const record = ['import', importId] as const;
	return audited(context, { actor, action: 'import-reading-confirmed', record }, (tx) => {
		const upload = findUpload(tx, actor, importId);
		if (!upload) return refused('not-found');
		const choices = JSON.stringify({ ...choicesOf(upload), ...reading, isConfirmed });
		return updateImport(tx, importId, version, { choices }) ? done() : refused('changed-meanwhile');
	});
}
