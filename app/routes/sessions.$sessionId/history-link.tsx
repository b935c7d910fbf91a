import type { SessionView } from './session-view.ts';

/** Where the register says what it said before. */
export function HistoryLink({ view: { historyHref } }: { readonly view: SessionView }) {
	if (!historyHref) return null;
	return (
		<p className="govuk-body">
			<a className="govuk-link" href={historyHref}>
				Earlier marks and notes of the register
			</a>
		</p>
	);
}
