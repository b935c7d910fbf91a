import { ControlChart } from '#app/ui/charts/control-chart.tsx';
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
				/>
			) : (
				<p className="govuk-body">{sentence}</p>
			)}
		</section>
	);
}
