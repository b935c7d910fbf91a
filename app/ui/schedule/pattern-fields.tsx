import { WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import { upperFirst } from '#app/domain/shared/in-words.ts';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { TimeField } from '#app/ui/fields/time-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';

const WEEKDAY_OPTIONS = [
	{ value: '', label: 'Choose' },
	...WEEKDAYS.map((day) => ({ value: day, label: upperFirst(day) })),
];

/** On which days and at what times a cohort meets, and what it leaves out. */
export function PatternFields({ form }: { readonly form: FormState }) {
	return (
		<>
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
		</>
	);
}
