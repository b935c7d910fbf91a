import { Details } from '#app/ui/components/details.tsx';
import { formatCount } from '#app/ui/format.ts';
import type { gapsInWords } from './gap-words.ts';

/** What is missing from what was to be delivered and written down, by kind: how many, whose it is, and which sessions. */
export function Gaps({ gaps }: { readonly gaps: ReturnType<typeof gapsInWords> }) {
	if (gaps.length === 0) return <p className="govuk-body">There are no gaps in delivery.</p>;
	return (
		<>
			<h3 className="govuk-heading-s">Gaps</h3>
			{gaps.map(({ kind, title, owner, many, cohorts }) => (
				<Details key={kind} summary={`${title}: ${formatCount('session', many)}, for ${owner}`}>
					<ul className="govuk-list">
						{cohorts.map(({ name, sessions }) => (
							<li key={sessions[0]!.href}>
								{name}:{' '}
								{sessions.map(({ href, text }, index) => (
									<span key={href}>
										{index > 0 && '; '}
										<a className="govuk-link" href={href}>
											{text}
										</a>
									</span>
								))}
							</li>
						))}
					</ul>
				</Details>
			))}
		</>
	);
}
