import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { ASKED_BY_WORDS } from './asked-by-words.ts';

/** Who asked for a change of the schedule, and why. */
export function AskedFields({ form }: { readonly form: FormState }) {
	return (
		<>
			<RadiosField
				form={form}
				name="askedBy"
				legend="Who asked for this?"
				legendSize="s"
				small
				items={Object.entries(ASKED_BY_WORDS).map(([value, label]) => ({ value, label }))}
			/>
			<TextareaField
				form={form}
				name="why"
				label="Why?"
				hint="For example, the hall is flooded. Everybody who sees the schedule reads it: do not name a participant."
				rows={2}
			/>
		</>
	);
}
