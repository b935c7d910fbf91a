import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import type { SessionView } from './session-view.ts';

/** Within the notice, that somebody comes to observe; it says neither who nor why. */
export function ObservedNotice({ view: { observing } }: { readonly view: SessionView }) {
	if (!observing.isTold) return null;
	return (
		<InsetText>
			This session is to be observed. Whoever comes looks at how it is delivered, and sees nobody’s name in Plumbline.
		</InsetText>
	);
}

/** The ways to observations of the session that are there for the reader. */
export function ObservationLinks({ view: { observing } }: { readonly view: SessionView }) {
	const { feedbackHref, allHref, toRelease } = observing;
	return (
		<>
			{feedbackHref && (
				<p className="govuk-body">
					<a className="govuk-link" href={feedbackHref}>
						Feedback from an observation
					</a>
				</p>
			)}
			{allHref && (
				<p className="govuk-body">
					<a className="govuk-link" href={allHref}>
						Observations of this session
					</a>{' '}
					{toRelease > 0 && <Tag colour="yellow">{`${toRelease} to release`}</Tag>}
				</p>
			)}
		</>
	);
}
