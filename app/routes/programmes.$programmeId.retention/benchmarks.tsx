import { Table } from '#app/ui/components/table.tsx';
import { formatCount } from '#app/ui/format.ts';
import { keyed } from '#app/ui/keyed.ts';
import type { BenchmarksView } from './benchmarks-view.ts';

/** What others have published, each beside ours out of the same people and with where it stands. */
export function Benchmarks({ view: { figures, notRecorded } }: { readonly view: BenchmarksView }) {
	return (
		<section aria-labelledby="published-heading">
			<h2 className="govuk-heading-m" id="published-heading">
				Beside what others have published
			</h2>
			{figures.length === 0 ? (
				<p className="govuk-body">No published figure with a denominator of ours is known for this programme.</p>
			) : (
				<>
					<p className="govuk-body">
						Ours are of terms that are over, out of the same people as the published figure. Other services work with
						other people, on other terms, and whether those came by order of a court was not found: a gap says that
						something differs, not what.{' '}
						{notRecorded > 0 &&
							`${formatCount('place', notRecorded)} of terms that are over have no recorded ending: until they have, ours would be mostly losses.`}
					</p>
					<Table
						stacked
						firstCellIsHeader
						head={['Published', 'Out of', 'Ours', 'Source']}
						rows={figures.map(({ key, published, outOf, about, removals, source, link, ours, why }) => [
							published,
							<span key="about">
								{about}
								{removals && <span className="figure-note">{removals}</span>}
							</span>,
							<span key={key}>
								{keyed(ours).map(({ key: place, item }) => (
									<span key={place} className="figure-line">
										{item}
									</span>
								))}
								{why}
								<span className="figure-note">{outOf}</span>
							</span>,
							<a key="source" className="govuk-link" href={link} rel="noreferrer">
								{source}
							</a>,
						])}
					/>
				</>
			)}
		</section>
	);
}
