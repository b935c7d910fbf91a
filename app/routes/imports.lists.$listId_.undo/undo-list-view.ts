import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { ListKind } from '#app/domain/imports/lists/import-kinds.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { listBuiltUpon } from '#app/use-cases/imports/lists/undo-list.ts';
import { findListImport } from '#db/queries/imports/imports.ts';

const CONSEQUENCES: Readonly<Record<ListKind, string>> = {
	facilitators:
		'This deletes the accounts that it made, and the accreditations and hours that it added to others. Everything else stays.',
	cohorts: 'This deletes the cohorts that it made with their sessions, for good. Everything else stays.',
	'school-holidays':
		'This deletes the school holidays that it brought in. Sessions that moved because of them stay where they are.',
};

/** What undoing would do, or why it cannot be done; null for a list that is not the actor's or is undone already. */
export function undoListView({ db }: AppContext, actor: Actor, importId: ImportId) {
	const found = findListImport(db, actor, importId);
	if (!found || found.state === 'undone') return null;
	const isImported = found.state === 'imported';
	return {
		href: paths.listImport(importId),
		...{ fileName: found.fileName, version: found.version, isImported },
		consequence: isImported ? CONSEQUENCES[found.kind] : 'Nothing of it has been brought in yet.',
		builtUpon: isImported ? listBuiltUpon(db, found) : null,
	};
}
