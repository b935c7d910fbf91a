import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { AskedFields } from '#app/ui/schedule/asked-fields.tsx';
import { TimeFields } from '#app/ui/schedule/time-fields.tsx';
import type { BookingView } from './booking-view.ts';

type BookingPageProps = { readonly view: BookingView; readonly form: FormState };

export function BookingPage({ view: { sessionId, name, caption, suggestion }, form }: BookingPageProps) {
	return (
		<>
			<BackLink href={paths.bookings(sessionId)}>Individual sessions</BackLink>
			<FormErrorSummary form={form} />
			<div className="govuk-grid-row">
				<div className="govuk-grid-column-two-thirds">
					<PageHeader caption={caption} title={`Individual session: ${name}`} />
					<p className="govuk-body">
						{suggestion
							? `The next time at which the facilitators are free: ${suggestion}. Change it if another suits better.`
							: 'No free time was found in the next weeks. Enter one that you have agreed.'}
					</p>
					<form method="post" noValidate>
						<TimeFields form={form} />
						<AskedFields form={form} />
						<Button preventDoubleClick>Book the session</Button>
					</form>
				</div>
			</div>
		</>
	);
}
