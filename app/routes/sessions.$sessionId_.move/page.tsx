import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { AskedFields } from '#app/ui/schedule/asked-fields.tsx';
import { TimeFields } from '#app/ui/schedule/time-fields.tsx';
import type { MoveStart } from './move-view.ts';

type MovePageProps = { readonly start: MoveStart; readonly form: FormState };

/** Step one: the new date and times, who asked and why. */
export function MovePage({ start, form }: MovePageProps) {
	const { sessionId, planNumber, caption, when, isCancelled, losesApologies } = start;
	return (
		<>
			<BackLink href={paths.session(sessionId)}>Session {planNumber}</BackLink>
			<FormErrorSummary form={form} />
			<div className="govuk-grid-row">
				<div className="govuk-grid-column-two-thirds">
					<PageHeader caption={caption} title={isCancelled ? 'Schedule the plan again' : 'Change the date or time'} />
					<p className="govuk-body">
						{isCancelled ? `It did not go ahead on ${when}.` : `It is on ${when}.`} You see every date before anything
						is saved.
					</p>
					{losesApologies && (
						<InsetText>
							Apologies were for the old date. They are taken back when the session moves: ask again.
						</InsetText>
					)}
					<form method="post" noValidate>
						<TimeFields form={form} />
						<AskedFields form={form} />
						<Button name="intent" value="look" preventDoubleClick>
							Continue
						</Button>
					</form>
				</div>
			</div>
		</>
	);
}
