import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PrintButton } from '#app/ui/blocks/print-button.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Table } from '#app/ui/components/table.tsx';
import type { RatersView } from './view.ts';

/** How far two raters of the same session agree, over a programme: what training of raters starts from. */
export function RatersPage({ view }: { readonly view: RatersView }) {
	const { label, programmeHref, howMany, figures, items, sessions } = view;
	return (
		<>
			<BackLink href={programmeHref}>{label}</BackLink>
			<PageHeader caption={label} title="How far raters agree">
				<p className="govuk-body measure">
					For training. It says which items are read differently, and nothing of any one rater: whoever scores higher is
					not wrong, and two scores are never averaged.
				</p>
			</PageHeader>
			<p className="govuk-body">{howMany}</p>
			{sessions.length === 0 ? (
				<EmptyState title="Nothing to compare yet">
					A second observer of a session is assigned on the page of its observers. Both score it alone.
				</EmptyState>
			) : (
				<>
					<PrintButton />
					<ul className="govuk-list govuk-list--bullet">
						{figures.map((figure) => (
							<li key={figure}>{figure}</li>
						))}
					</ul>
					<Items items={items} />
					<Sessions sessions={sessions} />
				</>
			)}
		</>
	);
}

function Items({ items }: Pick<RatersView, 'items'>) {
	return (
		<Table
			stacked
			firstCellIsHeader
			caption="Items, those that were scored differently most often first"
			captionSize="m"
			head={['Item', 'Dimension', 'Scored differently', 'More than one apart', 'Points apart on average']}
			rows={items}
		/>
	);
}

function Sessions({ sessions }: Pick<RatersView, 'sessions'>) {
	return (
		<Table
			stacked
			firstCellIsHeader
			caption="Sessions with two raters"
			captionSize="m"
			head={['Session', 'Scored alike', 'At most one apart']}
			rows={sessions.map(({ href, session, alike, nearlyAlike }) => [
				<a key="session" className="govuk-link" href={href}>
					{session}
				</a>,
				alike,
				nearlyAlike,
			])}
		/>
	);
}
