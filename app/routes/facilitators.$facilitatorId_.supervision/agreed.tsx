import { Table } from '#app/ui/components/table.tsx';
import type { SupervisionView } from './supervision-view.ts';

/** What they asked to bring to supervision, the newest first, and whether it was taken up. */
export function Asked({ asked }: Pick<SupervisionView, 'asked'>) {
	return (
		<section aria-labelledby="asked">
			<h2 className="govuk-heading-m" id="asked">
				Asked for support
			</h2>
			{asked.length === 0 ? (
				<p className="govuk-body">
					Nothing has been asked for. In the debrief of a session it can be brought to supervision.
				</p>
			) : (
				<Table
					stacked
					firstCellIsHeader
					head={['Session', 'Held on', 'What was asked', 'What came of it']}
					rows={asked.map(({ session, href, day, words, state }) => [
						<a key="session" className="govuk-link" href={href}>
							{session}
						</a>,
						day,
						words,
						state,
					])}
				/>
			)}
		</section>
	);
}

/** What debriefs agreed that they do, the open ones before the others. */
export function Actions({ actions }: Pick<SupervisionView, 'actions'>) {
	return (
		<section aria-labelledby="actions">
			<h2 className="govuk-heading-m" id="actions">
				Actions agreed
			</h2>
			{actions.length === 0 ? (
				<p className="govuk-body">No debrief has agreed an action of theirs.</p>
			) : (
				<Table
					stacked
					firstCellIsHeader
					head={['Action', 'From the debrief of', 'By', 'State']}
					rows={actions.map(({ words, href, session, due, state }) => [
						<a key="action" className="govuk-link" href={href}>
							{words}
						</a>,
						session,
						due,
						state,
					])}
				/>
			)}
		</section>
	);
}
