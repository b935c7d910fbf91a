import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { formatCount } from '#app/ui/format.ts';
import type { CohortView } from './cohort-view.ts';

/** Dose and adherence over all held sessions, each with its counts and what is missing from it. */
export function Delivered({ view: { dose, readsLogs } }: { readonly view: CohortView }) {
	const missing = dose.minutesMissing > 0 && `${formatCount('activity', dose.minutesMissing)} without minutes`;
	const unanswered = dose.unanswered > 0 && `${formatCount('session', dose.unanswered)} not recorded yet`;
	return (
		<section aria-labelledby="delivered-heading">
			<h2 className="govuk-heading-m" id="delivered-heading">
				What was delivered
			</h2>
			<SummaryList
				rows={[
					{ key: 'Sessions held', value: withNote(dose.sessions, unanswered) },
					...(readsLogs
						? [
								{ key: 'Minutes of activities', value: withNote(dose.minutes, missing) },
								{ key: 'Core activities', value: dose.core },
								{ key: 'Adaptable activities', value: dose.adaptable },
								{ key: 'As intended, without any change', value: dose.asIntended },
							]
						: []),
				]}
			/>
		</section>
	);
}

function withNote(text: string, note: string | false) {
	return (
		<>
			{text}
			{note && <span className="figure-note">{note}</span>}
		</>
	);
}
