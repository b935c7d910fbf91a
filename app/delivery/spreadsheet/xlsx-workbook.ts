import { posix } from 'node:path';
import { parseCellName } from '#app/domain/imports/sheet/cell-names.ts';
import type { DaySystem } from '#app/domain/imports/sheet/serial-days.ts';
import type { CellComment, CellRange, Sheet, Workbook } from '#app/domain/imports/sheet/workbook.ts';
import { LIMITS } from './limits.ts';
import { Unreadable } from './unreadable.ts';
import { openParts, type Parts } from './unzip-parts.ts';
import { type CellContext, readCells, richText } from './xlsx-cells.ts';
import { dateStylesOf } from './xlsx-date-styles.ts';
import { attribute, child, children, parseXml, textOf, type XmlNode } from './xml.ts';

type Relation = { readonly id: string; readonly kind: string; readonly target: string };

/** Reads a workbook of the Office Open XML kind (ECMA-376 part 1): cells, joined cells and comments of every worksheet. */
export async function readXlsx(bytes: Uint8Array): Promise<Workbook> {
	const parts = await openParts(bytes);
	const main = (await relationsOf(parts, '')).find((relation) => relation.kind === 'officeDocument')?.target;
	await refuseOtherKinds(parts, main);
	const workbook = child(await required(parts, main!), 'workbook');
	const relations = await relationsOf(parts, main!);
	const system: DaySystem = ['1', 'true'].includes(attribute(child(workbook, 'workbookPr'), 'date1904') ?? '')
		? 1904
		: 1900;
	const context: CellContext = {
		system,
		strings: await sharedStrings(parts, relations),
		dateStyles: dateStylesOf(await optional(parts, relations, 'styles')),
		counted: { cells: 0 },
	};
	const sheets: Sheet[] = [];
	for (const sheet of children(child(workbook, 'sheets'), 'sheet')) {
		const relation = relations.find((each) => each.id === attribute(sheet, 'id'));
		if (relation?.kind !== 'worksheet') continue;
		if (sheets.length >= LIMITS.sheets) throw new Unreadable('too-many-sheets');
		sheets.push(await readSheet(parts, relation.target, attribute(sheet, 'name') ?? '', context));
	}
	if (sheets.length === 0) throw new Unreadable('file-damaged', { part: main });
	return { kind: 'xlsx', daySystem: system, sheets };
}

async function refuseOtherKinds(parts: Parts, main: string | undefined): Promise<void> {
	if (main?.startsWith('word/') || parts.has('word/document.xml')) throw new Unreadable('word-document');
	if (main?.startsWith('ppt/') || parts.has('ppt/presentation.xml')) throw new Unreadable('presentation');
	if (main?.endsWith('.bin') || parts.has('xl/workbook.bin')) throw new Unreadable('binary-workbook');
	const type = parts.has('mimetype') ? ((await parts.read('mimetype'))?.toString('latin1') ?? '') : '';
	if (type.includes('opendocument')) {
		throw new Unreadable(type.includes('spreadsheet') ? 'open-document-file' : 'not-a-spreadsheet');
	}
	if (!main || !parts.has(main)) throw new Unreadable('not-a-spreadsheet');
}

async function readSheet(parts: Parts, path: string, name: string, context: CellContext): Promise<Sheet> {
	const sheet = child(await required(parts, path, context), 'worksheet');
	if (!sheet) throw new Unreadable('file-damaged', { part: path });
	const merges = children(child(sheet, 'mergeCells'), 'mergeCell');
	if (merges.length > LIMITS.mergesPerSheet) throw new Unreadable('too-many-cells', { sheet: name });
	const notes = (await relationsOf(parts, path)).find((relation) => relation.kind === 'comments')?.target;
	return {
		name,
		cells: readCells(child(sheet, 'sheetData'), context, path),
		merged: merges.map((merge) => rangeOf(attribute(merge, 'ref'), path)),
		comments: notes ? commentsOf(await required(parts, notes), notes) : [],
	};
}

function rangeOf(ref: string | null, part: string): CellRange {
	const [from, to] = (ref ?? '').split(':');
	if (!from || !parseCellName(from) || (to !== undefined && !parseCellName(to))) {
		throw new Unreadable('file-damaged', { part, ref });
	}
	return { from, to: to ?? from };
}

function commentsOf(root: XmlNode, part: string): readonly CellComment[] {
	const comments = child(root, 'comments');
	const authors = children(child(comments, 'authors'), 'author').map((author) => (textOf(author) ?? '').trim());
	const list = children(child(comments, 'commentList'), 'comment');
	if (list.length > LIMITS.commentsPerSheet) throw new Unreadable('too-many-cells', { part });
	return list.flatMap((comment) => {
		const cell = attribute(comment, 'ref');
		if (!cell || !parseCellName(cell)) return [];
		// A threaded comment is kept here too, under a paragraph for programs that do not know threads.
		const text = richText(comment.text).replace(/^\[Threaded comment\].*?\nComment:\s*/s, '');
		const author = authors[Number(attribute(comment, 'authorId') ?? -1)] ?? '';
		const written = /^([\p{L}][\p{L} .'-]{0,30}):/u.exec(text)?.[1];
		const known = author !== '' && !author.startsWith('tc=') ? author : null;
		return [{ cell, author: known ?? written ?? null, text }];
	});
}

async function sharedStrings(parts: Parts, relations: readonly Relation[]): Promise<readonly string[]> {
	const root = await optional(parts, relations, 'sharedStrings');
	return children(child(root, 'sst'), 'si').map((item) => richText(item));
}

async function relationsOf(parts: Parts, path: string): Promise<readonly Relation[]> {
	const file = posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`);
	const name = path === '' ? '_rels/.rels' : file;
	const root = parts.has(name) ? await required(parts, name) : null;
	return children(child(root, 'Relationships'), 'Relationship').flatMap((relation) => {
		const target = attribute(relation, 'Target');
		if (!target || attribute(relation, 'TargetMode') === 'External') return [];
		const whole = target.startsWith('/') ? posix.normalize(target) : posix.join('/', posix.dirname(path), target);
		const kind = (attribute(relation, 'Type') ?? '').split('/').at(-1)!;
		return [{ id: attribute(relation, 'Id') ?? '', kind, target: whole.replace(/^\/+/, '') }];
	});
}

async function optional(parts: Parts, relations: readonly Relation[], kind: string): Promise<XmlNode | null> {
	const target = relations.find((relation) => relation.kind === kind)?.target;
	return target ? required(parts, target) : null;
}

/** A worksheet is parsed only after its cells have been counted. */
async function required(parts: Parts, path: string, context?: CellContext): Promise<XmlNode> {
	const bytes = await parts.read(path);
	if (!bytes) throw new Unreadable('file-damaged', { part: path });
	if (context) {
		context.counted.cells += bytes.toString('latin1').match(/<(?:\w+:)?c[\s/>]/g)?.length ?? 0;
		if (context.counted.cells > LIMITS.cells) throw new Unreadable('too-many-cells');
	}
	return parseXml(bytes, path);
}
