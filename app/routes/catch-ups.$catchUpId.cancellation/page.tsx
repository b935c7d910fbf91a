import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import type { CancellationView } from './cancellation-view.ts';

type CancellationPageProps = { readonly view: CancellationView; readonly form: FormState };

/** Taking some people off a catch-up, or all of them: then it is cancelled. */
export function CancellationPage({ view: { sessionId, caption, people }, form }: CancellationPageProps) {
	return (
		<>
			<BackLink href={paths.session(sessionId)}>Catch-up</BackLink>
			<FormErrorSummary form={form} />
			<div className="govuk-grid-row">
				<div className="govuk-grid-column-two-thirds">
					<PageHeader caption={caption} title="Cancel a catch-up, or take somebody off" />
					<p className="govuk-body">
						Whoever no longer comes needs the catch-up again, and gets no reminder of this one. With nobody left it is
						cancelled, and calendars show it so. To change the time, cancel it and book another.
					</p>
					<form method="post" noValidate>
						<CheckboxesField
							form={form}
							name="enrolmentId"
							legend="Who no longer comes?"
							legendSize="s"
							items={people}
						/>
						<TextareaField
							form={form}
							name="reason"
							label="Why is it cancelled?"
							hint="Only if nobody is left. For example, the room is not free. Do not name a participant."
							rows={2}
						/>
						<Button variant="warning" preventDoubleClick>
							Take them off
						</Button>
					</form>
				</div>
			</div>
		</>
	);
}
