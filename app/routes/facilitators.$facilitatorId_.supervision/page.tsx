import { MadeOf } from '#app/ui/blocks/made-of.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PrintButton } from '#app/ui/blocks/print-button.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import { FigureLink } from '#app/ui/retention/figure-link.tsx';
import { Agreement, Observations } from './accounts.tsx';
import { Actions, Asked } from './agreed.tsx';
import type { SupervisionView } from './supervision-view.ts';

/** What a lead and a facilitator talk about in supervision: their work in counts, and what they asked for. */
export function SupervisionPage({ view }: { readonly view: SupervisionView }) {
	const { name, isOwn, facilitatorHref, printed } = view;
	return (
		<div className="one-sheet one-sheet--dense">
			<BackLink href={facilitatorHref}>{isOwn ? 'My availability' : name}</BackLink>
			<PageHeader caption={`${name} · ${printed}`} title="Supervision">
				<p className="govuk-body">
					To talk about the work and what helps it. There is no score, and nobody is compared with a colleague: where
					two accounts stand side by side, both are of the same session. Most numbers are small, and chance moves them.
					Leads see this page, and {isOwn ? 'you yourself' : `${name}`}; nobody else does.
				</p>
				{isOwn && (
					<p className="govuk-body">
						Sessions of cohorts that are closed to you by now, because the days for corrections are over, are in none of
						your figures here.
					</p>
				)}
			</PageHeader>
			<PrintButton />
			<Asked asked={view.asked} />
			<Actions actions={view.actions} />
			<Accreditations accreditations={view.accreditations} />
			<Continuity lines={view.continuity} />
			<Logs logs={view.logs} keptBack={view.keptBack} />
			<Agreement agreement={view.agreement} />
			<Observations observations={view.observations} />
			<MadeOf parts={view.rows} />
		</div>
	);
}

function Accreditations({ accreditations }: Pick<SupervisionView, 'accreditations'>) {
	return (
		<section aria-labelledby="accreditations">
			<h2 className="govuk-heading-m" id="accreditations">
				Accreditation
			</h2>
			{accreditations.length === 0 ? (
				<p className="govuk-body">None is recorded.</p>
			) : (
				<Table
					stacked
					firstCellIsHeader
					head={['Programme', 'Since', 'Lasts']}
					rows={accreditations.map(({ programme, from, lasts, standing }) => [
						programme,
						from,
						<span key="lasts">
							{lasts} {standing === 'ended' && <Tag colour="red">Ended</Tag>}
							{standing === 'ends-soon' && <Tag colour="orange">Ends soon</Tag>}
						</span>,
					])}
				/>
			)}
		</section>
	);
}

function Continuity({ lines }: { readonly lines: SupervisionView['continuity'] }) {
	return (
		<section aria-labelledby="continuity">
			<h2 className="govuk-heading-m" id="continuity">
				Sessions and cover
			</h2>
			{lines.length === 0 ? (
				<p className="govuk-body">No session that was held is theirs yet.</p>
			) : (
				<Table
					stacked
					firstCellIsHeader
					head={['Cohort', 'Delivered of those planned', 'Somebody stood in for them', 'They stood in']}
					rows={lines.map(({ cohort, href, planned, delivered, taken, given }) => [
						<a key="cohort" className="govuk-link" href={href}>
							{cohort}
						</a>,
						<span key="delivered">
							<FigureLink {...delivered} of={`delivered, ${cohort}`} /> of{' '}
							<ShareLink href={planned.href} of={`planned, ${cohort}`}>
								{String(planned.count)}
							</ShareLink>
						</span>,
						<FigureLink key="taken" {...taken} of={`covered, ${cohort}`} />,
						<FigureLink key="given" {...given} of={`stood in, ${cohort}`} />,
					])}
				/>
			)}
		</section>
	);
}

function Logs({ logs, keptBack }: Pick<SupervisionView, 'logs' | 'keptBack'>) {
	return (
		<section aria-labelledby="logs">
			<h2 className="govuk-heading-m" id="logs">
				Delivery logs
			</h2>
			{logs.every(({ count }) => count === 0) ? (
				<p className="govuk-body">No session with a log to write yet.</p>
			) : (
				<Table
					firstCellIsHeader
					head={['First saved', { content: 'Sessions', numeric: true }]}
					rows={logs.map(({ name, count, href }) => [
						name,
						{ content: <FigureLink key="count" count={count} href={href} of={name} />, numeric: true },
					])}
				/>
			)}
			{keptBack.length > 0 && (
				<InsetText>
					You have not written your own log of these sessions: until you do, what others wrote of them is in no figure
					here.{' '}
					{keptBack.map(({ text, href }, at) => (
						<span key={href}>
							{at > 0 && ', '}
							<a className="govuk-link" href={href}>
								{text}
							</a>
						</span>
					))}
				</InsetText>
			)}
		</section>
	);
}
