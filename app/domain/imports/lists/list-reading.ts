/** A row that is not brought in, with the column that stands in its way; a row may have several. */
export type RowRefusal<Field extends string = string> = {
	readonly row: number;
	readonly field: Field;
	/** The heading of the column, as the file has it. */
	readonly column: string;
	/** A word of ours for the fact; `list-sentences.ts` says it. */
	readonly reason: string;
	readonly raw: string;
};

/** A row that is no entry at all: it is passed over, and counted. */
export type SkippedRow = { readonly row: number; readonly reason: 'blank' | 'heading-again' };

export type ColumnRead<Field extends string> = {
	readonly column: number;
	readonly heading: string;
	readonly field: Field;
};

/** One row of a list: the texts of its known columns, plain; `day` gives the day of a cell that holds a true date. */
export type ListRow<Field extends string> = {
	readonly row: number;
	text(field: Field): string;
	/** As it stands in the file, outer spaces apart. */
	raw(field: Field): string;
	refusal(field: Field, reason: string): RowRefusal<Field>;
};

export type ListTable<Field extends string> = {
	readonly headerRow: number;
	readonly columns: readonly ColumnRead<Field>[];
	/** Headings of columns that are not read. */
	readonly otherColumns: readonly string[];
	readonly rows: readonly ListRow<Field>[];
	readonly skipped: readonly SkippedRow[];
};

export type ListRefusal = 'not-this-list' | 'choose-a-sheet' | 'list-too-long';
