import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { builtUponSentence } from '#app/domain/imports/cohort/built-upon.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { countInWords } from '#app/domain/shared/in-words.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { countBuiltUpon, countInUse, listChangedHours } from '#db/queries/imports/built-upon.ts';
import { findListImport, type ListImportRow } from '#db/queries/imports/imports.ts';
import { deleteImport, deleteImported, updateImport } from '#db/stores/imports.ts';
import { deleteImportedHolidays, deleteMade } from '#db/stores/lists.ts';
import { audited } from '../../audit/audited.ts';
import { replan } from '../../reminders/replan.ts';
import type { Undone } from '../undo-import.ts';
import type { ListReport } from './import-list.ts';

/**
 * The report that was kept; null while nothing is brought in. The first ones said only whose hours a list set, not to which:
 * nobody can tell whether they are the same still, so that they are left alone.
 */
export function keptListReport({ report }: Pick<ListImportRow, 'report'>): ListReport | null {
	if (report === null) return null;
	const kept = JSON.parse(report) as ListReport;
	if (!kept.made) return kept;
	return { ...kept, made: { ...kept.made, hours: kept.made.hours.filter((one) => typeof one === 'object') } };
}

/** What was built on a list since it was brought in, as a sentence; null when nothing was and it may be undone. */
export function listBuiltUpon(db: Db, row: Pick<ListImportRow, 'id' | 'kind' | 'report'>): string | null {
	if (row.kind === 'cohorts') return builtUponSentence(countBuiltUpon(db, row.id));
	const made = keptListReport(row)?.made;
	const inUse = made ? countInUse(db, made) : 0;
	return inUse === 0
		? null
		: `Since the import, ${countInWords(inUse, 'of these accounts', 'of these accounts')} came into use.`;
}

/**
 * Takes a list back: deletes what it made and keeps only who did it, when, and the counts. A file that was never brought
 * in is deleted altogether. Refused when anything has been built on it since (details: `sentence`), and when the import
 * changed since the page was opened (`version`). Hours that somebody with an account before has said since stay; sessions
 * that moved because of a school holiday stay where they are.
 */
export function undoList(
	context: AppContext,
	actor: Actor,
	{ importId, version }: { readonly importId: ImportId; readonly version: number },
): Outcome<Undone, 'not-found' | 'changed-meanwhile' | 'built-upon'> {
	const record = ['import', importId] as const;
	return audited(context, { actor, action: 'list-undone', record }, (tx) => {
		const found = findListImport(tx, actor, importId);
		if (!found || found.state === 'undone') return refused('not-found');
		if (found.version !== version) return refused('changed-meanwhile');
		if (found.state === 'uploaded') {
			deleteImport(tx, importId);
			return done('given-up');
		}
		const sentence = listBuiltUpon(tx, found);
		if (sentence !== null) return refused('built-upon', { sentence });
		const { counts, made } = keptListReport(found)!;
		if (found.kind === 'cohorts') {
			deleteImported(tx, importId);
			replan(context, tx);
		}
		if (found.kind === 'school-holidays') deleteImportedHolidays(tx, importId);
		if (found.kind === 'facilitators') deleteMade(tx, made, listChangedHours(tx, made));
		const undone = { state: 'undone', undoneAt: context.clock.now(), report: JSON.stringify({ counts }) } as const;
		updateImport(tx, importId, version, undone);
		return done('undone');
	});
}
