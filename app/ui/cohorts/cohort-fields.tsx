import { NATION_NAMES, NATIONS } from '#app/domain/scheduling/meeting-pattern.ts';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { Fieldset } from '#app/ui/forms/fieldset.tsx';

type Option = { readonly value: string; readonly label: string };
type CohortFieldsProps = {
	readonly form: FormState;
	readonly options: {
		readonly programmes: readonly Option[];
		readonly areas: readonly Option[];
		readonly places: readonly Option[];
		readonly facilitators: readonly Option[];
	};
};

/** What a new cohort is, where it meets and who delivers it. */
export function CohortFields({ form, options }: CohortFieldsProps) {
	return (
		<>
			<Fieldset legend="What" legendSize="m">
				<TextField
					form={form}
					name="name"
					label="Name of the cohort"
					hint="A neutral name, such as Tuesday group. It stands in calendars and on screens."
					width={20}
					autoComplete="off"
				/>
				<SelectField form={form} name="programme" label="Programme" options={chooseFrom(options.programmes)} />
				<TextField form={form} name="places" label="Places" inputMode="numeric" width={2} autoComplete="off" />
			</Fieldset>
			<Where options={options} form={form} />
			<Who options={options} form={form} />
		</>
	);
}

const CHOOSE = { value: '', label: 'Choose' };
const chooseFrom = (options: readonly Option[]) => (options.length === 1 ? options : [CHOOSE, ...options]);

function Where({ options, form }: CohortFieldsProps) {
	const nations = NATIONS.map((nation) => ({ value: nation, label: NATION_NAMES[nation] }));
	return (
		<Fieldset legend="Where" legendSize="m">
			<SelectField form={form} name="areaId" label="Area" options={chooseFrom(options.areas)} />
			<SelectField form={form} name="place" label="Venue and room" options={[CHOOSE, ...options.places]} />
			<TextField
				form={form}
				name="onlineRoom"
				label="Online room, if it meets online"
				hint="What your team calls the meeting room on the web, such as Room 2. Two cohorts are never in it at once."
				width={20}
				autoComplete="off"
			/>
			<SelectField
				form={form}
				name="nation"
				label="Bank holidays"
				options={[{ value: '', label: 'Those of the area’s nation' }, ...nations]}
			/>
		</Fieldset>
	);
}

function Who({ options, form }: CohortFieldsProps) {
	return (
		<Fieldset legend="Team" legendSize="m">
			<SelectField form={form} name="leadId" label="Lead facilitator" options={[CHOOSE, ...options.facilitators]} />
			<CheckboxesField
				form={form}
				name="coFacilitatorIds"
				legend="Co-facilitators"
				small
				groupClassName="choices-in-columns"
				items={options.facilitators}
			/>
		</Fieldset>
	);
}
