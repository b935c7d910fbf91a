import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PrintButton } from '#app/ui/blocks/print-button.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { BandTag } from '#app/ui/fidelity/band-tag.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import { Apart } from './apart.tsx';
import { DriftChart } from './drift-chart.tsx';
import { Explained } from './explained.tsx';
import type { FidelityView } from './fidelity-view.ts';
import { SessionTable } from './session-table.tsx';

/** How far one cohort is delivered as intended: five dimensions, each session, drift, and how it all comes about. */
export function FidelityPage({ view }: { readonly view: FidelityView }) {
	const { name, caption, cohortHref, receivedHref, bands, keptBack, dimensions, apart, planHref, sessions, drift } =
		view;
	return (
		<>
			<BackLink href={cohortHref}>{name}</BackLink>
			<PageHeader caption={`${name} · ${caption}`} title="Fidelity">
				<p className="govuk-body">{bands} A percentage never stands without its count.</p>
			</PageHeader>
			<PrintButton />
			{receivedHref && (
				<p className="govuk-body no-print">
					<a className="govuk-link" href={receivedHref}>
						What each person received
					</a>
				</p>
			)}
			{keptBack.length > 0 && <KeptBack sessions={keptBack} />}
			{dimensions.map((dimension) => (
				<Dimension key={dimension.name} dimension={dimension} />
			))}
			<Apart apart={apart} planHref={planHref} />
			<Explained explained={view.explained} />
			<DriftChart drift={drift} />
			<SessionTable sessions={sessions} />
			<p className="govuk-body">
				What these figures do not prove: they are what facilitators say of their own work. Published comparisons found
				that self-report errs upwards, so an observation stands beside it and is never averaged with it.
			</p>
		</>
	);
}

/** A log of a colleague’s that the reader sees once they have written their own. */
function KeptBack({ sessions }: { readonly sessions: FidelityView['keptBack'] }) {
	return (
		<InsetText>
			A colleague logged a session that you have not logged yet. It is in none of these figures until you save your own,
			so that both are written alone:{' '}
			{sessions.map(({ planNumber, href }, index) => (
				<span key={planNumber}>
					{index > 0 && ', '}
					<a className="govuk-link" href={href}>
						session {planNumber}
					</a>
				</span>
			))}
			.
		</InsetText>
	);
}

function Dimension({
	dimension: { name, source, measures },
}: {
	readonly dimension: FidelityView['dimensions'][number];
}) {
	return (
		<section aria-label={name} id={name.toLowerCase()}>
			<h2 className="govuk-heading-m">{name}</h2>
			<p className="govuk-body">{source}</p>
			{measures.length > 0 && (
				<Table
					stacked
					firstCellIsHeader
					head={['Measure', 'Figure', 'Band', 'Missing']}
					rows={measures.map((measure) => [
						measure.name,
						<ShareLink key="figure" href={measure.href} of={measure.name}>
							{measure.figure}
						</ShareLink>,
						measure.band ? <BandTag key="band" band={measure.band} /> : 'No band',
						<ShareLink
							key="missing"
							href={/\d/.test(measure.missing) ? measure.href : null}
							of={`missing, ${measure.name}`}
						>
							{measure.missing}
						</ShareLink>,
					])}
				/>
			)}
		</section>
	);
}
