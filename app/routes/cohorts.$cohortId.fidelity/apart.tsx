import { Table } from '#app/ui/components/table.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import type { ApartView } from './apart-view.ts';

const HEAD = ['Dimension', 'Self-report', 'Missing in it', 'Observed', 'Scored', 'Not scored', 'Difference'];
const MADE_OF = 'observed-sessions';

type ApartProps = { readonly apart: ApartView; readonly planHref: string | null };

/** Two instruments of the same sessions beside each other: what facilitators say, and what observers saw. */
export function Apart({ apart: { sentence, rows, sessions }, planHref }: ApartProps) {
	return (
		<section aria-labelledby="apart-heading">
			<h2 className="govuk-heading-m" id="apart-heading">
				Self-report and observation
			</h2>
			<p className="govuk-body measure">{sentence}</p>
			{rows.length > 0 && (
				<Table
					stacked
					firstCellIsHeader
					head={HEAD}
					rows={rows.map(([dimension = '', ...cells]) => [
						dimension,
						...cells.map((cell, at) => (
							<ShareLink
								key={HEAD[at + 1]}
								href={/\d/.test(cell) ? `#${MADE_OF}` : null}
								of={`${HEAD[at + 1]}, ${dimension}`}
							>
								{cell}
							</ShareLink>
						)),
					])}
				/>
			)}
			{sessions.length > 0 && <MadeOf sessions={sessions} />}
			{planHref && (
				<p className="govuk-body no-print">
					<a className="govuk-link" href={planHref}>
						Observation plan
					</a>
				</p>
			)}
		</section>
	);
}

/** The sessions of both columns, with what each of the two says of them. */
function MadeOf({ sessions }: Pick<ApartView, 'sessions'>) {
	return (
		<div id={MADE_OF}>
			<h3 className="govuk-heading-s">The sessions that both are of</h3>
			<ul className="govuk-list govuk-list--bullet">
				{sessions.map(({ planNumber, logHref, answersHref, feedbackHref }) => (
					<li key={logHref}>
						Session {planNumber}:{' '}
						<a className="govuk-link" href={logHref}>
							delivery log<span className="govuk-visually-hidden"> of session {planNumber}</span>
						</a>
						{answersHref && (
							<>
								,{' '}
								<a className="govuk-link" href={answersHref}>
									how people took part<span className="govuk-visually-hidden"> in session {planNumber}</span>
								</a>
							</>
						)}
						{feedbackHref && (
							<>
								,{' '}
								<a className="govuk-link" href={feedbackHref}>
									observation<span className="govuk-visually-hidden"> of session {planNumber}</span>
								</a>
							</>
						)}
					</li>
				))}
			</ul>
		</div>
	);
}
