/** Prints the page. Without a script it is not there: the browser’s own menu prints as well. */
export function PrintButton() {
	return (
		<p className="govuk-body no-print">
			<button type="button" className="link-button" data-print hidden>
				Print this page
			</button>
		</p>
	);
}
