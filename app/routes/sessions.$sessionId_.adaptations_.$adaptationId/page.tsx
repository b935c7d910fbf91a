import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { AdaptationFields } from '#app/ui/fidelity/adaptation-fields.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { EMPTY_FORM, type FormState, textOf } from '#app/ui/form-state.ts';
import type { OwnAdaptationView } from './view.ts';

/** `form` is what was sent and refused, of either form. */
type PageProps = { readonly view: OwnAdaptationView; readonly form: FormState | null };

const GONE = {
	corrected: 'You have corrected this record: what it said stays in the history.',
	withdrawn: 'You have withdrawn this record: it stays in the history and counts nowhere.',
} as const;

export function OwnAdaptationPage({ view, form }: PageProps) {
	const { standing, backHref, caption, nextHref } = view;
	const gone = standing === 'corrected' || standing === 'withdrawn' ? GONE[standing] : null;
	const isWithdrawing = form !== null && textOf(form, 'intent') === 'withdraw';
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<BackLink href={backHref}>Adaptations</BackLink>
				{form && <FormErrorSummary form={form} />}
				<PageHeader caption={caption} title="Correct or withdraw" />
				{gone && (
					<InsetText>
						{gone}{' '}
						{nextHref && (
							<a className="govuk-link" href={nextHref}>
								The record that stands in its place
							</a>
						)}
					</InsetText>
				)}
				{(!gone || form) && (!view.isCancelled || form) && (
					<Correction view={view} form={isWithdrawing ? null : form} />
				)}
				{(!gone || form) && <Withdrawal form={isWithdrawing ? form : null} />}
			</div>
		</div>
	);
}

function Correction({ view: { activities, said, whatFollows }, form }: PageProps) {
	const shown = form ?? said;
	return (
		<form method="post" noValidate>
			<h2 className="govuk-heading-m">Correct it</h2>
			<p className="govuk-body">{whatFollows}</p>
			<HiddenField name="intent" value="correct" />
			<AdaptationFields activities={activities} form={shown} />
			<TextareaField
				form={shown}
				name="correctionReason"
				label="Why you correct it"
				hint="Do not name a participant."
				rows={2}
			/>
			<Button preventDoubleClick>Save the correction</Button>
		</form>
	);
}

function Withdrawal({ form }: Pick<PageProps, 'form'>) {
	return (
		<form method="post" noValidate>
			<h2 className="govuk-heading-m">Withdraw it</h2>
			<p className="govuk-body">It will not be done, or it was written by mistake. It stays in the history.</p>
			<HiddenField name="intent" value="withdraw" />
			<TextareaField
				form={form ?? EMPTY_FORM}
				name="withdrawalReason"
				label="Why you withdraw it"
				hint="Do not name a participant."
				rows={2}
			/>
			<Button variant="secondary" preventDoubleClick>
				Withdraw it
			</Button>
		</form>
	);
}
