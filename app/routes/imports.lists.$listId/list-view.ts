import type { AppContext } from '#app/context.ts';
import { readListFile } from '#app/delivery/lists/read-list-file.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { ListKind } from '#app/domain/imports/lists/import-kinds.ts';
import { choicesOfList } from '#app/domain/imports/lists/list-choices.ts';
import type { ListLine } from '#app/domain/imports/lists/list-line.ts';
import { type ListLook, rowsInWords } from '#app/domain/imports/lists/list-look.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { paths } from '#app/paths.ts';
import { prepareList } from '#app/use-cases/imports/lists/prepare-list.ts';
import { keptListReport } from '#app/use-cases/imports/lists/undo-list.ts';
import { findImportFile, findListImport, type ListImportRow } from '#db/queries/imports/imports.ts';

export type ListView = Awaited<ReturnType<typeof listView>>;

const EMPTY: ListLook = {
	rows: { read: 0, accepted: 0, refused: 0, skipped: 0 },
	refused: [],
	clashes: [],
	toLookAt: [],
};

/** The file of a list that is not brought in yet, as it is read anew. */
export async function openList(context: AppContext, actor: Actor, importId: ImportId) {
	const row = orNotFound(findListImport(context.db, actor, importId));
	const bytes = findImportFile(context.db, actor, importId);
	if (row.state !== 'uploaded' || bytes === null) return { row, file: null };
	const file = await readListFile(bytes, row.fileName);
	if (!file.done) throw new Error(`list ${importId} was readable when it was uploaded and is not now`);
	return { row, file: file.value };
}

/** What would come of a list, row by row, while it is not brought in; then what came of it. */
export async function listView(context: AppContext, actor: Actor, importId: ImportId) {
	const { row, file } = await openList(context, actor, importId);
	if (file === null) return { ...shown(row, keptListReport(row) ?? {}), fingerprint: null };
	const { kind } = row;
	const prepared = prepareList(context, context.db, actor, { kind, file, choices: choicesOfList(row) });
	if (!prepared.done) return { ...shown(row, {}), fingerprint: null };
	return { ...shown(row, prepared.value), fingerprint: prepared.value.fingerprint };
}

type Shown = {
	readonly look?: ListLook;
	readonly lines?: readonly ListLine[];
	readonly counts?: ListLook['rows'] & { readonly broughtIn: number };
};

function shown(row: ListImportRow, { look = EMPTY, lines = [], counts }: Shown) {
	const { kind, fileName, state, id } = row;
	const { refused, clashes, toLookAt } = look;
	return {
		...{ kind, fileName, state, refused, clashes, toLookAt, lines },
		rows: rowsInWords(counts ?? look.rows),
		broughtIn: counts?.broughtIn ?? lines.filter(({ comesIn }) => comesIn).length,
		back: backOf(kind, choicesOfList(row).areaId),
		undoHref: state === 'undone' ? null : paths.listImportUndo(id),
	};
}

function backOf(kind: ListKind, areaId: ReturnType<typeof choicesOfList>['areaId']): string {
	return kind === 'school-holidays' && areaId !== null ? paths.schoolHolidays(areaId) : paths.imports();
}
