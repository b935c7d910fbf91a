import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PrintButton } from '#app/ui/blocks/print-button.tsx';
import { FunnelPlot } from '#app/ui/charts/funnel-plot.tsx';
import { linkedNumbers } from '#app/ui/charts/linked-numbers.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { BandTag } from '#app/ui/fidelity/band-tag.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import type { CohortLine, ProgrammeFidelityView } from './view.ts';

/** Cohort against cohort: what each delivered, with its counts, and what chance alone would explain. */
export function ProgrammeFidelityPage({ view }: { readonly view: ProgrammeFidelityView }) {
	const { caption, programmeHref, cohorts } = view;
	return (
		<>
			<BackLink href={programmeHref}>The programme</BackLink>
			<PageHeader caption={caption} title="Fidelity of its cohorts" />
			{cohorts.length === 0 ? (
				<EmptyState title="No cohort to compare">
					Cohorts on this version of the programme whose delivery logs you may read are listed here.
				</EmptyState>
			) : (
				<Comparison view={view} />
			)}
		</>
	);
}

function Comparison({ view: { cohorts, sentence, target, points } }: { readonly view: ProgrammeFidelityView }) {
	return (
		<>
			<PrintButton />
			{target === null ? (
				<p className="govuk-body">{sentence}</p>
			) : (
				<FunnelPlot
					id="cohorts"
					title="Share of activities delivered as intended, by cohort, %"
					description="Each cohort by how many activities have a rating, with limits around the share over all cohorts."
					note={sentence}
					points={points}
					target={target}
					along="activities with a rating"
					numbers={linkedNumbers(
						{
							head: ['Cohort', 'As intended', 'Against the rest'],
							rows: cohorts.map(({ name, asIntended, chance }) => [name, asIntended, chance]),
						},
						(row) => cohorts[row]!.adherenceHref,
					)}
				/>
			)}
			<h2 className="govuk-heading-m">Each cohort</h2>
			<Table
				stacked
				firstCellIsHeader
				head={['Cohort', 'Area', 'Sessions logged', 'Core', 'All', 'As intended', 'Band', 'Against the rest']}
				rows={cohorts.map(rowOf)}
			/>
			<p className="govuk-body">
				In the order of their names, which is no ranking. What these figures do not prove: they are what facilitators
				say of their own work, of groups that differ; they say nothing of who delivers best.
			</p>
		</>
	);
}

/** Each figure leads to the cohort’s own page, where its dimensions and its sessions stand. */
function rowOf({ name, href, adherenceHref, sessionsHref, area, logged, band, chance, ...shares }: CohortLine) {
	const { core, delivered, asIntended } = shares;
	const figure = (to: string, words: string, of: string) => (
		<ShareLink key={of} href={to} of={`${of}, ${name}`}>
			{words}
		</ShareLink>
	);
	return [
		<a key="cohort" className="govuk-link" href={href}>
			{name}
		</a>,
		area,
		figure(sessionsHref, logged, 'sessions logged'),
		figure(adherenceHref, core, 'core'),
		figure(adherenceHref, delivered, 'all'),
		figure(adherenceHref, asIntended, 'as intended'),
		band ? <BandTag key="band" band={band} /> : 'No band',
		chance,
	];
}
