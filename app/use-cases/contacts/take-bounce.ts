import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { isSameAddress } from '#app/domain/people/contact-address.ts';
import {
	afterBounce,
	type BounceKind,
	type BounceReport,
	isFailing,
	kindOfBounce,
} from '#app/domain/reminders/bounces.ts';
import { asId, type CalendarInvitationId, type MessageId, type StaffNoticeId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { findInvitationToSend } from '#db/queries/calendar/calendar-invitations.ts';
import { hasBounced, listLatestBy } from '#db/queries/messages/bounces.ts';
import { findNoticeToSend } from '#db/queries/notices/notices.ts';
import { findMessageToJudge } from '#db/queries/reminder-facts.ts';
import { insertBounce } from '#db/stores/messages/bounces.ts';
import { updateMessage } from '#db/stores/outbox.ts';
import { keepMailCameBack } from '#db/stores/staff.ts';
import { audited, type Tell } from '../audit/audited.ts';
import { LET_GO } from '../reminders/let-go.ts';
import { momentOf } from '../reminders/moment-of.ts';
import { markContactFailing } from './mark-failing.ts';

/**
 * Takes a report that a mail of ours came back. A message to a participant is shown as not arrived, once; when it came back
 * for good, or the latest by its contact each came back for now, nothing more leaves by that contact and the team has a
 * task. Of a mail to staff administrators see it. Nothing for a mail that is none of ours, did not go to that address or is
 * still being tried. Ask first whether whoever reports may be believed.
 */
export function takeBounce(context: AppContext, report: BounceReport): void {
	const kind = kindOfBounce(report);
	const [id = '', domain = ''] = report.messageId.split('@');
	if (!kind || domain.toLowerCase() !== context.config.mailFrom.address.split('@')[1]?.toLowerCase()) return;
	const went = (to: string | null) => to !== null && report.recipients.some((address) => isSameAddress(address, to));
	audited(context, { actor: CLOCK, action: 'mail-came-back' }, (tx, tell) => {
		const about: Bounced = { id, kind, status: report.status, went };
		if (!messageCameBack(context, tx, tell, about)) mailToStaffCameBack(context, tx, tell, about);
	});
}

type Bounced = {
	readonly id: string;
	readonly kind: BounceKind;
	readonly status: string;
	readonly went: (to: string | null) => boolean;
};

/** False when no message has this id. */
function messageCameBack(context: AppContext, tx: Db, tell: Tell, bounced: Bounced): boolean {
	const { kind, status, went } = bounced;
	const id = asId<MessageId>(bounced.id);
	const message = findMessageToJudge(tx, CLOCK, { id, ...momentOf(context) });
	if (!message) return false;
	const isLeft = message.handedOverAt !== null && went(message.sentTo);
	const change = afterBounce(message, kind);
	if (!isLeft || !change || hasBounced(tx, id)) return true;
	const { personId, safeContactId: contactId } = message;
	tell({ record: ['message', id], people: [personId], details: { result: kind, status } });
	insertBounce(tx, { messageId: id, kind, status, reportedAt: context.clock.now() });
	const { handedOverAt: _, ...released } = LET_GO;
	updateMessage(tx, message, { ...change, ...released });
	if (contactId && isFailing(kind, listLatestBy(tx, contactId)))
		markContactFailing(context, tx, { contactId, personId });
	return true;
}

/** Only what came back for good is told of an address of staff: they see on their page whatever a mail would have told. */
function mailToStaffCameBack(context: AppContext, tx: Db, tell: Tell, { id, kind, status, went }: Bounced): void {
	if (kind !== 'for-good') return;
	const notice = findNoticeToSend(tx, asId<StaffNoticeId>(id));
	const invitation = notice ? null : findInvitationToSend(tx, asId<CalendarInvitationId>(id));
	const staffId =
		notice && went(notice.email) ? notice.staffId : invitation && went(invitation.sentTo) && invitation.staffId;
	if (!staffId) return;
	tell({ record: ['staff', staffId], details: { result: kind, status } });
	keepMailCameBack(tx, staffId, context.clock.now());
}
