import { basename } from 'node:path';
import type { AppContext } from '#app/context.ts';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { listChoices } from '#app/domain/imports/lists/list-choices.ts';
import { listRefusalSentence } from '#app/domain/imports/lists/list-sentences.ts';
import type { AreaId, ImportId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, type Refused, refused } from '#app/domain/shared/outcome.ts';
import { findAreaNamed } from '#app/use-cases/imports/lists/find-area-named.ts';
import { importList } from '#app/use-cases/imports/lists/import-list.ts';
import { type PreparedList, prepareList } from '#app/use-cases/imports/lists/prepare-list.ts';
import { uploadList } from '#app/use-cases/imports/lists/upload-list.ts';
import { workbookFrom } from './import-list.ts';
import { readBytes } from './read-file.ts';

type Kind = 'facilitators' | 'cohorts';
type ToImport = {
	readonly kind: Kind;
	readonly path: string;
	readonly sheet: string | undefined;
	/** In which the rooms of a plan of cohorts are looked for. */
	readonly area: string | undefined;
};
export type ListImported = { readonly importId: ImportId; readonly prepared: PreparedList };

/**
 * Brings in a list as the operator, by the same steps as the page: every row that can come in does. A refusal's details hold
 * its `message`.
 */
export async function importListNow(
	context: AppContext,
	{ kind, path, sheet, area }: ToImport,
): Promise<Outcome<ListImported>> {
	const workbook = await workbookFrom(path, sheet);
	if (!workbook.done) return workbook;
	const areaId = area === undefined ? done(null) : areaNamed(context, area);
	if (!areaId.done) return areaId;
	const file = { workbook: workbook.value };
	const choices = listChoices({ areaId: areaId.value });
	const prepared = prepareList(context, context.db, OPERATOR, { kind, file, choices });
	if (!prepared.done) return withMessage(kind, prepared);
	const upload = { kind, fileName: basename(path), bytes: readBytes(path), file, choices };
	const uploaded = uploadList(context, OPERATOR, upload);
	if (!uploaded.done) return withMessage(kind, uploaded);
	const { fingerprint } = prepared.value;
	const outcome = importList(context, OPERATOR, { importId: uploaded.value, file, fingerprint, ticked: null });
	return outcome.done ? done({ importId: uploaded.value, prepared: prepared.value }) : withMessage(kind, outcome);
}

function areaNamed(context: AppContext, name: string): Outcome<AreaId> {
	const found = findAreaNamed(context, OPERATOR, name);
	if (found.done) return found;
	const known = (found.details.known as string[]).map((area) => `“${area}”`).join(', ') || 'none';
	return refused(found.code, { name, message: `There is no area “${name}”. There are: ${known}.` });
}

function withMessage(kind: Kind, refusal: Refused): Refused {
	const { code, details } = refusal;
	return refused(code, { ...details, message: messageOf(kind, refusal) });
}

function messageOf(kind: Kind, { code, details }: Refused): string {
	if (code === 'nothing-comes-in') return 'No row of this file can come in. Look at it with --dry-run, or on the page.';
	if (code === 'import-changed') return 'Something changed while the file was read. Run the command again.';
	return `${listRefusalSentence(kind, { done: false, code: code as never, details })}.`;
}
