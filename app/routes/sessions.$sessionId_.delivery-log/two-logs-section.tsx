import { Table } from '#app/ui/components/table.tsx';
import type { TwoLogsView } from './two-logs.ts';

/** Two logs of one session side by side, where they differ: the debrief’s agenda. Nothing is averaged. */
export function TwoLogs({ logs }: { readonly logs: TwoLogsView }) {
	const { first, second, alike, kappa, direction, open, rows } = logs;
	return (
		<section aria-label={`Logs by ${first} and ${second}`}>
			<h2 className="govuk-heading-m">
				Side by side: {first} and {second}
			</h2>
			<p className="govuk-body">
				{alike}. The figures of the cohort come from {first}’s log, which was saved first.
			</p>
			<p className="govuk-body">{[kappa, direction, open].filter(Boolean).join(' ')}</p>
			{rows.length === 0 ? (
				<p className="govuk-body">The two say the same of every activity.</p>
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption="Where they differ: talk about these in the debrief"
					captionSize="s"
					head={['Activity', first, second]}
					rows={rows.map((row) => [row.title, row.first, row.second])}
				/>
			)}
		</section>
	);
}
