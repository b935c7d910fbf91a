import { Table } from '#app/ui/components/table.tsx';
import type { ExplainedView } from './explained-view.ts';

/** Planned against drift: each count leads to the changes that it is made of, and each of these to its session. */
export function Explained({ explained: { sentence, groups } }: { readonly explained: ExplainedView }) {
	const made = groups.filter(({ rows }) => rows.length > 0);
	return (
		<section aria-labelledby="explained-heading">
			<h2 className="govuk-heading-m" id="explained-heading">
				Planned against drift
			</h2>
			<p className="govuk-body measure">{sentence}</p>
			{made.length > 0 && (
				<Table
					stacked
					firstCellIsHeader
					head={['Changes', 'How many', 'What it means']}
					rows={groups.map(({ behind, name, means, figure, rows }) => [
						name,
						rows.length === 0 ? (
							figure
						) : (
							<a key="figure" className="govuk-link" href={`#changes-${behind}`}>
								{figure}
							</a>
						),
						means,
					])}
				/>
			)}
			{made.map((group) => (
				<Changes key={group.behind} group={group} />
			))}
		</section>
	);
}

function Changes({ group: { behind, name, rows } }: { readonly group: ExplainedView['groups'][number] }) {
	return (
		<Table
			id={`changes-${behind}`}
			stacked
			firstCellIsHeader
			caption={name}
			captionSize="s"
			head={['Activity', 'The log says', 'Session']}
			rows={rows.map(({ key, activity, rating, session, href }) => [
				activity,
				rating,
				<a key={key} className="govuk-link" href={href}>
					{session}
					<span className="govuk-visually-hidden">: what was changed</span>
				</a>,
			])}
		/>
	);
}
