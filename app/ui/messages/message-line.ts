import { KIND_NAMES } from '#app/domain/reminders/message-kinds.ts';
import { STATE_NAMES, whyNotSent } from '#app/domain/reminders/reason-sentences.ts';
import { paths } from '#app/paths.ts';
import type { MessageRow } from '#db/queries/outbox.ts';
import { formatInstant } from '../format.ts';
import { sessionTitle } from '../session-name.ts';

export type MessageLine = ReturnType<typeof lineOf>;

/** A message as a line of a table. */
export function lineOf(row: MessageRow) {
	const session = sessionTitle({ kind: row.sessionKind, planNumber: row.planNumber });
	return {
		href: paths.message(row.id),
		person: row.name,
		about: `${KIND_NAMES[row.kind]}: ${session}, ${row.cohort}`,
		state: row.state,
		stateName: STATE_NAMES[row.state],
		when: whenOf(row),
		to: row.sentAt ? row.sentTo : null,
		why: whyNotSent(row.state, row.reason),
	};
}

/** The moment that says most about a message: when it left, when the server got it, or when it is due. */
export function whenOf({ state, sentAt, handedOverAt, dueAt }: MessageRow): string {
	if (sentAt) return `Sent ${formatInstant(sentAt)}`;
	if (handedOverAt) return `Handed to the mail server ${formatInstant(handedOverAt)}`;
	if (state === 'queued') return `Leaves ${formatInstant(dueAt)}`;
	return state === 'blocked' ? `Due ${formatInstant(dueAt)}` : `Was to leave ${formatInstant(dueAt)}`;
}
