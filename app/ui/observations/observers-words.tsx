type ObserversWordsProps = {
	readonly strengths: string | null;
	readonly nextSteps: string | null;
	/** For the leads alone; left out where the team reads. */
	readonly note?: string | null | undefined;
};

/** What an observer wrote beside the scores; nothing of what was left empty. */
export function ObserversWords({ strengths, nextSteps, note = null }: ObserversWordsProps) {
	const parts = [
		['What the team did well', strengths],
		['What to try next', nextSteps],
		['For the leads alone', note],
	] as const;
	return (
		<>
			{parts.map(
				([title, text]) =>
					text && (
						<div key={title}>
							<h3 className="govuk-heading-s govuk-!-margin-bottom-1">{title}</h3>
							<p className="govuk-body measure typed-text">{text}</p>
						</div>
					),
			)}
		</>
	);
}
