import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { MadeOf } from '#app/ui/blocks/made-of.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PrintButton } from '#app/ui/blocks/print-button.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import { Select } from '#app/ui/forms/select.tsx';
import type { GroupView, RegisterView } from './register-view.ts';

/** What was changed in the sessions of a programme, so that an author of its next version can work from it. */
export function RegisterPage({ view }: { readonly view: RegisterView }) {
	const { label, programmeHref, fileHref, hasAny, summary, kinds, groups, held } = view;
	return (
		<>
			<BackLink href={programmeHref}>{label}</BackLink>
			<PageHeader caption={label} title="What was changed in sessions">
				<p className="govuk-body measure">
					Over the sessions that you may read, as those who delivered them wrote it down; of a session that you deliver
					yourself, what a colleague wrote is in it once you have saved your own log. What nobody described is not in
					it: the fidelity page of each cohort says how much that is. Few records say little, and a change that was made
					often is no better for that.
				</p>
			</PageHeader>
			<Filters view={view} />
			{groups.length === 0 ? (
				<EmptyState title="Nothing here">
					{hasAny ? 'No record fits these filters.' : 'Nobody has written of a change in a session yet.'}
				</EmptyState>
			) : (
				<>
					<p className="govuk-body">{summary}</p>
					<p className="govuk-body">How the content or the context was changed, over all of them: {kinds}.</p>
					<PrintButton />
					{fileHref && (
						<p className="govuk-body no-print">
							<a className="govuk-link" href={fileHref} download>
								Download the counts of this version (CSV)
							</a>
							. Small counts are hidden in it, and it holds nobody’s words. A variant has a file of its own.
						</p>
					)}
					{groups.map((group) => (
						<Group key={group.id} group={group} />
					))}
					<MadeOf parts={held} />
				</>
			)}
		</>
	);
}

function Filters({ view: { filters } }: { readonly view: RegisterView }) {
	const { version, about, standing } = filters;
	return (
		<form method="get" className="fields-in-line no-print" noValidate>
			<Select id="version" name="version" label="Version" defaultValue={version.chosen} options={version.options} />
			<Select id="about" name="about" label="Session or activity" defaultValue={about.chosen} options={about.options} />
			<Select
				id="standing"
				name="standing"
				label="Planned or not"
				defaultValue={standing.chosen}
				options={standing.options}
			/>
			<Button variant="secondary">Show</Button>
		</form>
	);
}

function Group({ group: { id, plan, activity, howOften, held, answers, only, rows } }: { readonly group: GroupView }) {
	return (
		<section className="today-section" aria-labelledby={id}>
			<h2 className="govuk-heading-m" id={id}>
				<span className="govuk-caption-m">{plan}</span> {activity}
			</h2>
			<p className="govuk-body">
				{howOften} The plan was held in{' '}
				<ShareLink href={held.href} of={`in which ${plan} was held`}>
					{held.words}
				</ShareLink>
				.
			</p>
			{only === null ? <SummaryList rows={answers} /> : <p className="govuk-body">{only}</p>}
			<Table
				stacked
				firstCellIsHeader
				caption={`Each record of ${activity}`}
				captionClassName="govuk-visually-hidden"
				head={['Session', 'Version', 'What', 'What asked for it', 'Standing']}
				rows={rows.map((row) => [
					<a key={row.id} className="govuk-link" href={row.href}>
						{row.session}
					</a>,
					...[row.version, row.what, row.reason, row.standing],
				])}
			/>
		</section>
	);
}
