import type { ReactNode } from 'react';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import { formatCount } from '#app/ui/format.ts';
import type { CohortView } from './cohort-view.ts';

/** Dose and adherence over all held sessions, each with its counts and what is missing from it. */
export function Delivered({ view: { dose, readsLogs, sessionsHref } }: { readonly view: CohortView }) {
	const missing = dose.minutesMissing > 0 && `${formatCount('activity', dose.minutesMissing)} without minutes`;
	const unanswered = dose.unanswered > 0 && `${formatCount('session', dose.unanswered)} not recorded yet`;
	const madeOf = (of: string, share: string) => (
		<ShareLink href={sessionsHref} of={of}>
			{share}
		</ShareLink>
	);
	return (
		<section aria-labelledby="delivered-heading">
			<h2 className="govuk-heading-m" id="delivered-heading">
				What was delivered
			</h2>
			<SummaryList
				rows={[
					{ key: 'Sessions held', value: withNote(madeOf('sessions held', dose.sessions), unanswered) },
					...(readsLogs
						? [
								{
									key: 'Minutes of activities',
									value: withNote(madeOf('minutes of activities', dose.minutes), missing),
								},
								{ key: 'Core activities', value: madeOf('core activities', dose.core) },
								{ key: 'Adaptable activities', value: madeOf('adaptable activities', dose.adaptable) },
								{ key: 'As intended, without any change', value: madeOf('as intended', dose.asIntended) },
							]
						: []),
				]}
			/>
		</section>
	);
}

function withNote(text: ReactNode, note: string | false) {
	return (
		<>
			{text}
			{note && <span className="figure-note">{note}</span>}
		</>
	);
}
