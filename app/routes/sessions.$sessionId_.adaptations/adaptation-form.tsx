import type { FrameQuestion } from '#app/domain/fidelity/frame.ts';
import { Button } from '#app/ui/components/button.tsx';
import { answersToChoose, QUESTION_NAMES } from '#app/ui/fidelity/frame-words.ts';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import type { AdaptationsView } from './adaptations-view.ts';

type AdaptationFormProps = { readonly view: AdaptationsView; readonly form: FormState };

const HINTS: Partial<Record<FrameQuestion, string>> = {
	contentChange: 'Only where the content is changed.',
	contextChange: 'Only where the context is changed.',
};

/** The eight questions; whether it is planned is not among them: before the session it is, from its start on it is not. */
export function AdaptationForm({ view: { activities, isPlanning }, form }: AdaptationFormProps) {
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
		<form method="post" noValidate>
			<h2 className="govuk-heading-m">{isPlanning ? 'Propose an adaptation' : 'Say what was changed'}</h2>
			<p className="govuk-body">
				{isPlanning
					? 'A lead approves or declines it. It counts as planned.'
					: 'The session has started: it counts as unplanned.'}
			</p>
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
			<Button preventDoubleClick>{isPlanning ? 'Propose it' : 'Save what was changed'}</Button>
		</form>
	);
}
