import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { SessionPlanBody } from '#app/ui/blocks/session-plan.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import type { DecisionView } from './decision-view.ts';

type PageProps = { readonly view: DecisionView; readonly form: FormState };

export function DecisionPage({ view, form }: PageProps) {
	const { sessionId, caption, when, plan, programme, proposals } = view;
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<BackLink href={paths.adaptations(sessionId)}>Adaptations</BackLink>
				<FormErrorSummary form={form} />
				<PageHeader caption={caption} title="Approve or decline" />
				<p className="govuk-body">
					<a className="govuk-link" href={paths.session(sessionId)}>
						{plan.title}
					</a>
					, {when}
				</p>
				<Details summary="What the plan says">
					<SessionPlanBody plan={plan} programme={programme} />
				</Details>
				{proposals.length === 0 && <p className="govuk-body">No proposal of this session waits for a decision.</p>}
				{proposals.map(({ id, title, rows }) => (
					<SummaryList key={id} card={{ title }} rows={rows} />
				))}
				{(proposals.length > 0 || 'decision' in form.values) && <DecisionForm proposals={proposals} form={form} />}
			</div>
		</div>
	);
}

function DecisionForm({ proposals, form }: Pick<DecisionView, 'proposals'> & Pick<PageProps, 'form'>) {
	return (
		<form method="post" noValidate>
			<RadiosField
				form={form}
				name="adaptationId"
				legend="Which proposal"
				legendSize="s"
				items={proposals.map(({ id, label, by }) => ({ value: id, label, hint: by }))}
			/>
			<RadiosField
				form={form}
				name="decision"
				legend="Your decision"
				legendSize="s"
				items={[
					{ value: 'approved', label: 'Approve' },
					{ value: 'declined', label: 'Decline' },
				]}
			/>
			<TextareaField
				form={form}
				name="reason"
				label="Why"
				hint="Needed if you decline. Do not name a participant."
				rows={3}
			/>
			<Button preventDoubleClick>Save the decision</Button>
		</form>
	);
}
