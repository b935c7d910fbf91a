import { CALL_OUTCOMES } from '#app/domain/reminders/texts/call.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { TypedWords } from '#app/ui/blocks/typed-words.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { TimeField } from '#app/ui/fields/time-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { CallFacts } from '#app/ui/messages/call-card.tsx';
import { CALL_OUTCOME_NAMES } from '#app/ui/messages/call-line.ts';
import type { CallView } from './call-view.ts';

type PageProps = { readonly view: CallView; readonly form: FormState };

/** One person to ring in the place of a message, and what came of it. */
export function CallPage({ view, form }: PageProps) {
	const { line, why, messageHref, takesCall, maySay } = view;
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<BackLink href={paths.calls()}>Calls to make today</BackLink>
				<FormErrorSummary form={form} />
				<PageHeader caption="Ring somebody" title={line.name} />
				{why && <InsetText>{why}</InsetText>}
				<CallFacts call={line} />
				{takesCall && maySay ? <WhatCameOfIt view={view} form={form} /> : <TypedWords words={textOf(form, 'note')} />}
				<p className="govuk-body no-print">
					<a className="govuk-link" href={messageHref}>
						The message itself
					</a>
				</p>
			</div>
		</div>
	);
}

function WhatCameOfIt({ view: { line }, form }: PageProps) {
	const items = CALL_OUTCOMES.filter((one) => one !== 'message-left' || line.reach?.mayLeaveVoicemail !== false);
	return (
		<form method="post" noValidate className="no-print">
			<HiddenField name="contactId" value={textOf(form, 'contactId') || (line.reach?.contactId ?? '')} />
			<RadiosField
				form={form}
				name="outcome"
				legend="What came of it?"
				legendSize="m"
				items={items.map((value) => ({ value, label: CALL_OUTCOME_NAMES[value] }))}
			/>
			<TimeField
				form={form}
				name="rungAt"
				label="When did you ring today?"
				hint="For example, 10:15am. Empty: just now"
			/>
			<TextareaField
				form={form}
				name="note"
				label="Note"
				hint="Needed where nobody rings: say why. Facts only, and nothing of what was said."
				rows={2}
			/>
			<Button preventDoubleClick>Save</Button>
		</form>
	);
}
