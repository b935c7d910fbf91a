import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { KIND_NAMES } from '#app/domain/reminders/message-kinds.ts';
import { whyNotSent } from '#app/domain/reminders/reason-sentences.ts';
import { lockScreenPreview } from '#app/domain/reminders/render-message.ts';
import { takesCall } from '#app/domain/reminders/texts/call.ts';
import { lengthInWords, measureText } from '#app/domain/reminders/texts/text-length.ts';
import type { MessageId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '#app/ui/format.ts';
import { callInWords } from '#app/ui/messages/call-line.ts';
import { stateInWords } from '#app/ui/messages/message-line.ts';
import { sessionTitle } from '#app/ui/session-name.ts';
import { canBeDecided, mayDecide } from '#app/use-cases/reminders/decide-message.ts';
import { previewMessage } from '#app/use-cases/reminders/preview-message.ts';
import { whoApproves } from '#app/use-cases/reminders/wordings/who-approves.ts';
import { listCallsAbout } from '#db/queries/messages/calls.ts';
import { mayStop } from '#db/queries/messages/stops.ts';
import { findMessage, type MessageRow } from '#db/queries/outbox.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';

export type MessageView = NonNullable<ReturnType<typeof readMessage>>;

/** One message in words: as it left, or as it would leave now; null when the actor may not read it. */
export function readMessage(context: RequestContext, actor: StaffActor, id: MessageId) {
	const row = findMessage(context.db, actor, id);
	if (!row) return null;
	showsPeople(context, [row.personId]);
	return {
		person: { name: row.name, reference: row.reference, href: paths.person(row.personId) },
		cohort: { name: row.cohort, href: paths.cohort(row.cohortId) },
		session: {
			name: sessionTitle({ kind: row.sessionKind, planNumber: row.planNumber }),
			href: paths.session(row.sessionId),
			starts: row.startsAt && formatInstant(row.startsAt),
		},
		kind: KIND_NAMES[row.kind],
		decision: row.decision,
		mayDecide: canBeDecided(row) && mayDecide(context.db, actor, row),
		allHref: mayStop(context.db, actor, row.personId) ? paths.personMessages(row.personId) : null,
		state: row.state,
		stateName: stateInWords(row),
		why: whyNotSent(row.state, row.reason),
		approving: whoApproves(context.db, actor, [row]),
		callHref: takesCall(row) && row.state === 'blocked' && mayRing(context, actor, row) ? paths.call(id) : null,
		calls: row.showsWords === 1 ? listCallsAbout(context.db, [id]).map(callInWords) : [],
		attempts: row.attempts,
		due: formatInstant(row.dueAt),
		useBy: formatInstant(row.useBy),
		handedOver: row.handedOverAt && row.lastCall === null ? formatInstant(row.handedOverAt) : null,
		sent: row.sentAt && row.lastCall === null ? formatInstant(row.sentAt) : null,
		words: wordsOf(context, actor, row),
		safeContact:
			row.showsWords === 1 && mayAtAll(actor, 'write', 'safe-contact') ? paths.safeContact(row.personId) : null,
	};
}

/** Whether the actor may read how the person is reached. */
function mayRing({ db }: AppContext, actor: StaffActor, { personId }: MessageRow): boolean {
	return findPersonContact(db, actor, personId) !== null;
}

/**
 * Its words as they were handed over, or as they would leave at its time; null when there is nothing left to send,
 * or they are kept from the actor.
 */
function wordsOf(context: AppContext, actor: StaffActor, row: MessageRow) {
	if (row.showsWords === 0) return null;
	if (row.subject !== null && row.body !== null) {
		const { subject, body, sentTo } = row;
		const length = subject === '' ? lengthInWords(measureText(body)) : null;
		return { asLeft: true, to: sentTo, subject, body, length, onLockScreen: lockScreenPreview({ subject, body }) };
	}
	if (row.state !== 'queued' && row.state !== 'blocked' && row.state !== 'leased') return null;
	const preview = previewMessage(context, actor, row.id);
	if (!preview) return null;
	const { to, message, onLockScreen } = preview;
	return { asLeft: false, to, ...message, length: preview.length && lengthInWords(preview.length), onLockScreen };
}
