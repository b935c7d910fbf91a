import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { CohortFields } from '#app/ui/cohorts/cohort-fields.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { Fieldset } from '#app/ui/forms/fieldset.tsx';
import { PatternFields } from '#app/ui/schedule/pattern-fields.tsx';
import type { CohortOptions } from '#app/use-cases/cohorts/list-cohort-options.ts';
import { MissingForLayOut } from './missing.tsx';

type LayOutPageProps = { readonly options: CohortOptions; readonly form: FormState };

export function LayOutPage({ options, form }: LayOutPageProps) {
	return (
		<>
			<BackLink href={paths.cohorts()} />
			<FormErrorSummary form={form} />
			<PageHeader title="Lay out a cohort">
				<p className="govuk-body">You see every date before anything is saved.</p>
			</PageHeader>
			<MissingForLayOut options={options} />
			<form method="post" noValidate>
				<CohortFields options={options} form={form} />
				<When form={form} />
				<Button name="intent" value="plan" preventDoubleClick>
					Show the dates
				</Button>
			</form>
		</>
	);
}

function When({ form }: Pick<LayOutPageProps, 'form'>) {
	return (
		<Fieldset legend="When" legendSize="m">
			<DateField
				form={form}
				name="earliestStart"
				legend="Earliest start"
				hint="The first session is on this day or the next weekday that fits. For example, 4 5 2026"
			/>
			<PatternFields form={form} />
		</Fieldset>
	);
}
