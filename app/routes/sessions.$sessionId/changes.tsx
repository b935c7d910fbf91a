import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Table } from '#app/ui/components/table.tsx';
import type { ChangesView } from './changes-view.ts';

type ChangesProps = { readonly changes: ChangesView };

/** What became of the plan of this session, above what there is to do. */
export function PlanNotes({ changes: { earlier, again, decision } }: ChangesProps) {
	return (
		<>
			{earlier.map(({ href, when, reason }) => (
				<p key={href} className="govuk-body">
					<a className="govuk-link" href={href}>
						An earlier session of this plan
					</a>{' '}
					did not go ahead on {when}: {reason}
				</p>
			))}
			{again && (
				<p className="govuk-body">
					The plan is scheduled again:{' '}
					<a className="govuk-link" href={again.href}>
						{again.when}
					</a>
				</p>
			)}
			{decision && <InsetText>{decision}</InsetText>}
		</>
	);
}

/** What can be changed of its dates and its plan. */
export function ChangeLinks({ changes, isCancelled }: ChangesProps & { readonly isCancelled: boolean }) {
	const { moveHref, decideHref, bookHref } = changes;
	const links = [
		{ href: moveHref, text: isCancelled ? 'Schedule the plan for another date' : 'Change the date or time' },
		{
			href: decideHref,
			text: isCancelled ? 'Record that the plan was left out or merged' : 'Record that the plan was split',
		},
		{ href: bookHref, text: 'Book the individual sessions' },
	];
	return links.flatMap(({ href, text }) =>
		href
			? [
					<p key={href} className="govuk-body">
						<a className="govuk-link" href={href}>
							{text}
						</a>
					</p>,
				]
			: [],
	);
}

/** Every date that the session had, with who asked and why; nothing while it stands where it was laid out. */
export function TimesHistory({ changes: { times } }: ChangesProps) {
	if (times.length === 0) return null;
	return (
		<Table
			stacked
			firstCellIsHeader
			caption="Dates that this session has had"
			captionSize="m"
			head={['When', 'Set', 'Asked for by', 'Why']}
			rows={times.map(({ when, set, askedBy, why }, index) => [
				index === 0 ? when : <s key="when">{when}</s>,
				set,
				askedBy === '' ? { content: '', className: 'table__cell--empty' } : askedBy,
				why,
			])}
		/>
	);
}
