import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { FilterChips } from '#app/ui/blocks/filter-chips.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PageNumbers } from '#app/ui/blocks/page-numbers.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { WarningText } from '#app/ui/components/warning-text.tsx';
import { formatCount } from '#app/ui/format.ts';
import { MessageTable } from '#app/ui/messages/message-table.tsx';
import type { OutboxView } from './list-view.ts';

/** Every message that the reader may see: as it left, or why it did not. What waits for a person stands on top. */
export function OutboxPage({ view }: { readonly view: OutboxView }) {
	const { messages, total, page, pages, state, chips, writesFiles, kindsHref, callsHref } = view;
	const { wordingsHref, wordingsWaiting } = view;
	return (
		<>
			<PageHeader title="Messages">
				<p className="govuk-body">Messages to participants about their sessions, as they left or why they did not.</p>
				{callsHref && (
					<p className="govuk-body no-print">
						<a className="govuk-link" href={callsHref}>
							Calls to make today
						</a>
					</p>
				)}
				{kindsHref && (
					<p className="govuk-body no-print">
						<a className="govuk-link" href={kindsHref}>
							Which messages are on
						</a>
					</p>
				)}
				{wordingsHref && (
					<p className="govuk-body no-print">
						<a className="govuk-link" href={wordingsHref}>
							Wording of messages
						</a>
						{wordingsWaiting > 0 && ` (${formatCount('message', wordingsWaiting)} with words that wait for approval)`}
					</p>
				)}
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
					<MessageTable lines={messages} caption="Messages, the latest first" approving={view.approving} />
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
