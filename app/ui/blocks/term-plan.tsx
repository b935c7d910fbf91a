import { Table } from '#app/ui/components/table.tsx';
import { EmptyState } from './empty-state.tsx';
import { PrintButton } from './print-button.tsx';

type TermPlanProps = {
	/** What the table is of, for a screen reader. */
	readonly caption: string;
	readonly columns: readonly string[];
	/** One row for each session, as many cells as columns. */
	readonly rows: readonly (readonly string[])[];
	/** What is said where there is no session. */
	readonly nothing: string;
	readonly printedAt: string;
};

/** The sessions of a term as a list to pin up: a table that prints, with when it was printed below. */
export function TermPlan({ caption, columns, rows, nothing, printedAt }: TermPlanProps) {
	if (rows.length === 0) return <EmptyState title={nothing} />;
	return (
		<>
			<PrintButton />
			<Table
				stacked
				firstCellIsHeader
				caption={caption}
				captionClassName="govuk-visually-hidden"
				head={columns}
				rows={rows}
			/>
			<p className="govuk-body print-only">Printed on {printedAt}. Dates can change: ask for a new one.</p>
		</>
	);
}
