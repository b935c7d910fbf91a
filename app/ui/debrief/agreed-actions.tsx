import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import type { ShownAction } from './shown-action.ts';

/** What a debrief agreed: who does it, by when, and what became of it. */
export function AgreedActions({ actions }: { readonly actions: readonly ShownAction[] }) {
	if (actions.length === 0) return <p className="govuk-body">No action is agreed yet.</p>;
	return (
		<Table
			stacked
			firstCellIsHeader
			caption="Agreed actions"
			captionSize="s"
			captionClassName="govuk-visually-hidden"
			head={['What', 'Who', 'By', 'State']}
			rows={actions.map((action) => [
				action.href === null ? (
					action.words
				) : (
					<a key="what" className="govuk-link" href={action.href}>
						{action.words}
					</a>
				),
				action.owner,
				action.due,
				<State key="state" action={action} />,
			])}
		/>
	);
}

function State({ action: { state, cameOfIt } }: { readonly action: ShownAction }) {
	if (state === 'done') return cameOfIt ?? 'Done';
	if (state === 'closed') return <Tag colour="grey">Not needed</Tag>;
	return state === 'overdue' ? <Tag colour="red">Overdue</Tag> : <Tag colour="blue">Open</Tag>;
}
