import { done, type Outcome } from '../../shared/outcome.ts';
import { isLikeFormula, saysNothing } from '../lists/cell-text.ts';
import { findTable, type ListShape } from '../lists/find-table.ts';
import type { ListRefusal, ListRow } from '../lists/list-reading.ts';
import { readUkDate } from '../lists/uk-dates.ts';
import type { Workbook } from '../sheet/workbook.ts';
import type { HolidayRefusal, WrittenHoliday, WrittenHolidays } from './written-holidays.ts';

const FIELDS = ['label', 'from', 'to'] as const;
type Field = (typeof FIELDS)[number];

const SHAPE: ListShape<Field> = {
	headings: {
		label: /^(?:name|holiday|term|label|title|event|what|description)$/i,
		from: /^(?:from|first day|starts?|start date|begins|date)$/i,
		to: /^(?:to|last day|ends?|end date|until)$/i,
	},
	needed: ['label', 'from'],
};

/** The lines of a CSV or Excel list: a name, a first and a last day, both included; without a last day it is one day. */
export function readHolidayRows(workbook: Workbook): Outcome<WrittenHolidays, ListRefusal> {
	const found = findTable(workbook, SHAPE);
	if (!found.done) return found;
	const { rows, skipped } = found.value;
	const read = rows.map((row) => ({ row, line: lineOf(row) }));
	return done({
		rows: rows.length,
		holidays: read.flatMap(({ line }) => ('label' in line ? [line] : [])),
		refused: read.flatMap(({ row, line }) =>
			'label' in line ? [] : [{ row: row.row, reason: line.reason, raw: row.raw(line.field) }],
		),
		skipped,
	});
}

type Fault = { readonly field: Field; readonly reason: HolidayRefusal };

function lineOf(row: ListRow<Field>): WrittenHoliday | Fault {
	const label = row.text('label').replaceAll('\n', ' ');
	if (label === '') return { field: 'label', reason: 'label-missing' };
	if (isLikeFormula(label)) return { field: 'label', reason: 'formula-in-name' };
	if (saysNothing(row.text('from'))) return { field: 'from', reason: 'date-missing' };
	const from = readUkDate(row.text('from'));
	if ('problem' in from) return { field: 'from', reason: from.problem };
	if (saysNothing(row.text('to'))) return { row: row.row, label, from: from.day, to: from.day };
	const to = readUkDate(row.text('to'));
	if ('problem' in to) return { field: 'to', reason: to.problem };
	if (to.day < from.day) return { field: 'to', reason: 'dates-in-wrong-order' };
	return { row: row.row, label, from: from.day, to: to.day };
}
