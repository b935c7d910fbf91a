import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import type { TextSize } from '#app/ui/forms/label.tsx';
import { keyed } from '#app/ui/keyed.ts';
import { type Cell, TableCell, TableHeading } from './table-cell.tsx';

type TableProps = Omit<ComponentPropsWithoutRef<'table'>, 'children'> & {
	readonly caption?: ReactNode;
	readonly captionSize?: TextSize | undefined;
	readonly captionClassName?: string | undefined;
	readonly head?: readonly Cell[] | undefined;
	readonly rows: readonly (readonly Cell[])[];
	readonly firstCellIsHeader?: boolean | undefined;
	/** On a phone every row becomes a block that names its columns; the roles keep it a table for screen readers. */
	readonly stacked?: boolean | undefined;
};

export function Table({
	caption,
	captionSize,
	captionClassName,
	head,
	rows,
	firstCellIsHeader,
	stacked = false,
	className,
	...rest
}: TableProps) {
	const size = captionSize && `govuk-table__caption--${captionSize}`;
	const role = (name: string) => (stacked ? name : undefined);
	return (
		<table className={classNames('govuk-table', stacked && 'table--stacked', className)} role={role('table')} {...rest}>
			{caption && <caption className={classNames('govuk-table__caption', size, captionClassName)}>{caption}</caption>}
			{head && (
				<thead className="govuk-table__head" role={role('rowgroup')}>
					<tr className="govuk-table__row" role={role('row')}>
						{keyed(head).map(({ key, item }) => (
							<TableHeading key={key} cell={item} stacked={stacked} />
						))}
					</tr>
				</thead>
			)}
			<tbody className="govuk-table__body" role={role('rowgroup')}>
				{keyed(rows).map(({ key, item: row }) => (
					<tr key={key} className="govuk-table__row" role={role('row')}>
						{keyed(row).map(({ key: column, place, item }) => (
							<TableCell
								key={column}
								cell={item}
								isRowHeader={firstCellIsHeader === true && place === 1}
								column={stacked ? head?.[place - 1] : undefined}
								stacked={stacked}
							/>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}
