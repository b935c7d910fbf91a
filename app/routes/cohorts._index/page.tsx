import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { FilterChips } from '#app/ui/blocks/filter-chips.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PageNumbers } from '#app/ui/blocks/page-numbers.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { ButtonLink } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag, type TagColour } from '#app/ui/components/tag.tsx';
import { formatCount } from '#app/ui/format.ts';
import type { CohortLine, CohortListView } from './list-view.ts';

type CohortsPageProps = { readonly view: CohortListView; readonly said: string | null };

/** The cohorts that the reader may see: where each stands, and what waits to be filled in. */
export function CohortsPage({ view, said }: CohortsPageProps) {
	const { cohorts, total, paging, states, areas, newCohort } = view;
	return (
		<>
			<Said sentence={said} />
			<PageHeader title="Cohorts" />
			{newCohort && (
				<div className="toolbar">
					<ButtonLink href={newCohort}>Lay out a cohort</ButtonLink>
				</div>
			)}
			{states.length > 1 && <FilterChips label="State" chips={states} />}
			{areas.length > 0 && <FilterChips label="Area" chips={areas} />}
			{cohorts.length === 0 ? (
				<EmptyState title="No cohorts here">{emptyAdvice(view)}</EmptyState>
			) : (
				<>
					<p className="govuk-body quiet">{formatCount('cohort', total)}</p>
					<Table
						stacked
						firstCellIsHeader
						head={['Cohort', 'Where and when', 'Progress', 'Still taking part', 'Open registers']}
						rows={cohorts.map(rowOf)}
					/>
				</>
			)}
			<PageNumbers {...paging} hrefOf={(page) => paths.cohortsWhere({ ...paging.filter, page })} />
		</>
	);
}

function emptyAdvice({ paging: { filter }, newCohort }: CohortListView): string {
	if (filter.state || filter.areaId) return 'No cohort fits these filters. Choose All to see every cohort.';
	if (newCohort) return 'Lay out a cohort to plan its sessions, or bring in a register that hangs on the wall.';
	return 'You are on no cohort’s team yet. Ask your coordinator to add you to one.';
}

const STATE_COLOURS: Readonly<Record<CohortLine['state']['code'], TagColour>> = {
	draft: 'yellow',
	running: 'green',
	recruiting: 'blue',
	finished: 'grey',
	cancelled: 'red',
};

function rowOf(cohort: CohortLine) {
	return [
		<span key="name">
			<a className="govuk-link govuk-!-font-weight-bold" href={cohort.href}>
				{cohort.name}
			</a>{' '}
			<Tag colour={STATE_COLOURS[cohort.state.code]}>{cohort.state.label}</Tag>
			<span className="figure-note">{cohort.programme}</span>
		</span>,
		<Twice key="where" first={cohort.where} second={cohort.when} />,
		<Twice key="progress" first={cohort.progress} second={cohort.progressNote} />,
		<Twice key="taking-part" first={cohort.startedCount} second={cohort.startedNote} />,
		cohort.openRegisters === 0 ? 'none' : <strong key="open">{cohort.openRegisters} to fill in</strong>,
	];
}

function Twice({ first, second }: { readonly first: string; readonly second: string | null }) {
	return (
		<span>
			{first}
			{second && <span className="figure-note">{second}</span>}
		</span>
	);
}
