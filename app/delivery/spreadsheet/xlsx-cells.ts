import { cellName, parseCellName } from '#app/domain/imports/sheet/cell-names.ts';
import { type DaySystem, dayOfSerial } from '#app/domain/imports/sheet/serial-days.ts';
import type { Cell } from '#app/domain/imports/sheet/workbook.ts';
import { parseCalendarDay } from '#app/domain/shared/calendar-day.ts';
import { LIMITS } from './limits.ts';
import { Unreadable } from './unreadable.ts';
import { attribute, children, textOf, type XmlNode } from './xml.ts';

/** What the cells of a sheet refer to. */
export type CellContext = {
	readonly system: DaySystem;
	readonly strings: readonly string[];
	readonly dateStyles: ReadonlySet<number>;
	readonly counted: { cells: number };
};
type Content = Pick<Cell, 'kind' | 'text' | 'value' | 'day'>;

const BLANK: Content = { kind: 'blank', text: '', value: null };

/** The cells of a sheet that hold something. A cell named twice, or a string that is not there, is a damaged file. */
export function readCells(sheetData: XmlNode | null, context: CellContext, part: string): readonly Cell[] {
	const cells = new Map<string, Cell>();
	let row = 0;
	for (const line of children(sheetData, 'row')) {
		row = Number(attribute(line, 'r') ?? row + 1);
		let column = 0;
		for (const node of children(line, 'c')) {
			const named = attribute(node, 'r');
			const place = named === null ? { row, column: column + 1 } : parseCellName(named);
			if (!place || place.row !== row || !parseCellName(cellName(row, place.column))) throw damaged(part, named);
			column = place.column;
			const cell = readCell(node, row, column, context, part);
			if (cell.kind === 'blank' && !cell.isFormula) continue;
			if (cells.has(cell.ref)) throw damaged(part, cell.ref);
			cells.set(cell.ref, cell);
		}
	}
	return [...cells.values()].sort((one, other) => one.row - other.row || one.column - other.column);
}

/** The text of a string that may come in pieces of different looks; how it is to be pronounced is left out. */
export function richText(node: unknown): string {
	const plain = children(node, 't').map((text) => textOf(text) ?? '');
	const runs = children(node, 'r').flatMap((run) => children(run, 't').map((text) => textOf(text) ?? ''));
	return plainCharacters([...plain, ...runs].join(''))
		.replace(/\r\n?/g, '\n')
		.slice(0, LIMITS.cellCharacters);
}

function readCell(node: XmlNode, row: number, column: number, context: CellContext, part: string): Cell {
	const ref = cellName(row, column);
	const formula = textOf(node, 'f');
	const content = contentOf(node, context, part, ref);
	return {
		ref,
		row,
		column,
		...content,
		isFormula: formula !== null,
		...(formula ? { formula: formula.slice(0, LIMITS.cellCharacters) } : {}),
	};
}

function contentOf(node: XmlNode, context: CellContext, part: string, ref: string): Content {
	const type = attribute(node, 't') ?? 'n';
	const saved = textOf(node, 'v');
	if (type === 'inlineStr') return text(richText(node.is));
	if (saved === null || (saved === '' && type !== 'str')) return BLANK;
	if (type === 'str') return text(plainCharacters(saved));
	if (type === 'e') return { kind: 'error', text: saved, value: null };
	if (type === 'b') return { kind: 'boolean', text: saved === '1' ? 'TRUE' : 'FALSE', value: saved === '1' };
	if (type === 'd') return dayOrText(saved);
	if (type === 's') {
		const string = /^\s*\d+\s*$/.test(saved) ? context.strings[Number(saved)] : undefined;
		if (string === undefined) throw damaged(part, ref);
		return text(string);
	}
	const number = Number(saved);
	if (type !== 'n' || saved.trim() === '' || !Number.isFinite(number)) throw damaged(part, ref);
	const isDate = context.dateStyles.has(Number(attribute(node, 's') ?? 0));
	const day = isDate ? dayOfSerial(number, context.system) : null;
	return day ? { kind: 'date', text: day, value: number, day } : { kind: 'number', text: saved.trim(), value: number };
}

function dayOrText(saved: string): Content {
	const day = parseCalendarDay(saved.slice(0, 10));
	return day ? { kind: 'date', text: day, value: saved, day } : text(saved);
}

function text(value: string): Content {
	return value === '' ? BLANK : { kind: 'text', text: value, value };
}

/** Characters that XML cannot hold are written as `_x000D_`. */
function plainCharacters(saved: string): string {
	return saved.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function damaged(part: string, ref: string | null): Unreadable {
	return new Unreadable('file-damaged', { part, ref });
}
