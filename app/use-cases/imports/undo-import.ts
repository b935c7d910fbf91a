import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { builtUponSentence } from '#app/domain/imports/cohort/built-upon.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { countBuiltUpon } from '#db/queries/imports/built-upon.ts';
import { findImport, listImportedPeople } from '#db/queries/imports/imports.ts';
import { deleteImport, deleteImported, updateImport } from '#db/stores/imports.ts';
import { audited } from '../audit/audited.ts';
import { replan } from '../reminders/replan.ts';
import { keptReport } from './import-report.ts';

export type Undone = 'given-up' | 'undone';

/**
 * Takes an import back: deletes the cohort that it made with its past and its people, and keeps only who did it, when, and
 * the counts. A file that was never imported is deleted altogether. Refused when anything has been built on it since
 * (details: `sentence`), and when the import changed since the page was opened (`version`).
 */
export function undoImport(
	context: AppContext,
	actor: Actor,
	{ importId, version }: { readonly importId: ImportId; readonly version: number },
): Outcome<Undone, 'not-found' | 'changed-meanwhile' | 'built-upon'> {
	const record = ['import', importId] as const;
	return audited(context, { actor, action: 'import-undone', record }, (tx, tell) => {
		const found = findImport(tx, actor, importId);
		if (!found || found.state === 'undone') return refused('not-found');
		if (found.version !== version) return refused('changed-meanwhile');
		if (found.state === 'uploaded') {
			deleteImport(tx, importId);
			return done('given-up');
		}
		const sentence = builtUponSentence(countBuiltUpon(tx, importId));
		if (sentence !== null) return refused('built-upon', { sentence });
		tell({ people: listImportedPeople(tx, importId) });
		deleteImported(tx, importId);
		replan(context, tx);
		const { counts } = keptReport(found)!;
		const report = JSON.stringify({ counts, refusedRows: [], refusedCells: [], register: null });
		updateImport(tx, importId, version, { state: 'undone', undoneAt: context.clock.now(), report });
		return done('undone');
	});
}
