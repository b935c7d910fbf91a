import { AdherenceBars } from '#app/ui/charts/adherence-bars.tsx';
import { linkedNumbers } from '#app/ui/charts/linked-numbers.tsx';
import { RetentionCurve } from '#app/ui/charts/retention-curve.tsx';
import type { CohortView } from './cohort-view.ts';

/** Who stays and what is delivered, side by side; a sentence in the place of a chart that has nothing to draw. */
export function Charts({
	view: { retention, retentionHref, adherence, fidelity, readsLogs },
}: {
	readonly view: CohortView;
}) {
	return (
		<div className="chart-pair">
			<section aria-labelledby="retention-heading">
				<h2 className="govuk-heading-m" id="retention-heading">
					Who is still with us, by session
				</h2>
				{retention ? (
					<RetentionCurve
						id="retention"
						title="Share of people still taking part, by session, %"
						peopleHref={retentionHref && `${retentionHref}#people`}
						{...retention}
					/>
				) : (
					<p className="govuk-body">Nobody has attended yet.</p>
				)}
			</section>
			{readsLogs && (
				<section aria-labelledby="adherence-heading">
					<h2 className="govuk-heading-m" id="adherence-heading">
						Adherence by session, %
					</h2>
					{adherence ? (
						<AdherenceBars
							id="adherence"
							title="Share of activities delivered, by session, %"
							{...adherence}
							numbers={linkedNumbers(adherence.numbers, () => fidelity && `${fidelity}#sessions-heading`)}
						/>
					) : (
						<p className="govuk-body">No session has been held yet.</p>
					)}
				</section>
			)}
		</div>
	);
}
