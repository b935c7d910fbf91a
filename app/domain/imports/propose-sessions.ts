import type { CalendarDay } from '../shared/calendar-day.ts';
import { isDateLike, WEEK_LABEL } from './find-headings.ts';
import type { RegisterLayout } from './read-layout.ts';
import { columnName } from './sheet/cell-names.ts';
import { trimmed } from './sheet/grid.ts';
import { type DateSource, type ResolvedDate, resolveDates } from './sheet/resolve-dates.ts';
import { type DaySystem, dayOfSerial } from './sheet/serial-days.ts';
import type { Cell } from './sheet/workbook.ts';
import { readWrittenDate, yearsIn } from './sheet/written-dates.ts';

/** A column of the register with its date, before its cells have been heard. */
export type DatedColumn = ResolvedDate & {
	readonly number: number;
	readonly column: number;
	readonly letters: string;
	readonly heading: string | null;
	/** The number in the heading: the one that “joined wk 3” speaks of. */
	readonly headingNumber: number;
	readonly dateText: string | null;
	/** The cell that holds the date, or would. */
	readonly dateCell: string;
};

/** What a person has said about the dates: of a column by its letters, or of the year in which the register begins. */
export type ConfirmedDates = {
	readonly sessionDates?: Readonly<Record<string, CalendarDay>> | undefined;
	readonly year?: number | undefined;
};

/** The sessions of the register from left to right, each with its day or a doubt about it. */
export function dateColumns(
	layout: RegisterLayout,
	confirmed: ConfirmedDates,
	system: DaySystem,
): readonly DatedColumn[] {
	const { grid, headings } = layout;
	const columns = headings.sessionColumns;
	const cells = columns.map((column) => dateCellOf(layout, column));
	const sources = columns.map((column, at) => dateSource(cells[at]!, confirmed, columnName(column), system));
	const titles = [...layout.titles.map((title) => title.text), grid.sheet.name].join(' ');
	const dates = resolveDates(sources, confirmed.year === undefined ? yearsIn(titles) : [confirmed.year]);
	return columns.map((column, at) => {
		const label = headings.labelRow === null ? '' : trimmed(grid.seenAt(headings.labelRow, column));
		const week = WEEK_LABEL.exec(label);
		const heading = headings.labelRow === headings.dateRow ? (week?.[0] ?? '') : label;
		return {
			...dates[at]!,
			number: at + 1,
			column,
			letters: columnName(column),
			heading: heading || null,
			headingNumber: week ? Number(week[1]) : at + 1,
			dateText: cells[at] && cells[at].kind !== 'date' ? cells[at].text : null,
			dateCell: cells[at]?.ref ?? `${columnName(column)}${headings.dateRow}`,
		};
	});
}

function dateCellOf({ grid, headings }: RegisterLayout, column: number): Cell | null {
	const cells = [headings.dateRow, headings.labelRow ?? headings.dateRow].flatMap((row) => grid.at(row, column) ?? []);
	return cells.find(isDateLike) ?? cells[0] ?? null;
}

function dateSource(cell: Cell | null, confirmed: ConfirmedDates, letters: string, system: DaySystem): DateSource {
	const serial = cell && /^\d{5}$/.test(trimmed(cell)) ? dayOfSerial(Number(trimmed(cell)), system) : null;
	return {
		day: cell?.day ?? serial,
		written: cell && cell.kind === 'text' && !serial ? readWrittenDate(cell.text) : { problem: 'no-date' },
		confirmed: confirmed.sessionDates?.[letters] ?? null,
	};
}
