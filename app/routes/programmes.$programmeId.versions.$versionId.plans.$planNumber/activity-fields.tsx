import { MOST_ACTIVITIES } from '#app/domain/programmes/versions/edit-plan.ts';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { Fieldset } from '#app/ui/forms/fieldset.tsx';
import type { SelectOption } from '#app/ui/forms/select.tsx';
import { EMPTY_ROWS, fieldOf } from './rows.ts';

type ActivityFieldsProps = { readonly form: FormState; readonly mechanisms: readonly SelectOption[] };

const KINDS = [
	{ value: '', label: 'Choose' },
	{ value: 'core', label: 'Core' },
	{ value: 'adaptable', label: 'Adaptable' },
];

/** A group of fields for each activity, and empty ones to add some. Order and removal are fields too, so no script is needed. */
export function ActivityFields({ form, mechanisms }: ActivityFieldsProps) {
	const typed = Array.from({ length: MOST_ACTIVITIES + EMPTY_ROWS }, (_, at) => at + 1);
	const last = typed.findLast((place) => textOf(form, fieldOf('key', place)) || textOf(form, fieldOf('title', place)));
	const count = Math.min((last ?? 0) + EMPTY_ROWS, typed.length);
	return (
		<section className="today-section">
			<h2 className="govuk-heading-m">Activities</h2>
			<p className="govuk-body">
				Their minutes add up to the minutes of the session. Leave a group empty to add nothing.
			</p>
			{typed.slice(0, count).map((place) => (
				<ActivityGroup key={place} form={form} place={place} mechanisms={mechanisms} />
			))}
		</section>
	);
}

function ActivityGroup({ form, place, mechanisms }: ActivityFieldsProps & { readonly place: number }) {
	const key = textOf(form, fieldOf('key', place));
	return (
		<Fieldset legend={key ? `Activity ${place}` : `Activity ${place} (new)`} legendSize="s" legendIsHeading={false}>
			<HiddenField name={fieldOf('key', place)} value={key} />
			<TextField form={form} name={fieldOf('title', place)} label="Title" />
			<TextField form={form} name={fieldOf('minutes', place)} label="Minutes" width={4} inputMode="numeric" />
			<SelectField
				form={form}
				name={fieldOf('kind', place)}
				label="Kind"
				hint="Core is always done; adaptable may be fitted to the group."
				options={KINDS}
			/>
			<SelectField
				form={form}
				name={fieldOf('mechanism', place)}
				label="What it is for"
				options={[{ value: '', label: 'Choose' }, ...mechanisms]}
			/>
			<TextField form={form} name={fieldOf('order', place)} label="Place in the order" width={3} inputMode="numeric" />
			{key && (
				<CheckboxesField
					form={form}
					name={fieldOf('remove', place)}
					items={[{ value: 'yes', label: 'Remove this activity' }]}
				/>
			)}
		</Fieldset>
	);
}
