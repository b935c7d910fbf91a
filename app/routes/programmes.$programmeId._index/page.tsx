import { type Programme, SIDE_NAMES } from '#app/domain/programmes/programme.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { formatCount } from '#app/ui/format.ts';
import { LogicModelLists } from './logic-model.tsx';
import { thresholdsInWords } from './thresholds-in-words.ts';

type ProgrammePageProps = {
	readonly programmeId: string;
	readonly programme: Programme;
	/** Null for who does not read figures over cohorts. */
	readonly retentionHref: string | null;
	readonly fidelityHref: string | null;
	readonly adaptationsHref: string | null;
	readonly ratersHref: string | null;
	/** Null for who may not write versions. */
	readonly versionsHref: string | null;
	/** Null for who may not set them. */
	readonly bandsHref: string | null;
	/** Null for who does not read both of what is delivered and who stays. */
	readonly overviewHref: string | null;
};

export function ProgrammePage({ programmeId, programme, ...links }: ProgrammePageProps) {
	return (
		<>
			<BackLink href={paths.programmes()}>Programmes</BackLink>
			<PageHeader caption={SIDE_NAMES[programme.side]} title={programmeLabel(programme)}>
				<p className="govuk-body-l">{programme.summary}</p>
			</PageHeader>
			<InsetText>{programme.notice}</InsetText>
			<PageLink href={links.overviewHref}>Overview: what waits, gaps, and cohort beside cohort</PageLink>
			<PageLink href={links.retentionHref}>Who stays and who leaves</PageLink>
			<PageLink href={links.fidelityHref}>What its cohorts delivered</PageLink>
			<PageLink href={links.adaptationsHref}>What was changed in its sessions</PageLink>
			<PageLink href={links.ratersHref}>How far its raters agree</PageLink>
			<PageLink href={links.versionsHref}>Versions, and writing your own</PageLink>
			<h2 className="govuk-heading-m">Modules and their goals</h2>
			<SummaryList rows={programme.modules.map(({ title, goal }) => ({ key: title, value: goal }))} />
			<Plans programmeId={programmeId} programme={programme} />
			<h2 className="govuk-heading-m">What counts as enough</h2>
			<SummaryList rows={thresholdsInWords(programme)} />
			<PageLink href={links.bandsHref}>Set from which percentage delivery is good</PageLink>
			<Checklist programme={programme} />
			<LogicModelLists model={programme.logicModel} />
		</>
	);
}

/** A link to another page of the programme, for who may open it. */
function PageLink({ href, children }: { readonly href: string | null; readonly children: string }) {
	return (
		href && (
			<p className="govuk-body no-print">
				<a className="govuk-link" href={href}>
					{children}
				</a>
			</p>
		)
	);
}

const KINDS = { group: 'Group', individual: 'Individual', review: 'Review' } as const;

function Plans({ programmeId, programme: { plans, modules } }: Pick<ProgrammePageProps, 'programmeId' | 'programme'>) {
	const titles = new Map(modules.map(({ key, title }) => [key, title]));
	return (
		<Table
			stacked
			firstCellIsHeader
			caption={`Plans of ${formatCount('session', plans.length)}`}
			captionSize="m"
			head={['Session', 'Module', 'Kind', 'Aim', { content: 'Minutes', numeric: true }]}
			rows={plans.map((plan) => [
				<a key="plan" className="govuk-link" href={paths.programmePlan(programmeId, plan.number)}>
					{plan.title}
				</a>,
				titles.get(plan.module),
				KINDS[plan.kind],
				plan.aim,
				{ content: plan.minutes, numeric: true },
			])}
		/>
	);
}

const DIMENSIONS = {
	adherence: 'Adherence: delivered as planned',
	dose: 'Dose: enough of it',
	quality: 'Quality: done well',
	responsiveness: 'Responsiveness: taken up by the group',
	differentiation: 'Differentiation: nothing from elsewhere',
} as const;

function Checklist({ programme: { fidelityChecklist } }: { readonly programme: Programme }) {
	const groups = [...Map.groupBy(fidelityChecklist, ({ dimension }) => dimension)];
	return (
		<>
			<h2 className="govuk-heading-m">Fidelity checklist</h2>
			{groups.map(([dimension, checks]) => (
				<section key={dimension}>
					<h3 className="govuk-heading-s">{DIMENSIONS[dimension]}</h3>
					<ul className="govuk-list govuk-list--bullet">
						{checks.map(({ key, text }) => (
							<li key={key}>{text}</li>
						))}
					</ul>
				</section>
			))}
		</>
	);
}
