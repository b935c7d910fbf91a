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
		<div className="overview">
			<BackLink href={programmeHref}>The programme</BackLink>
			<PageHeader caption={`${label} · ${printed}`} title="Overview">
				<p className="govuk-body">{sentenceOf(view)}</p>
			</PageHeader>
			<PrintButton />
			<div className="overview__columns">
				{waiting && <Figures title="Waiting for a lead" none="Nothing waits." figures={waiting.figures} />}
				<Figures title="Gaps in delivery" none="There are no gaps." figures={gaps.figures} />
				<Figures title="Who stays" none="Nobody has had a place." figures={stays} />
				{pairs && <Figures title="Families in linked pairs" none="" figures={pairs} />}
			</div>
			<CohortsBeside cohorts={cohorts} />
			<MadeOf parts={view.rows} />
		</div>
	);
}

function sentenceOf({ waiting, gaps, cohorts }: OverviewView): string {
	const parts = [
		...(waiting
			? [waiting.many === 0 ? 'nothing waits for a lead' : `${formatCount('thing', waiting.many)} waiting for a lead`]
			: []),
		gaps.many === 0 ? 'no gaps' : formatCount('gap', gaps.many),
	];
	return `Over ${formatCount('cohort', cohorts.length)}: ${parts.join(', ')}. Every number leads to what it is made of.`;
}

type FiguresProps = { readonly title: string; readonly none: string; readonly figures: readonly FigureView[] };

function Figures({ title, none, figures }: FiguresProps) {
	const isEmpty = figures.every(({ count }) => count === 0);
	return (
		<section className="overview__part">
			<h2 className="govuk-heading-s">{title}</h2>
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
