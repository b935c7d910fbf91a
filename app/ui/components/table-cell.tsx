import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';

type CellProps = Omit<ComponentPropsWithoutRef<'td'>, 'children' | 'content'> & {
	readonly content: ReactNode;
	readonly numeric?: boolean | undefined;
};

/** What stands in a cell, or that with its format and attributes. */
export type Cell = ReactNode | CellProps;

export function TableHeading({ cell, stacked }: { readonly cell: Cell; readonly stacked: boolean }) {
	const { content, numeric, className, ...rest } = cellProps(cell);
	const format = numeric && 'govuk-table__header--numeric';
	return (
		<th
			scope="col"
			className={classNames('govuk-table__header', format, className)}
			role={stacked ? 'columnheader' : undefined}
			{...rest}
		>
			{content}
		</th>
	);
}

type TableCellProps = {
	readonly cell: Cell;
	readonly isRowHeader: boolean;
	/** The heading of its column, repeated beside the content when rows are stacked. */
	readonly column: Cell | undefined;
	readonly stacked: boolean;
};

export function TableCell({ cell, isRowHeader, column, stacked }: TableCellProps) {
	const { content, numeric, className, ...rest } = cellProps(cell);
	const heading = cellProps(column).content;
	const inside = (
		<>
			{heading && (
				<span className="table__column" aria-hidden="true">
					{heading}
				</span>
			)}
			{content}
		</>
	);
	if (isRowHeader) {
		return (
			<th
				scope="row"
				className={classNames('govuk-table__header', className)}
				role={stacked ? 'rowheader' : undefined}
				{...rest}
			>
				{inside}
			</th>
		);
	}
	const format = numeric && 'govuk-table__cell--numeric';
	const empty = stacked && content === '' && 'table__cell--empty';
	return (
		<td
			className={classNames('govuk-table__cell', format, empty, className)}
			role={stacked ? 'cell' : undefined}
			{...rest}
		>
			{inside}
		</td>
	);
}

function cellProps(cell: Cell): CellProps {
	return isProps(cell) ? cell : { content: cell };
}

function isProps(cell: Cell): cell is CellProps {
	return typeof cell === 'object' && cell !== null && 'content' in cell;
}
