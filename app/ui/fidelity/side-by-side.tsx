import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { ShareLink } from './share-link.tsx';
import type { TwoLogsView } from './two-logs.ts';

/**
 * Two delivery logs of one session: how far they agree, and the activities in which they differ. Nothing is averaged.
 * `href` is where both stand activity by activity.
 */
export function SideBySide({ logs, href }: { readonly logs: TwoLogsView; readonly href: string | null }) {
	const { first, second, alike, kappa, direction, open, isCorrected, rows } = logs;
	return (
		<section aria-label={`Logs by ${first} and ${second}`}>
			<h3 className="govuk-heading-s">
				{first} and {second}
			</h3>
			<p className="govuk-body">
				Rated alike:{' '}
				<ShareLink href={href} of="rated alike">
					{alike}
				</ShareLink>
				. The figures of the cohort come from {first}’s log, which was saved first.
			</p>
			<p className="govuk-body">
				<ShareLink href={/\d\.\d/.test(kappa) ? href : null} of="over these two logs">
					{kappa}
				</ShareLink>{' '}
				{[direction, open].filter(Boolean).join(' ')}
			</p>
			{isCorrected && (
				<p className="govuk-body">
					One or both were corrected once both could be read. What is said here of agreement is of the logs as each was
					written alone; where they differ is of the logs as they stand.
				</p>
			)}
			{rows.length === 0 ? (
				<p className="govuk-body">They differ in no rating, and in no minutes that both gave.</p>
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption="Where they differ: talk about these in the debrief"
					captionSize="s"
					head={['Activity', first, second, 'Differs in']}
					rows={rows.map((row) => [
						...[row.title, row.first, row.second],
						<Tag key="differs" colour={row.isRating ? 'orange' : 'yellow'}>
							{row.differsIn}
						</Tag>,
					])}
				/>
			)}
		</section>
	);
}
