import { KIND_NAMES, type MessageKind } from '#app/domain/reminders/message-kinds.ts';
import type { MessageState } from '#app/domain/reminders/message-states.ts';
import { STATE_NAMES, whyNotSent } from '#app/domain/reminders/reason-sentences.ts';
import type { CallOutcome } from '#app/domain/reminders/texts/call.ts';
import type { TextDeliveryState } from '#app/domain/reminders/texts/text-delivery.ts';
import { waitsForWords } from '#app/domain/reminders/wording/wording.ts';
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
	readonly lastCall: CallOutcome | null;
	readonly deliveredAs: TextDeliveryState | null;
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
		stateName: stateInWords(row),
		when: whenOf(row),
		to: row.sentAt ? row.sentTo : null,
		why: whyNotSent(row.state, row.reason),
		waitsForWords: waitsForWords(row),
	};
}

type Stands = Pick<MessageToShow, 'state' | 'lastCall' | 'deliveredAs'>;

/** Where a message stands: one that was said by telephone, or that is known to have arrived, says so. */
export function stateInWords({ state, lastCall, deliveredAs }: Stands): string {
	if (state !== 'sent') return STATE_NAMES[state];
	if (lastCall !== null) return 'Told by telephone';
	return deliveredAs === 'delivered' ? 'Arrived' : STATE_NAMES.sent;
}

/** The moment that says most about a message: when it left, when it was handed over, or when it is due. */
export function whenOf({ state, sentAt, handedOverAt, dueAt, lastCall }: MessageToShow): string {
	if (sentAt && lastCall) return `Rung ${formatInstant(sentAt)}`;
	if (sentAt) return `Sent ${formatInstant(sentAt)}`;
	if (handedOverAt) return `Handed over ${formatInstant(handedOverAt)}`;
	if (state === 'queued') return `Leaves ${formatInstant(dueAt)}`;
	return state === 'blocked' ? `Due ${formatInstant(dueAt)}` : `Was to leave ${formatInstant(dueAt)}`;
}
