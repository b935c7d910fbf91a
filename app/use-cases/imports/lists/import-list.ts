import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { choicesOfList } from '#app/domain/imports/lists/list-choices.ts';
import type { ListFile } from '#app/domain/imports/lists/list-file.ts';
import type { ListLine } from '#app/domain/imports/lists/list-line.ts';
import type { ListLook } from '#app/domain/imports/lists/list-look.ts';
import type { Made } from '#app/domain/imports/lists/made.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findListImport } from '#db/queries/imports/imports.ts';
import { updateImport } from '#db/stores/imports.ts';
import { audited } from '../../audit/audited.ts';
import { replan } from '../../reminders/replan.ts';
import { type PreparedList, type PrepareListRefusal, prepareList } from './prepare-list.ts';
import { storeList } from './store-list.ts';

/** What is kept of a list that was brought in: the counts always, the rest until it is undone. */
export type ListReport = {
	readonly counts: ListLook['rows'] & { readonly broughtIn: number };
	readonly look: ListLook;
	readonly lines: readonly ListLine[];
	readonly made: Made;
};

type ToImport = {
	readonly importId: ImportId;
	readonly file: ListFile;
	/** Of the dry run that the person looked at. */
	readonly fingerprint: string;
	/** The rows that were ticked, where a list lets a person choose; null where it does not. */
	readonly ticked: readonly number[] | null;
};
type Refusal = PrepareListRefusal | 'import-changed' | 'nothing-comes-in';

/**
 * Brings a list in exactly as the dry run showed it, in one transaction, keeps the report and empties the file; twice is
 * once. Refused when the dry run is no longer the one that was looked at, and when nothing would come in.
 */
export function importList(
	context: AppContext,
	actor: Actor,
	{ importId, file, fingerprint, ticked }: ToImport,
): Outcome<undefined, Refusal> {
	const record = ['import', importId] as const;
	return audited(context, { actor, action: 'list-stored', record }, (tx, tell) => {
		const upload = findListImport(tx, actor, importId);
		if (!upload || upload.state === 'undone') return refused('not-found');
		if (upload.state === 'imported') return done();
		const { kind } = upload;
		const choices = choicesOfList(upload);
		const proposed = prepareList(context, tx, actor, { kind, file, choices });
		if (!proposed.done) return proposed;
		if (proposed.value.fingerprint !== fingerprint) return refused('import-changed');
		const chosen = chosenRows(proposed.value, ticked);
		const prepared = prepareList(context, tx, actor, { kind, file, choices: { ...choices, ...chosen } });
		if (!prepared.done) return prepared;
		const { look, lines, toStore } = prepared.value;
		if (!lines.some(({ comesIn }) => comesIn)) return refused('nothing-comes-in');
		const made = storeList(context, tx, actor, toStore, importId);
		tell({ details: { kind, broughtIn: made.broughtIn } });
		if (kind === 'cohorts') replan(context, tx);
		const report: ListReport = { counts: { ...look.rows, broughtIn: made.broughtIn }, look, lines, made };
		const emptied = { choices: JSON.stringify({ areaId: choices.areaId }), bytes: null };
		const importedAt = context.clock.now();
		updateImport(tx, importId, upload.version, {
			...{ state: 'imported', importedAt, report: JSON.stringify(report), ...emptied },
		});
		return done();
	});
}

function chosenRows({ lines }: PreparedList, ticked: readonly number[] | null) {
	if (ticked === null) return {};
	const free = lines.filter(({ mayChoose }) => mayChoose).map(({ row }) => row);
	return { take: free.filter((row) => ticked.includes(row)), leaveOut: free.filter((row) => !ticked.includes(row)) };
}
