import { Table } from '#app/ui/components/table.tsx';
import type { ApartView } from './apart-view.ts';

type ApartProps = { readonly apart: ApartView; readonly planHref: string | null };

/** Two instruments of the same sessions beside each other: what facilitators say, and what observers saw. */
export function Apart({ apart: { sentence, rows }, planHref }: ApartProps) {
	return (
		<section aria-labelledby="apart-heading">
			<h2 className="govuk-heading-m" id="apart-heading">
				Self-report and observation
			</h2>
			<p className="govuk-body measure">{sentence}</p>
			{rows.length > 0 && (
				<Table
					stacked
					firstCellIsHeader
					head={['Dimension', 'Self-report', 'Missing in it', 'Observed', 'Scored', 'Not scored', 'Difference']}
					rows={rows}
				/>
			)}
			{planHref && (
				<p className="govuk-body no-print">
					<a className="govuk-link" href={planHref}>
						Observation plan
					</a>
				</p>
			)}
		</section>
	);
}
