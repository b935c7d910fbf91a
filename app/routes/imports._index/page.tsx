import type { ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PageNumbers } from '#app/ui/blocks/page-numbers.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { ButtonLink } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag, type TagColour } from '#app/ui/components/tag.tsx';
import type { ImportLine, ImportListView } from './list-view.ts';

type ImportsPageProps = { readonly view: ImportListView; readonly said: string | null };

/** What was brought in from paper, by whom, and what came of it. */
export function ImportsPage({ view: { imports, page, pages, may }, said }: ImportsPageProps) {
	return (
		<>
			<Said sentence={said} />
			<PageHeader title="Bring in from paper">
				<p className="govuk-body">
					{may.registers
						? 'A register that hangs on the wall becomes a cohort with its past.'
						: 'A list that the team keeps comes in, row by row.'}
				</p>
			</PageHeader>
			<div className="toolbar">
				{may.registers && <ButtonLink href={paths.newImport()}>Bring in a register</ButtonLink>}
				{may.facilitators && <ButtonLink href={paths.newFacilitators()}>Bring in facilitators</ButtonLink>}
				{may.cohorts && <ButtonLink href={paths.newCohortPlan()}>Bring in a plan of cohorts</ButtonLink>}
			</div>
			{imports.length === 0 ? (
				<EmptyState title="Nothing brought in yet">
					Upload a file to see how it would be read. Nothing is brought in before you have looked at it.
				</EmptyState>
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption="What was brought in"
					captionSize="m"
					head={['File', 'Uploaded', 'What came of it', <Hidden key="action">Action</Hidden>]}
					rows={imports.map(rowOf)}
				/>
			)}
			<PageNumbers page={page} pages={pages} hrefOf={paths.importsPage} />
		</>
	);
}

const STATES: Readonly<Record<ImportLine['state'], { readonly label: string; readonly colour: TagColour }>> = {
	uploaded: { label: 'Not imported yet', colour: 'yellow' },
	imported: { label: 'Imported', colour: 'green' },
	undone: { label: 'Undone', colour: 'grey' },
};

function rowOf({ state, kind, fileName, href, undoHref, who, when, cohort, what }: ImportLine) {
	return [
		<span key="file">
			<a className="govuk-link govuk-!-font-weight-bold" href={href}>
				{fileName}
			</a>{' '}
			<Tag colour={STATES[state].colour}>{STATES[state].label}</Tag>
		</span>,
		<span key="uploaded">
			{when}
			<span className="figure-note">{who}</span>
		</span>,
		<span key="what">
			{cohort ? (
				<a className="govuk-link" href={cohort.href}>
					{cohort.name}
				</a>
			) : (
				nothingSentence(state, kind)
			)}
			{what && <span className="figure-note">{what}</span>}
		</span>,
		undoHref && (
			<a key="undo" className="govuk-link" href={undoHref}>
				{state === 'uploaded' ? 'Delete' : 'Undo'}
				<Hidden> {fileName}</Hidden>
			</a>
		),
	];
}

const LISTS = {
	register: 'A register',
	facilitators: 'Facilitators',
	cohorts: 'A plan of cohorts',
	'school-holidays': 'School holidays',
	sheet: 'Differences of a register',
} as const;

function nothingSentence(state: ImportLine['state'], kind: ImportLine['kind']): string {
	if (state === 'imported') return LISTS[kind];
	return state === 'undone' ? 'Taken back' : 'Nothing yet';
}

function Hidden({ children }: { readonly children: ReactNode }) {
	return <span className="govuk-visually-hidden">{children}</span>;
}
