import type { Share } from '#app/domain/statistics/percentages.ts';
import { StatCard } from '#app/ui/blocks/stat-card.tsx';
import { StatCards } from '#app/ui/blocks/stat-cards.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { formatCount } from '#app/ui/format.ts';
import type { LogFigures } from './log-view.ts';

/** What one saved log comes to: adherence with core and “as intended” apart, minutes, and what is missing. */
export function SavedLog({ log }: { readonly log: LogFigures }) {
	const { by, version, savedAt, adherence, dose, note, facts, answers } = log;
	const missing = adherence.missing > 0 ? `${formatCount('activity', adherence.missing)} not answered` : undefined;
	const unknown = dose.missing > 0 ? `${formatCount('activity', dose.missing)} without minutes` : undefined;
	return (
		<section className="saved-log">
			<h2 className="govuk-heading-m">Log by {by}</h2>
			<p className="govuk-body quiet">
				Saved {savedAt}
				{version > 1 && `, corrected ${formatCount('time', version - 1)}`}
			</p>
			<StatCards>
				<StatCard label="Delivered" {...figureOf(adherence.delivered)} note={missing ?? 'of the activities planned'} />
				<StatCard label="Core delivered" {...figureOf(adherence.core)} note="of the core activities" />
				<StatCard label="As intended" {...figureOf(adherence.asIntended)} note="without any change" />
				<StatCard label="Minutes" {...figureOf(dose.minutes)} note={unknown ?? 'of the minutes planned'} />
			</StatCards>
			{facts.length > 0 && <p className="govuk-body">{facts.join(' ')}</p>}
			{note && <p className="govuk-body">{note}</p>}
			<Details summary="Every answer">
				<Table
					stacked
					head={['Activity', 'Planned', 'Delivered']}
					rows={answers.map(({ title, core, plannedMinutes, answer }) => [
						core ? `${title} (core)` : title,
						formatCount('minute', plannedMinutes),
						answer,
					])}
				/>
			</Details>
		</section>
	);
}

function figureOf({ count, outOf, percent }: Share) {
	return {
		figure: percent === null ? 'no data' : `${percent}%`,
		outOf: percent === null ? undefined : `${count} of ${outOf}`,
	};
}
