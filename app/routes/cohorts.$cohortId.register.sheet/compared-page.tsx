import type { CohortId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { formatCount } from '#app/ui/format.ts';
import type { ComparedView } from './sheet-view.ts';

type ComparedPageProps = { readonly cohortId: CohortId; readonly view: ComparedView };

export function ComparedPage({ cohortId, view }: ComparedPageProps) {
	const { fileName, counts, differences, refused } = view;
	return (
		<>
			<BackLink href={paths.registerSheet(cohortId)}>Choose another sheet</BackLink>
			<PageHeader caption={fileName} title="What the sheet says differently" />
			<p className="govuk-body">
				{formatCount('cell', counts.cells)} read: {counts.accepted} different, {counts.unchanged} unchanged,{' '}
				{counts.skipped} empty in the sheet and left as they are, {counts.refused} not taken.
			</p>
			{differences.length === 0 ? (
				<p className="govuk-body">There is nothing to bring in.</p>
			) : (
				<form method="post" action={paths.registerSheet(cohortId)}>
					<HiddenField name="intent" value="bring-in" />
					<HiddenField name="fileName" value={fileName} />
					{differences.map(({ name, value }) => (
						<HiddenField key={name} name={name} value={value} />
					))}
					<Table
						stacked
						firstCellIsHeader
						caption="What would change"
						captionSize="m"
						head={['Person', 'Session', 'Was', 'Becomes', 'Cell']}
						rows={differences.map(({ who, session, was, would, cell }) => [who, String(session), was, would, cell])}
					/>
					<Button preventDoubleClick>Bring in {formatCount('mark', differences.length)}</Button>
				</form>
			)}
			{refused.length > 0 && (
				<Table
					stacked
					firstCellIsHeader
					caption="What is not taken"
					captionSize="m"
					head={['Cell', 'Person', 'Session', 'Why']}
					rows={refused.map(({ cell, who, session, why }) => [cell, who, session === null ? '' : String(session), why])}
				/>
			)}
		</>
	);
}
