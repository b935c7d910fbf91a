import { Table } from '#app/ui/components/table.tsx';
import type { EarlySignsView } from './early-signs-view.ts';

/** Who may be about to leave, and what says so: in words, by name, never by a number that ranks them. */
export function EarlySigns({ people }: { readonly people: EarlySignsView }) {
	return (
		<section aria-labelledby="early-signs">
			<h2 className="govuk-heading-m" id="early-signs">
				Early signs
			</h2>
			<p className="govuk-body">
				What the registers and the calls say, by name: not a score, and no forecast of who will leave. A sign is gone
				once the person comes.
			</p>
			{people.length === 0 ? (
				<p className="govuk-body">Nobody shows one.</p>
			) : (
				<Table
					stacked
					firstCellIsHeader
					head={['Person', 'What says so', 'What to do']}
					rows={people.map(({ name, reference, href, reasons, act }) => [
						<span key="name">
							<a className="govuk-link" href={href}>
								{name}
							</a>{' '}
							{name !== reference && <span className="figure-note">{reference}</span>}
						</span>,
						<ul key="reasons" className="govuk-list early-signs__reasons">
							{reasons.map((reason) => (
								<li key={reason}>{reason}</li>
							))}
						</ul>,
						<a key="act" className="govuk-link" href={act.href}>
							{act.words}
							<span className="govuk-visually-hidden">: {name}</span>
						</a>,
					])}
				/>
			)}
		</section>
	);
}
