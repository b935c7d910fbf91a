import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { fillTemplate } from '#app/domain/reminders/message-template.ts';
import { findNoticeToSend } from '#db/queries/notices/notices.ts';
import { updateNotice } from '#db/stores/notices.ts';
import { audited } from '../audit/audited.ts';
import { afterDelivery } from '../reminders/after-delivery.ts';
import type { SentCounts } from '../reminders/send-due.ts';
import { markNoticeHandedOver, releaseLapsedNotices, type TakenNotice, takeDueNotice } from './take-notice.ts';

/**
 * Sends the mails about notices that are due, each once however many processes do so at the same time: leased, marked as
 * handed over, its result kept, each in a transaction of its own, as with messages to participants. Every mail reads the
 * same, whatever its notice is about.
 */
export async function sendNotices(context: AppContext): Promise<SentCounts> {
	releaseLapsedNotices(context);
	const counts = { sent: 0, toRetry: 0, failed: 0, unknown: 0, heldBack: 0 };
	for (let taken = takeDueNotice(context); taken; taken = takeDueNotice(context)) {
		counts[await sendOne(context, taken)] += 1;
	}
	return counts;
}

async function sendOne(context: AppContext, taken: TakenNotice): Promise<keyof SentCounts> {
	const { mailer, content, config, clock } = context;
	const { subject, body: text } = fillTemplate(content.messageFor('notice', 'staff'), {});
	const messageId = `${taken.id}@${config.mailFrom.address.split('@')[1]}`;
	const mail = { messageId, to: taken.to, subject, text };
	const delivery = await mailer.send(mail, () => markNoticeHandedOver(context, taken));
	return audited(context, { actor: CLOCK, action: 'notice-settled', record: ['notice', taken.id] }, (tx, tell) => {
		const notice = findNoticeToSend(tx, taken.id);
		if (!notice || notice.leaseOwner !== taken.owner) return 'heldBack';
		const { counted, change } = afterDelivery(notice, delivery, clock.now());
		tell({ details: { result: counted } });
		updateNotice(tx, notice, change);
		return counted;
	});
}
