import type { CohortId, ImportId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FileField } from '#app/ui/fields/file-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { formatCount } from '#app/ui/format.ts';

type Earlier = {
	readonly id: ImportId;
	readonly fileName: string;
	readonly when: string;
	readonly by: string;
	readonly marks: number;
	readonly isUndone: boolean;
};
type SheetPageProps = {
	readonly view: {
		readonly cohortId: CohortId;
		readonly cohort: string;
		readonly said: string | null;
		readonly megabytes: number;
		readonly earlier: readonly Earlier[];
	};
	readonly form: FormState;
};

export function SheetPage({ view, form }: SheetPageProps) {
	const { cohortId, cohort, said, megabytes, earlier } = view;
	return (
		<>
			<BackLink href={paths.cohort(cohortId)}>Cohort</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={cohort} title="Bring in a sheet" />
			<p className="govuk-body">
				Choose the register that you exported from here and filled in, or the one that your team keeps. You see only
				what it says differently, and nothing is saved before you confirm it. The file itself is not kept.
			</p>
			<form method="post" encType="multipart/form-data" action={paths.registerSheet(cohortId)} noValidate>
				<HiddenField name="intent" value="compare" />
				<FileField
					form={form}
					name="register"
					label="The register of this cohort"
					labelSize="m"
					hint={`An Excel workbook (.xlsx) or a CSV file, at most ${megabytes} MB`}
					accept=".xlsx,.csv"
				/>
				<Button preventDoubleClick>Compare</Button>
			</form>
			{earlier.length > 0 && <h2 className="govuk-heading-m">Sheets that were brought in</h2>}
			{earlier.map(({ id, fileName, when, by, marks, isUndone }) => (
				<form key={id} method="post" action={paths.registerSheet(cohortId)}>
					<HiddenField name="intent" value="undo" />
					<HiddenField name="importId" value={id} />
					<p className="govuk-body">
						{fileName}: {formatCount('mark', marks)}, {when}, {by}
						{isUndone && ' · taken back'}
					</p>
					{!isUndone && (
						<Button variant="secondary" preventDoubleClick aria-label={`Take ${fileName} of ${when} back`}>
							Take it back
						</Button>
					)}
				</form>
			))}
		</>
	);
}
