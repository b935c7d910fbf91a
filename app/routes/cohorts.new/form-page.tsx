import { WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { CohortFields } from '#app/ui/cohorts/cohort-fields.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { TimeField } from '#app/ui/fields/time-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { Fieldset } from '#app/ui/forms/fieldset.tsx';
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

const WEEKDAY_OPTIONS = [
	{ value: '', label: 'Choose' },
	...WEEKDAYS.map((day) => ({ value: day, label: `${day.charAt(0).toUpperCase()}${day.slice(1)}` })),
];

function When({ form }: Pick<LayOutPageProps, 'form'>) {
	return (
		<Fieldset legend="When" legendSize="m">
			<DateField
				form={form}
				name="earliestStart"
				legend="Earliest start"
				hint="The first session is on this day or the next weekday that fits. For example, 4 5 2026"
			/>
			<div className="fields-in-line">
				<SelectField form={form} name="weekday1" label="Weekday" options={WEEKDAY_OPTIONS} />
				<TimeField form={form} name="time1" label="Start time" />
			</div>
			<div className="fields-in-line">
				<SelectField
					form={form}
					name="weekday2"
					label="Second weekday, if it meets twice a week"
					options={WEEKDAY_OPTIONS}
				/>
				<TimeField form={form} name="time2" label="Second start time" />
			</div>
			<TextareaField
				form={form}
				name="skippedWeeks"
				label="Weeks to skip"
				hint="One a line. A day stands for its whole week: 16 February 2026. Or some days, with a reason: 30 March to 10 April 2026, Easter."
				rows={4}
			/>
			<CheckboxesField
				form={form}
				name="bankHolidays"
				items={[{ value: 'run', label: 'It meets on bank holidays too' }]}
			/>
			<CheckboxesField
				form={form}
				name="schoolHolidays"
				items={[{ value: 'skip', label: 'It leaves out the school holidays of its area' }]}
			/>
		</Fieldset>
	);
}
