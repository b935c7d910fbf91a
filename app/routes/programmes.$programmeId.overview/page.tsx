import { MadeOf } from '#app/ui/blocks/made-of.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PrintButton } from '#app/ui/blocks/print-button.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { formatCount } from '#app/ui/format.ts';
import { FigureLink } from '#app/ui/retention/figure-link.tsx';
import { CohortsBeside } from './cohorts-beside.tsx';
import type { FigureView, OverviewView } from './overview-view.ts';

/** One programme on one page: what waits, what is missing, who stays, and cohort beside cohort; then what it is made of. */
export function OverviewPage({ view }: { readonly view: OverviewView }) {
	const { label, printed, programmeHref, waiting, gaps, stays, pairs, cohorts } = view;
	return (
		<div className="overview one-sheet">
			<BackLink href={programmeHref}>The programme</BackLink>
			<PageHeader caption={`${label} · ${printed}`} title="Overview">
				<Totals view={view} />
			</PageHeader>
			<PrintButton />
			<div className="overview__columns">
				{waiting && <Figures id="waiting" title="Waiting for a lead" none="Nothing waits." figures={waiting.figures} />}
				<Figures id="gaps" title="Gaps in delivery" none="There are no gaps." figures={gaps.figures} />
				<Figures id="stays" title="Who stays" none="Nobody has had a place." figures={stays} />
				{pairs && <Figures id="pairs" title="Families in linked pairs" none="" figures={pairs} />}
			</div>
			<CohortsBeside cohorts={cohorts} />
			<MadeOf parts={view.rows} />
		</div>
	);
}

/** The totals, each with the way to the figures that it is the sum of. */
function Totals({ view: { waiting, gaps, cohorts } }: { readonly view: OverviewView }) {
	return (
		<p className="govuk-body">
			Over{' '}
			<a className="govuk-link" href="#beside">
				{formatCount('cohort', cohorts.length)}
			</a>
			:{' '}
			{waiting && (
				<>
					<Total many={waiting.many} noun="thing" href="#waiting" none="nothing" /> waiting for a lead,{' '}
				</>
			)}
			<Total many={gaps.many} noun="gap" href="#gaps" none="no gaps" />. Every number leads to what it is made of.
		</p>
	);
}

type TotalProps = { readonly many: number; readonly noun: string; readonly href: string; readonly none: string };

function Total({ many, noun, href, none }: TotalProps) {
	if (many === 0) return none;
	return (
		<a className="govuk-link" href={href}>
			{formatCount(noun, many)}
		</a>
	);
}

type FiguresProps = {
	readonly id: string;
	readonly title: string;
	readonly none: string;
	readonly figures: readonly FigureView[];
};

function Figures({ id, title, none, figures }: FiguresProps) {
	const isEmpty = figures.every(({ count }) => count === 0);
	return (
		<section className="overview__part" aria-labelledby={id}>
			<h2 className="govuk-heading-s" id={id}>
				{title}
			</h2>
			{isEmpty ? (
				<p className="govuk-body">{none}</p>
			) : (
				<Table
					firstCellIsHeader
					caption={title}
					captionClassName="govuk-visually-hidden"
					head={[
						{ content: 'What', className: 'govuk-visually-hidden' },
						{ content: 'How many', className: 'govuk-visually-hidden' },
					]}
					rows={figures.map(({ name, count, href }) => [
						name,
						{ content: <FigureLink key="count" count={count} href={href} of={name} />, numeric: true },
					])}
				/>
			)}
		</section>
	);
}
