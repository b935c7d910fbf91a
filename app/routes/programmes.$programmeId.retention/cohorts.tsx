import { Table } from '#app/ui/components/table.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import { FigureLink } from '#app/ui/retention/figure-link.tsx';
import { FATE_NAMES } from '#app/ui/retention/retention-words.ts';
import type { ProgrammeRetentionView } from './retention-view.ts';

type CohortsProps = { readonly cohorts: ProgrammeRetentionView['cohorts']; readonly fileHref: string };

/** What became of the places of each cohort; each count leads to its people. */
export function Cohorts({ cohorts, fileHref }: CohortsProps) {
	const fates = cohorts[0]!.fates.map(({ fate }) => FATE_NAMES[fate]);
	return (
		<section aria-labelledby="cohorts">
			<h2 className="govuk-heading-m" id="cohorts">
				Cohort by cohort
			</h2>
			<Table
				stacked
				firstCellIsHeader
				head={['Cohort', 'Had a place', 'Started', ...fates]}
				rows={cohorts.map(({ name, area, href, places, started, fates: own }) => [
					<span key="name">
						<a className="govuk-link" href={href}>
							{name}
						</a>
						<span className="figure-note">{area}</span>
					</span>,
					<ShareLink key="places" href={places > 0 ? `${href}#people` : null} of={`had a place, ${name}`}>
						{String(places)}
					</ShareLink>,
					<ShareLink key="started" href={started > 0 ? `${href}#people` : null} of={`started, ${name}`}>
						{String(started)}
					</ShareLink>,
					...own.map(({ fate, count, href: people }) => (
						<FigureLink key={fate} count={count} href={people} of={`${FATE_NAMES[fate].toLowerCase()}, ${name}`} />
					)),
				])}
			/>
			<p className="govuk-body no-print">
				<a className="govuk-link" href={fileHref} download>
					Download as CSV<span className="govuk-visually-hidden"> file</span>
				</a>
				, to pass on: by area, nobody is named, and counts from 1 to 4 are hidden. A variant has a file of its own.
			</p>
		</section>
	);
}
