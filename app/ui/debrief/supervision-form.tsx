import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';

type SupervisionFormProps = {
	readonly form: FormState;
	readonly backHref: string;
	readonly caption: string;
	readonly title: string;
	/** What will happen. */
	readonly says: string;
	readonly label: string;
	readonly button: string;
};

/** The page that asks for supervision, and the one that takes it back: what will happen, a few words, one button. */
export function SupervisionForm({ form, backHref, caption, title, says, label, button }: SupervisionFormProps) {
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<BackLink href={backHref}>Debrief</BackLink>
				<FormErrorSummary form={form} />
				<PageHeader caption={caption} title={title}>
					<p className="govuk-body">{says}</p>
				</PageHeader>
				<form method="post" noValidate>
					<TextareaField form={form} name="words" label={label} hint="Do not name a participant." rows={3} />
					<Button preventDoubleClick>{button}</Button>
				</form>
			</div>
		</div>
	);
}
