import { SIDE_NAMES } from '#app/domain/programmes/programme.ts';
import { SIDES_WITH_DAYS, type VenueDays } from '#app/domain/scheduling/venue-days.ts';
import { WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import { upperFirst } from '#app/domain/shared/in-words.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { Fieldset } from '#app/ui/forms/fieldset.tsx';

export type VenueDaysView = {
	readonly name: string;
	readonly area: string;
	readonly travelPoint: string | null;
	readonly days: VenueDays;
	readonly version: number;
};

type VenueDaysPageProps = { readonly view: VenueDaysView; readonly form: FormState; readonly said: string | null };

/** Which side a venue belongs to on which weekdays: leads say it; coordinators read their side’s days on the list of places. */
export function VenueDaysPage({ view, form, said }: VenueDaysPageProps) {
	return (
		<>
			<BackLink href={paths.places()} />
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={view.area} title={`Days at ${view.name}`}>
				<p className="govuk-body">
					A venue belongs to one side of families on each weekday, so that the two sides are never there on one day.
				</p>
			</PageHeader>
			<DaysForm form={form} />
		</>
	);
}

const SIDE_OPTIONS = [
	{ value: '', label: 'Neither side' },
	...SIDES_WITH_DAYS.map((side) => ({ value: side, label: SIDE_NAMES[side] })),
];

function DaysForm({ form }: Pick<VenueDaysPageProps, 'form'>) {
	return (
		<form method="post" noValidate>
			<HiddenField name="version" value={textOf(form, 'version')} />
			<Fieldset legend="Weekdays" legendSize="m">
				<div className="weekday-fields">
					{WEEKDAYS.map((weekday) => (
						<SelectField key={weekday} form={form} name={weekday} label={upperFirst(weekday)} options={SIDE_OPTIONS} />
					))}
				</div>
			</Fieldset>
			<TextField
				form={form}
				name="travelPoint"
				label="Stop or station by which people come"
				hint="Optional. The two sides of a family are kept apart at one stop as they are at one venue. Write it the same for every venue that it serves."
				width={20}
			/>
			{form.errors.accept && (
				<CheckboxesField
					form={form}
					name="accept"
					items={[{ value: 'yes', label: 'These sessions will be moved. Until then they are shown as clashes' }]}
				/>
			)}
			<Button preventDoubleClick>Save days</Button>
		</form>
	);
}
