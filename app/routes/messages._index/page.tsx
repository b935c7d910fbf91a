import type { MessageState } from '#app/domain/reminders/message-states.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { FilterChips } from '#app/ui/blocks/filter-chips.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PageNumbers } from '#app/ui/blocks/page-numbers.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag, type TagColour } from '#app/ui/components/tag.tsx';
import { WarningText } from '#app/ui/components/warning-text.tsx';
import { formatCount } from '#app/ui/format.ts';
import type { OutboxLine, OutboxView } from './list-view.ts';

/** Every message that the reader may see: as it left, or why it did not. What waits for a person stands on top. */
export function OutboxPage({ view }: { readonly view: OutboxView }) {
	const { messages, total, page, pages, state, chips, writesFiles } = view;
	return (
		<>
			<PageHeader title="Messages">
				<p className="govuk-body">
					Reminders to participants the day before a session, as they left or why they did not.
				</p>
			</PageHeader>
			{writesFiles && (
				<InsetText>
					No mail server is set up: messages are written into a folder on this machine and reach nobody.
				</InsetText>
			)}
			<NeedsSomebody unknown={view.unknown} blocked={view.blocked} />
			<FilterChips label="State" chips={chips} />
			{messages.length === 0 ? (
				<EmptyState title="No messages here">
					{state
						? 'No message stands so. Choose All to see every message.'
						: 'A reminder appears here eight days before each session, for everybody who is expected.'}
				</EmptyState>
			) : (
				<>
					<p className="govuk-body quiet">{formatCount('message', total)}</p>
					<Table
						stacked
						firstCellIsHeader
						caption="Messages, the latest first"
						captionClassName="govuk-visually-hidden"
						head={['Reminder for', 'State', 'When', 'What happened']}
						rows={messages.map(rowOf)}
					/>
				</>
			)}
			<PageNumbers page={page} pages={pages} hrefOf={(number) => paths.messagesWhere({ state, page: number })} />
		</>
	);
}

function NeedsSomebody({ unknown, blocked }: Pick<OutboxView, 'unknown' | 'blocked'>) {
	if (unknown === 0 && blocked === 0) return null;
	return (
		<WarningText>
			{unknown > 0 && (
				<>
					<a className="govuk-link" href={paths.messagesWhere({ state: 'unknown' })}>
						{formatCount('message', unknown)}
					</a>{' '}
					may or may not have arrived.{' '}
				</>
			)}
			{blocked > 0 && (
				<>
					<a className="govuk-link" href={paths.messagesWhere({ state: 'blocked' })}>
						{formatCount('message', blocked)}
					</a>{' '}
					cannot leave until somebody does something.
				</>
			)}
		</WarningText>
	);
}

export const STATE_COLOURS: Readonly<Record<MessageState, TagColour>> = {
	queued: 'blue',
	blocked: 'red',
	leased: 'blue',
	sent: 'green',
	failed: 'red',
	unknown: 'orange',
	suppressed: 'grey',
	expired: 'yellow',
};

function rowOf(line: OutboxLine) {
	return [
		<span key="person">
			<a className="govuk-link govuk-!-font-weight-bold" href={line.href}>
				{line.person}
			</a>
			<span className="figure-note">{line.about}</span>
		</span>,
		<Tag key="state" className="tag--one-line" colour={STATE_COLOURS[line.state]}>
			{line.stateName}
		</Tag>,
		line.when,
		line.to ? `To ${line.to}` : (line.why ?? 'Nothing is in its way'),
	];
}
