import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { plainFileName } from '#app/domain/imports/lists/file-name.ts';
import type { RegisterRefusal } from '#app/domain/imports/propose-register.ts';
import type { Workbook } from '#app/domain/imports/sheet/workbook.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { insertImport } from '#db/stores/imports.ts';
import { audited } from '../audit/audited.ts';
import { readRegister } from './read-register.ts';

export type UploadedFile = {
	readonly fileName: string;
	readonly bytes: Uint8Array;
	/** The same bytes, as they were read. */
	readonly workbook: Workbook;
};

/**
 * Keeps a file that somebody wants to bring in, until it is imported or given up. Refused when no sheet of it looks like a
 * register; which of two sheets it is can be said afterwards.
 */
export function uploadRegister(
	context: AppContext,
	actor: Actor,
	{ fileName, bytes, workbook }: UploadedFile,
): Outcome<ImportId, 'not-found' | RegisterRefusal> {
	const proposal = readRegister(context, workbook);
	return audited(context, { actor, action: 'import-uploaded' }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'import.register')) return refused('not-found');
		if (!proposal.done && proposal.code !== 'choose-a-sheet') return proposal;
		const id = context.ids.next<ImportId>();
		tell({ record: ['import', id] });
		insertImport(tx, {
			id,
			kind: 'register',
			state: 'uploaded',
			fileName: plainFileName(fileName),
			bytes: Buffer.from(bytes),
			uploadedBy: actor.kind === 'staff' ? actor.staffId : null,
			uploadedAt: context.clock.now(),
		});
		return done(id);
	});
}
