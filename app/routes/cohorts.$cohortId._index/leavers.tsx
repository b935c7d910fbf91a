import { Table } from '#app/ui/components/table.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import type { LeaverView } from './cohort-view.ts';

/** Who has left, when and why; the words of a note only where the reader may have them. */
export function Leavers({ leavers }: { readonly leavers: readonly LeaverView[] }) {
	return (
		<section aria-labelledby="leavers-heading">
			<h2 className="govuk-heading-m" id="leavers-heading">
				Who has left
			</h2>
			{leavers.length === 0 ? (
				<p className="govuk-body">Nobody has left.</p>
			) : (
				<Table
					stacked
					firstCellIsHeader
					head={['Person', 'When', 'Why', 'Attended']}
					rows={leavers.map((leaver) => [
						<span key="name">
							<a className="govuk-link" href={leaver.href}>
								{leaver.name}
							</a>{' '}
							{leaver.name !== leaver.reference && <span className="figure-note">{leaver.reference}</span>}
						</span>,
						<span key="when">
							{leaver.after}
							<span className="figure-note">
								{leaver.how}, {leaver.when}
							</span>
						</span>,
						<span key="why">
							{leaver.reason}
							{leaver.note && <span className="figure-note">{leaver.note}</span>}
						</span>,
						<ShareLink key="attended" href={leaver.marksHref} of={`attended by ${leaver.name}`}>
							{leaver.attendance}
						</ShareLink>,
					])}
				/>
			)}
		</section>
	);
}
