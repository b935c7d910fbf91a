import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import type { DecisionView } from './decision-view.ts';

type DecisionPageProps = { readonly view: DecisionView; readonly form: FormState };

export function DecisionPage({ view, form }: DecisionPageProps) {
	const { sessionId, planNumber, caption, isCancelled, others } = view;
	return (
		<>
			<BackLink href={paths.session(sessionId)}>Session {planNumber}</BackLink>
			<FormErrorSummary form={form} />
			<div className="govuk-grid-row">
				<div className="govuk-grid-column-two-thirds">
					<PageHeader caption={caption} title={isCancelled ? 'What becomes of the plan?' : 'The plan was split'} />
					<p className="govuk-body">
						{isCancelled
							? 'It is best delivered on another date. If it cannot be, record that here: it shows as a gap, or as an adaptation.'
							: 'When the rest of the plan is delivered in another session, record it here: it shows as an adaptation.'}{' '}
						No date is changed by it. It cannot be taken back.
					</p>
					<form method="post" noValidate>
						{isCancelled ? <Choices form={form} /> : <HiddenField name="decision" value="split" />}
						<SelectField
							form={form}
							name="otherSessionId"
							label={isCancelled ? 'The other session, if it is delivered together with one' : 'The other session'}
							options={[{ value: '', label: 'Choose' }, ...others]}
						/>
						<TextareaField form={form} name="reason" label="Why?" hint="Do not name a participant." rows={3} />
						<Button preventDoubleClick>Record this</Button>
					</form>
				</div>
			</div>
		</>
	);
}

function Choices({ form }: Pick<DecisionPageProps, 'form'>) {
	return (
		<RadiosField
			form={form}
			name="decision"
			legend="What happens with it"
			legendSize="s"
			items={[
				{ value: 'not-delivered', label: 'It is not delivered', hint: 'A gap in fidelity' },
				{
					value: 'merged',
					label: 'It is delivered together with another plan',
					hint: 'An adaptation: two plans in one session',
				},
			]}
		/>
	);
}
