import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PrintButton } from '#app/ui/blocks/print-button.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { ObserversWords } from '#app/ui/observations/observers-words.tsx';
import { ScoredItems } from '#app/ui/observations/scored-items.tsx';
import type { FeedbackView } from './feedback-view.ts';

/** What observers saw of a session, for those who delivered it: first in words, then item by item. */
export function FeedbackPage({ view: { sessionId, name, caption, feedback } }: { readonly view: FeedbackView }) {
	return (
		<>
			<BackLink href={paths.session(sessionId)}>{name}</BackLink>
			<PageHeader caption={caption} title="Feedback from an observation">
				<p className="govuk-body measure">
					One evening, seen by somebody from outside. It is there to talk about in supervision, beside what your own log
					says, and it is no mark.
				</p>
			</PageHeader>
			<PrintButton />
			{feedback.map(({ id, observer, how, strengths, nextSteps, dimensions }) => (
				<section key={id} className="today-section" aria-label={`Observation by ${observer}`}>
					<h2 className="govuk-heading-m">{observer}</h2>
					<p className="govuk-body quiet">{how}</p>
					<ObserversWords strengths={strengths} nextSteps={nextSteps} />
					<ScoredItems dimensions={dimensions} columns={['What was seen']} />
				</section>
			))}
		</>
	);
}
