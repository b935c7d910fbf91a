import { KIND_NAMES, type MessageKind } from '#app/domain/reminders/message-kinds.ts';
import type { MessageState } from '#app/domain/reminders/message-states.ts';
import { STATE_NAMES, whyNotSent } from '#app/domain/reminders/reason-sentences.ts';
import type { SessionKind } from '#app/domain/scheduling/session.ts';
import type { MessageId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '../format.ts';
import { sessionTitle } from '../session-name.ts';

/** What a line says of a message, as it was read. */
export type MessageToShow = {
	readonly id: MessageId;
	readonly kind: MessageKind;
	readonly name: string;
	readonly sessionKind: SessionKind;
	readonly planNumber: number;
	readonly cohort: string;
	readonly state: MessageState;
	readonly reason: string | null;
	readonly dueAt: Instant;
	readonly handedOverAt: Instant | null;
	readonly sentAt: Instant | null;
	readonly sentTo: string | null;
};

export type MessageLine = ReturnType<typeof lineOf>;

/** A message as a line of a table. */
export function lineOf(row: MessageToShow) {
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

/** The moment that says most about a message: when it left, when it was handed over, or when it is due. */
export function whenOf({ state, sentAt, handedOverAt, dueAt }: MessageToShow): string {
	if (sentAt) return `Sent ${formatInstant(sentAt)}`;
	if (handedOverAt) return `Handed over ${formatInstant(handedOverAt)}`;
	if (state === 'queued') return `Leaves ${formatInstant(dueAt)}`;
	return state === 'blocked' ? `Due ${formatInstant(dueAt)}` : `Was to leave ${formatInstant(dueAt)}`;
}
