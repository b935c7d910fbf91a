import { ControlChart } from '#app/ui/charts/control-chart.tsx';
import { linkedNumbers } from '#app/ui/charts/linked-numbers.tsx';
import type { DriftView } from './drift-view.ts';

/** Whether delivery is moving away from the plan: a control chart with its sentence and its numbers. */
export function DriftChart({ drift: { sentence, chart, other, by } }: { readonly drift: DriftView }) {
	return (
		<section aria-labelledby="drift-heading">
			<h2 className="govuk-heading-m" id="drift-heading">
				Drift, by {by}
			</h2>
			<p className="govuk-body no-print">
				<a className="govuk-link" href={other.href}>
					{other.text}
				</a>
			</p>
			{chart ? (
				<ControlChart
					id="drift"
					title={`Share of activities delivered as intended, by ${by}, %`}
					note={sentence}
					{...chart}
					numbers={numbersOf(chart, by)}
				/>
			) : (
				<p className="govuk-body">{sentence}</p>
			)}
		</section>
	);
}

type DrawnDrift = NonNullable<DriftView['chart']>;

/** A session’s numbers lead to its log; those of a month to the logs of its sessions, which stand in a column of their own. */
function numbersOf({ numbers, madeOf }: DrawnDrift, by: DriftView['by']) {
	if (by === 'session') return linkedNumbers(numbers, (row) => madeOf[row]![0]!.href);
	return {
		head: [...numbers.head, 'Sessions'],
		rows: numbers.rows.map((cells, row) => [...cells, <Logs key="sessions" sessions={madeOf[row]!} />]),
	};
}

function Logs({ sessions }: { readonly sessions: DrawnDrift['madeOf'][number] }) {
	return sessions.map(({ planNumber, href }, at) => (
		<span key={href}>
			{at > 0 && ', '}
			<a className="govuk-link" href={href}>
				<span className="govuk-visually-hidden">Log of session </span>
				{planNumber}
			</a>
		</span>
	));
}
