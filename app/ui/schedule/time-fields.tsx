import { DateField } from '#app/ui/fields/date-field.tsx';
import { TimeField } from '#app/ui/fields/time-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';

/** The day, the start and the end of one session. */
export function TimeFields({ form }: { readonly form: FormState }) {
	return (
		<>
			<DateField form={form} name="day" legend="Date" legendSize="s" />
			<div className="fields-in-line">
				<TimeField form={form} name="startTime" label="Start time" />
				<TimeField form={form} name="endTime" label="End time" />
			</div>
		</>
	);
}
