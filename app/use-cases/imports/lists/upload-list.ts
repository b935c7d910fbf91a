import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { plainFileName } from '#app/domain/imports/lists/file-name.ts';
import type { ListKind } from '#app/domain/imports/lists/import-kinds.ts';
import type { ListChoices } from '#app/domain/imports/lists/list-choices.ts';
import type { ListFile } from '#app/domain/imports/lists/list-file.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { insertImport } from '#db/stores/imports.ts';
import { audited } from '../../audit/audited.ts';
import { type PrepareListRefusal, prepareList } from './prepare-list.ts';

type UploadedList = {
	readonly kind: ListKind;
	readonly fileName: string;
	readonly bytes: Uint8Array;
	/** The same bytes, as they were read. */
	readonly file: ListFile;
	readonly choices: ListChoices;
};

/** Keeps a list that somebody wants to bring in, until it is brought in or given up. Refused when it is no such list. */
export function uploadList(
	context: AppContext,
	actor: Actor,
	{ kind, fileName, bytes, file, choices }: UploadedList,
): Outcome<ImportId, PrepareListRefusal> {
	return audited(context, { actor, action: 'list-uploaded' }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', `import.${kind}`)) return refused('not-found');
		const prepared = prepareList(context, tx, actor, { kind, file, choices });
		if (!prepared.done) return prepared;
		const id = context.ids.next<ImportId>();
		tell({ record: ['import', id], details: { kind } });
		insertImport(tx, {
			...{ id, kind, state: 'uploaded', fileName: plainFileName(fileName) },
			...{ bytes: Buffer.from(bytes), choices: JSON.stringify(choices) },
			uploadedBy: actor.kind === 'staff' ? actor.staffId : null,
			uploadedAt: context.clock.now(),
		});
		return done(id);
	});
}
