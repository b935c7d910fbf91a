type SentencesProps = { readonly title: string; readonly intro: string; readonly lines: readonly string[] };

/** Sentences under a heading that counts them; nothing when there are none. */
export function Sentences({ title, intro, lines }: SentencesProps) {
	if (lines.length === 0) return null;
	return (
		<>
			<h2 className="govuk-heading-m">
				{title} ({lines.length})
			</h2>
			<p className="govuk-body">{intro}</p>
			<ul className="govuk-list govuk-list--bullet">
				{lines.map((line) => (
					<li key={line}>{line}</li>
				))}
			</ul>
		</>
	);
}
