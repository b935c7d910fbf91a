import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { BandTag } from '#app/ui/fidelity/band-tag.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import type { CohortLine } from './overview-view.ts';

type CellView = CohortLine['all'] | CohortLine['held'];

/** Cohort beside cohort, in the order in which they start; each figure leads to the page that it is worked out on. */
export function CohortsBeside({ cohorts }: { readonly cohorts: readonly CohortLine[] }) {
	if (cohorts.length === 0) {
		return (
			<EmptyState title="No cohort yet">
				Cohorts of this programme that you may read are beside one another here.
			</EmptyState>
		);
	}
	return (
		<section aria-labelledby="beside">
			<h2 className="govuk-heading-s" id="beside">
				Cohort beside cohort
			</h2>
			<Table
				stacked
				firstCellIsHeader
				head={['Cohort', 'Sessions held', 'Core activities', 'All activities', 'As intended', 'Stayed', 'Completed']}
				rows={cohorts.map(rowOf)}
			/>
			<p className="govuk-body overview__note">
				In the order in which they start, which is no ranking. Activities are those delivered, of those that the
				facilitators’ own logs rate. “Stayed” is of those who started, who has not left so far; “completed” is of
				everybody with a place, once the term is over. “Few” is fewer than ten: chance moves it much. None of it shows
				what causes a difference, nor whose work is better.
			</p>
		</section>
	);
}

function rowOf({ name, href, about, band, held, core, all, asIntended, stayed, completed }: CohortLine) {
	return [
		<span key="name">
			<a className="govuk-link" href={href}>
				{name}
			</a>
			<span className="figure-note">{about}</span>
		</span>,
		<Figure key="held" cell={held} of={`sessions held, ${name}`} />,
		<Figure key="core" cell={core} of={`core activities, ${name}`} />,
		<span key="all">
			<Figure cell={all} of={`all activities, ${name}`} /> {band && <BandTag band={band} />}
		</span>,
		<Figure key="intended" cell={asIntended} of={`as intended, ${name}`} />,
		<Figure key="stayed" cell={stayed} of={`stayed, ${name}`} />,
		<Figure key="completed" cell={completed} of={`completed, ${name}`} />,
	];
}

function Figure({ cell: { words, note, href }, of }: { readonly cell: CellView; readonly of: string }) {
	return (
		<span>
			<ShareLink href={href} of={of}>
				{words}
			</ShareLink>
			{note && <span className="quiet"> {note}</span>}
		</span>
	);
}
