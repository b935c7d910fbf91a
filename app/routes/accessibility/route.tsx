import type { MetaFunction } from '@remix-run/node';
import { pageTitle } from '#app/ui/page-title.ts';

export const meta: MetaFunction = () => pageTitle('Accessibility');

/** Public: what works, what does not, and what to do about it. */
export default function Accessibility() {
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<h1 className="govuk-heading-l">Accessibility</h1>
				<p className="govuk-body">
					Plumbline is made to the Web Content Accessibility Guidelines, version 2.2, level AA. Every page works with
					the keyboard alone, with JavaScript switched off, on a screen 320 pixels wide, and at 400% zoom. Colour is
					never the only sign.
				</p>
				<h2 className="govuk-heading-m">What we check</h2>
				<p className="govuk-body">
					An automatic check runs over the pages with every change. It finds many faults and not all: the pages have not
					yet been tested by people who use assistive technology every day.
				</p>
				<h2 className="govuk-heading-m">What to do when something does not work for you</h2>
				<p className="govuk-body">
					Tell your administrator what you wanted to do and what happened. On the register, letter keys can be switched
					off below the list of names.
				</p>
			</div>
		</div>
	);
}
