import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { builtUponSentence } from '#app/domain/imports/cohort/built-upon.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { countInWords } from '#app/domain/shared/in-words.ts';
import { paths } from '#app/paths.ts';
import { keptReport } from '#app/use-cases/imports/import-report.ts';
import { countBuiltUpon } from '#db/queries/imports/built-upon.ts';
import { findImport } from '#db/queries/imports/imports.ts';

/** What undoing would do, or why it cannot be done; null for an import that is not the actor's or is undone already. */
export function undoView({ db }: AppContext, actor: Actor, importId: ImportId) {
	const found = findImport(db, actor, importId);
	if (!found || found.state === 'undone') return null;
	const { fileName, version, cohort } = found;
	const counts = keptReport(found)?.counts;
	const isImported = found.state === 'imported';
	return {
		href: paths.import(importId),
		fileName,
		version,
		isImported,
		consequences: counts
			? [
					`the cohort ${cohort}`,
					`its ${countInWords(counts.people, 'person', 'people')} with their places`,
					`its sessions and registers, with ${countInWords(counts.accepted, 'cell')} that came in`,
				]
			: [],
		builtUpon: isImported ? builtUponSentence(countBuiltUpon(db, importId)) : null,
	};
}
