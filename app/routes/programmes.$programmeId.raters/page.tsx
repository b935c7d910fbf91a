import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PrintButton } from '#app/ui/blocks/print-button.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import { formatCount } from '#app/ui/format.ts';
import { keyed } from '#app/ui/keyed.ts';
import type { Part, RatersView } from './view.ts';

/** How far two raters of the same session agree, over a programme: what training of raters starts from. */
export function RatersPage({ view }: { readonly view: RatersView }) {
	const { label, programmeHref, howMany, figures, sessions } = view;
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
						{keyed(figures).map(({ key, item }) => (
							<li key={key}>
								<Sentence parts={item} />
							</li>
						))}
					</ul>
					<Items view={view} />
					<Sessions sessions={sessions} />
				</>
			)}
		</>
	);
}

const TO_SESSIONS = '#rated-sessions';
const ITEM_FIGURES = ['Scored differently', 'More than one apart', 'Points apart on average'];

function Sentence({ parts }: { readonly parts: readonly Part[] }) {
	return keyed(parts).map(({ key, item }) =>
		typeof item === 'string' ? (
			<span key={key}>{item}</span>
		) : (
			<a key={key} className="govuk-link" href={TO_SESSIONS}>
				{item.figure}
			</a>
		),
	);
}

function Items({ view: { items, alwaysAlike } }: { readonly view: RatersView }) {
	return (
		<section>
			<h2 className="govuk-heading-m">Items that were scored differently</h2>
			{items.length > 0 && (
				<Table
					stacked
					firstCellIsHeader
					caption="Those that were scored differently most often come first"
					captionSize="s"
					head={['Item', 'Dimension', ...ITEM_FIGURES]}
					rows={items.map(([item = '', dimension = '', ...figures]) => [
						...[item, dimension],
						...figures.map((figure, at) => (
							<ShareLink key={ITEM_FIGURES[at]} href={TO_SESSIONS} of={`${ITEM_FIGURES[at]}, ${item}`}>
								{figure}
							</ShareLink>
						)),
					])}
				/>
			)}
			<p className="govuk-body">
				{items.length === 0
					? 'Both said the same of every item that both scored.'
					: `Scored alike every time: ${formatCount('item', alwaysAlike)}.`}
			</p>
		</section>
	);
}

function Sessions({ sessions }: Pick<RatersView, 'sessions'>) {
	return (
		<Table
			id="rated-sessions"
			stacked
			firstCellIsHeader
			caption="Sessions with two raters"
			captionSize="m"
			head={['Session', 'Scored alike', 'At most one apart']}
			rows={sessions.map(({ href, session, alike, nearlyAlike }) => [
				<a key="session" className="govuk-link" href={href}>
					{session}
				</a>,
				<ShareLink key="alike" href={href} of={`scored alike, ${session}`}>
					{alike}
				</ShareLink>,
				<ShareLink key="nearly" href={href} of={`at most one apart, ${session}`}>
					{nearlyAlike}
				</ShareLink>,
			])}
		/>
	);
}
