import { formatCount } from '#app/ui/format.ts';
import type { SessionView } from './session-view.ts';

/** Who needs a catch-up of this session; of a catch-up that is booked, the way to take it back. */
export function CatchUpLinks({ view: { catchUpsNeeded, bookHref, cancelHref } }: { readonly view: SessionView }) {
	if (cancelHref) {
		return (
			<p className="govuk-body">
				<a className="govuk-link" href={cancelHref}>
					Cancel the catch-up, or take somebody off
				</a>
			</p>
		);
	}
	if (!bookHref) return null;
	const need = catchUpsNeeded === 1 ? 'needs' : 'need';
	return (
		<p className="govuk-body">
			{catchUpsNeeded > 0 && `${formatCount('person', catchUpsNeeded)} ${need} a catch-up of this session. `}
			<a className="govuk-link" href={bookHref}>
				{catchUpsNeeded > 0 ? 'Book a catch-up' : 'Catch-ups of this session'}
			</a>
		</p>
	);
}
