import type { ImportId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { CohortFields } from '#app/ui/cohorts/cohort-fields.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TimeField } from '#app/ui/fields/time-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { Fieldset } from '#app/ui/forms/fieldset.tsx';
import type { CohortView } from './cohort-view.ts';

type CohortPageProps = { readonly view: CohortView; readonly form: FormState; readonly importId: ImportId };

export function CohortPage({ view, form, importId }: CohortPageProps) {
	return (
		<>
			<BackLink href={paths.import(importId)} />
			<FormErrorSummary form={form} />
			<PageHeader caption={`Step 2 of 3, ${view.fileName}`} title="The cohort that it becomes">
				<p className="govuk-body">Nothing is brought in yet. You check everything on the next page.</p>
			</PageHeader>
			{view.titles.length > 0 && (
				<InsetText>
					The sheet says:{' '}
					{view.titles.map((title) => (
						<span key={title} className="figure-note">
							{title}
						</span>
					))}
				</InsetText>
			)}
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version') || view.version} />
				<CohortFields options={view.options} form={form} />
				<Fieldset legend="When" legendSize="m">
					<TimeField
						form={form}
						name="startTime"
						label="Start time of the sessions"
						hint="The register does not say it. For example, 6:30pm or 18:30"
					/>
				</Fieldset>
				<Button preventDoubleClick>Check before you import</Button>
			</form>
		</>
	);
}
