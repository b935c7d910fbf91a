import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { TimeFields } from '#app/ui/schedule/time-fields.tsx';
import type { CatchUpView } from './catch-up-view.ts';

type CatchUpPageProps = { readonly view: CatchUpView; readonly form: FormState };

/** Booking a catch-up of one session, for one person or for several at once. */
export function CatchUpPage({ view, form }: CatchUpPageProps) {
	const { sessionId, planNumber, caption, title, people, others } = view;
	return (
		<>
			<BackLink href={paths.session(sessionId)}>Session {planNumber}</BackLink>
			<FormErrorSummary form={form} />
			<div className="govuk-grid-row">
				<div className="govuk-grid-column-two-thirds">
					<PageHeader
						caption={caption}
						title={title === `Session ${planNumber}` ? `Catch-up of session ${planNumber}` : `Catch-up: ${title}`}
					>
						<p className="govuk-body">
							A catch-up makes up for this session and counts once. It has its own register and log, and people get
							their usual reminder.
						</p>
					</PageHeader>
					{others.length > 0 && (
						<ul className="govuk-list govuk-list--bullet">
							{others.map((sentence) => (
								<li key={sentence}>{sentence}</li>
							))}
						</ul>
					)}
					{people.length === 0 ? (
						<EmptyState title="Nobody can be booked for a catch-up of this session" />
					) : (
						<BookingForm view={view} form={form} />
					)}
				</div>
			</div>
		</>
	);
}

function BookingForm({ view: { people, team, suggestion, mayOverride }, form }: CatchUpPageProps) {
	return (
		<form method="post" noValidate>
			<CheckboxesField form={form} name="enrolmentId" legend="Who is it for?" legendSize="s" items={people} />
			<p className="govuk-body">
				{suggestion
					? `The next time at which the facilitators are free: ${suggestion}. Change it if another suits better, or enter when it was held.`
					: 'No free time in time for everybody was found. Enter one that you have agreed, or when it was held.'}
			</p>
			<TimeFields form={form} />
			<CheckboxesField form={form} name="staffId" legend="Who delivers it?" legendSize="s" items={team} />
			{mayOverride && (
				<TextareaField
					form={form}
					name="lateBecause"
					label="Why does it count after the last day? (only if it does)"
					hint="For leads. Everybody who sees the catch-up reads it: do not name a participant."
					rows={2}
				/>
			)}
			<Button preventDoubleClick>Book the catch-up</Button>
		</form>
	);
}
