import type { FrameQuestion } from '#app/domain/fidelity/frame.ts';
import { answersToChoose, QUESTION_NAMES } from '#app/ui/fidelity/frame-words.ts';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import type { SelectOption } from '#app/ui/forms/select.tsx';

type AdaptationFieldsProps = { readonly activities: readonly SelectOption[]; readonly form: FormState };

const HINTS: Partial<Record<FrameQuestion, string>> = {
	contentChange:
		'Only where the content is changed. Adding is something that the plan does not have: choose the activity that it comes with, or none in particular.',
	contextChange: 'Only where the context is changed.',
};

/** The eight questions; whether it is planned is not among them: before the session it is, from its start on it is not. */
export function AdaptationFields({ activities, form }: AdaptationFieldsProps) {
	const question = (name: FrameQuestion) => (
		<SelectField
			form={form}
			name={name}
			label={QUESTION_NAMES[name]}
			hint={HINTS[name]}
			options={answersToChoose(name)}
		/>
	);
	return (
		<>
			<SelectField
				form={form}
				name="activityKey"
				label="Activity"
				options={[{ value: '', label: 'None in particular' }, ...activities]}
			/>
			{question('what')}
			{question('contentChange')}
			{question('contextChange')}
			<TextareaField
				form={form}
				name="how"
				label="What is changed, and how"
				hint="Do not name a participant or anybody of their family."
				rows={3}
			/>
			{question('when')}
			{question('decidedBy')}
			{question('level')}
			<RadiosField
				form={form}
				name="lasting"
				legend="Is it to last?"
				legendSize="s"
				items={[
					{ value: 'no', label: 'No, for this session only' },
					{ value: 'yes', label: 'Yes, from now on' },
				]}
			/>
			{question('fidelity')}
			{question('goal')}
			<TextareaField
				form={form}
				name="reason"
				label="What asked for it"
				hint="The setting, the time, the group as a whole. Do not name a participant."
				rows={3}
			/>
		</>
	);
}
