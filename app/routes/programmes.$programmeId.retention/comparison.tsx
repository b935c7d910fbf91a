import { Curves, MOST_CURVES } from '#app/ui/charts/curves.tsx';
import { linkedNumbers } from '#app/ui/charts/linked-numbers.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import { formatRate } from '#app/ui/format.ts';
import type { ComparisonView } from './comparison-view.ts';

const HEADINGS = { cohorts: 'cohort by cohort', areas: 'area by area', programmes: 'programme by programme' } as const;

/** The groups beside one another: their curves, their counts, and whether chance alone could part them so. */
export function Comparison({ view }: { readonly view: ComparisonView }) {
	const { compare, common, test, groups } = view;
	return (
		<section aria-labelledby="compared-heading">
			<h2 className="govuk-heading-m" id="compared-heading">
				Who stays, {HEADINGS[compare]}
			</h2>
			{groups.length > 1 && groups.length <= MOST_CURVES && <ComparedCurves view={view} />}
			{groups.length > MOST_CURVES && (
				<p className="govuk-body">
					More than {MOST_CURVES} lines cannot be told apart, so they are not drawn. Choose an area to compare fewer.
				</p>
			)}
			{groups.length > 0 && (
				<Table
					stacked
					firstCellIsHeader
					head={['Group', 'Started', 'Left', 'Removed', 'Exits expected', `Still in after session ${common}`]}
					rows={groups.map(({ letter, name, href, people, left, removed, isFew, expected, stillIn }) => [
						<span key="group">
							<a className="govuk-link" href={href}>
								{letter}: {name}
							</a>
							{isFew && <span className="figure-note">Fewer than 10 started</span>}
						</span>,
						<ShareLink key="people" href={people > 0 ? href : null} of={`started, ${name}`}>
							{String(people)}
						</ShareLink>,
						<ShareLink key="left" href={left > 0 ? href : null} of={`left, ${name}`}>
							{String(left)}
						</ShareLink>,
						<ShareLink key="removed" href={removed > 0 ? href : null} of={`removed, ${name}`}>
							{String(removed)}
						</ShareLink>,
						expected ?? 'no test',
						<ShareLink key="still" href={/\d/.test(stillIn) ? href : null} of={`still in, ${name}`}>
							{stillIn}
						</ShareLink>,
					])}
				/>
			)}
			<p className="govuk-body">{test}</p>
			{compare === 'programmes' && groups.length > 1 && (
				<p className="govuk-body">
					Programmes of one side, session by session: they differ in length, in who comes and in what counts as enough.
				</p>
			)}
		</section>
	);
}

function ComparedCurves({ view: { compare, planCount, groups } }: { readonly view: ComparisonView }) {
	const sessions = Math.max(...groups.map(({ points }) => points.at(-1)!.session));
	return (
		<Curves
			id="compared"
			title={`Share of people still taking part, ${HEADINGS[compare]}, %`}
			description={groups.map(({ letter, name, stillIn }) => `${letter}, ${name}: ${stillIn}.`).join(' ')}
			note="Each line ends at the last session held. The letters are those of the table."
			planCount={planCount}
			curves={groups.map(({ letter, points }) => ({ label: letter, points }))}
			numbers={linkedNumbers(
				{
					head: ['After session', ...groups.map(({ letter }) => `${letter}, people at risk`)],
					rows: Array.from({ length: sessions }, (_, index) => [
						String(index + 1),
						...groups.map(({ points }) => {
							const point = points.find(({ session }) => session === index + 1);
							return point ? `${formatRate(point.share)}, ${point.atRisk}` : '';
						}),
					]),
				},
				(_, column) => groups[column - 1]!.href,
			)}
		/>
	);
}
