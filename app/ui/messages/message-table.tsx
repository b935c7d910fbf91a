import type { MessageState } from '#app/domain/reminders/message-states.ts';
import { Table } from '../components/table.tsx';
import { Tag, type TagColour } from '../components/tag.tsx';
import type { MessageLine } from './message-line.ts';

type MessageTableProps = { readonly lines: readonly MessageLine[]; readonly caption: string };

/** Messages, each with whom it is for, where it stands, and what became of it or is in its way. */
export function MessageTable({ lines, caption }: MessageTableProps) {
	return (
		<Table
			stacked
			firstCellIsHeader
			caption={caption}
			captionClassName="govuk-visually-hidden"
			head={['Message for', 'State', 'When', 'What happened']}
			rows={lines.map(rowOf)}
		/>
	);
}

function rowOf(line: MessageLine) {
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
