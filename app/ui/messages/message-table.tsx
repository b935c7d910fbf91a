import type { MessageState } from '#app/domain/reminders/message-states.ts';
import { Table } from '../components/table.tsx';
import { Tag, type TagColour } from '../components/tag.tsx';
import type { MessageLine } from './message-line.ts';
import { type WhoApproves, WhoApprovesWords } from './who-approves-words.tsx';

type MessageTableProps = {
	readonly lines: readonly MessageLine[];
	readonly caption: string;
	/** Null where none of them waits for words. */
	readonly approving: WhoApproves | null;
};

/** Messages, each with whom it is for, where it stands, and what became of it or is in its way. */
export function MessageTable({ lines, caption, approving }: MessageTableProps) {
	return (
		<Table
			stacked
			firstCellIsHeader
			caption={caption}
			captionClassName="govuk-visually-hidden"
			head={['Message for', 'State', 'When', 'What happened']}
			rows={lines.map((line) => rowOf(line, approving))}
		/>
	);
}

function rowOf(line: MessageLine, approving: WhoApproves | null) {
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
		line.to ? `To ${line.to}` : <What key="what" line={line} approving={approving} />,
	];
}

type WhatProps = { readonly line: MessageLine } & Pick<MessageTableProps, 'approving'>;

function What({ line: { why, waitsForWords }, approving }: WhatProps) {
	if (!approving || !waitsForWords) return why ?? 'Nothing is in its way';
	return (
		<>
			{why} <WhoApprovesWords {...approving} />
		</>
	);
}

/** How each state is coloured wherever it shows. */
const STATE_COLOURS: Readonly<Record<MessageState, TagColour>> = {
	queued: 'blue',
	blocked: 'red',
	leased: 'blue',
	sent: 'green',
	failed: 'red',
	unknown: 'orange',
	suppressed: 'grey',
	expired: 'yellow',
};
