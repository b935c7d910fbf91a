import type { ImportId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { ButtonLink } from '#app/ui/components/button.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { BroughtInFigures, BroughtInParts } from './brought-in.tsx';
import type { ReportView } from './report-view.ts';

type ReportPageProps = { readonly view: ReportView; readonly said: string | null; readonly importId: ImportId };

/** What came in, cell by cell, and what did not. */
export function ReportPage({ view, said, importId }: ReportPageProps) {
	const { fileName, who, importedAt, undoneAt, cohort, sheet } = view;
	const facts = [
		{ key: 'File', value: sheet ? `${fileName}, sheet “${sheet}”` : fileName },
		{ key: 'Imported', value: `${importedAt}, ${who}` },
		...(undoneAt ? [{ key: 'Undone', value: undoneAt }] : []),
	];
	return (
		<>
			<BackLink href={paths.imports()} />
			<Said sentence={said} />
			<PageHeader caption={cohort?.name} title={undoneAt ? 'This import is undone' : 'What was brought in'}>
				{cohort && (
					<div className="toolbar">
						<ButtonLink href={cohort.href}>Go to the cohort</ButtonLink>
						<a className="govuk-link" href={paths.importUndo(importId)}>
							Undo this import
						</a>
					</div>
				)}
				{undoneAt && <p className="govuk-body">Nothing of it is left but these counts.</p>}
			</PageHeader>
			<BroughtInFigures view={view.broughtIn} />
			<BroughtInParts view={view.broughtIn} />
			<SummaryList rows={facts} />
		</>
	);
}
