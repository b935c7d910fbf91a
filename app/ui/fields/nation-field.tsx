import { NATION_NAMES, NATIONS } from '#app/domain/scheduling/meeting-pattern.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { RadiosField } from './radios-field.tsx';

/** The nation whose bank holidays count. */
export function NationField({ form }: { readonly form: FormState }) {
	return (
		<RadiosField
			form={form}
			name="nation"
			legend="Nation"
			hint="Its bank holidays are left out of the sessions. A cohort can differ from its area."
			items={NATIONS.map((nation) => ({ value: nation, label: NATION_NAMES[nation] }))}
		/>
	);
}
