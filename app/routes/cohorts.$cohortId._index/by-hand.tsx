import { Fragment } from 'react';
import type { CohortView } from './cohort-view.ts';

type ByHandProps = { readonly links: CohortView['byHand']; readonly hasPeople: boolean };

/** Registers on paper and from it. */
export function ByHand({ links: { typeUp, paper, sheet }, hasPeople }: ByHandProps) {
	const all = [
		{ href: typeUp, words: 'Type up registers' },
		{ href: paper, words: 'Print a paper register' },
		{ href: sheet, words: 'Bring in a sheet' },
	].flatMap(({ href, words }) => (href === null ? [] : [{ href, words }]));
	if (!hasPeople || all.length === 0) return null;
	return (
		<p className="govuk-body no-print">
			{all.map(({ href, words }, at) => (
				<Fragment key={words}>
					{at > 0 && ' · '}
					<a className="govuk-link" href={href}>
						{words}
					</a>
				</Fragment>
			))}
		</p>
	);
}
