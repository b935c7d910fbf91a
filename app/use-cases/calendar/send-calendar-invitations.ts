import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { invitationValues } from '#app/domain/reminders/calendar-invitation.ts';
import { fillTemplate } from '#app/domain/reminders/message-template.ts';
import { findInvitationToSend } from '#db/queries/calendar/calendar-invitations.ts';
import { updateInvitation } from '#db/stores/calendar/calendar-invitations.ts';
import { audited } from '../audit/audited.ts';
import { afterDelivery } from '../reminders/after-delivery.ts';
import type { SentCounts } from '../reminders/send-due.ts';
import { planCalendarInvitations } from './plan-calendar-invitations.ts';
import {
	markInvitationHandedOver,
	releaseLapsedInvitations,
	type TakenInvitation,
	takeDueInvitation,
} from './take-calendar-invitation.ts';

/** So many leave in one run at the most: a term of many teams must not hold up the reminders of the next minute. */
const MOST_A_RUN = 100;

/**
 * Plans the calendar invitations that are wanted now and sends those that are due, each once however many processes do so
 * at the same time, as with messages to participants. A mail server that does not take one is left alone until the next run.
 */
export async function sendCalendarInvitations(context: AppContext): Promise<SentCounts> {
	releaseLapsedInvitations(context);
	await planCalendarInvitations(context);
	const counts = { sent: 0, toRetry: 0, failed: 0, unknown: 0, heldBack: 0 };
	for (let tried = 0; tried < MOST_A_RUN && counts.toRetry === 0; tried += 1) {
		const taken = takeDueInvitation(context);
		if (!taken) break;
		counts[await sendOne(context, taken)] += 1;
	}
	return counts;
}

async function sendOne(context: AppContext, taken: TakenInvitation): Promise<keyof SentCounts> {
	const { mailer, clock } = context;
	const delivery = await mailer.send(mailOf(context, taken), () => markInvitationHandedOver(context, taken));
	const record = ['calendar-invitation', taken.id] as const;
	return audited(context, { actor: CLOCK, action: 'calendar-invitation-settled', record }, (tx, tell) => {
		const invitation = findInvitationToSend(tx, taken.id);
		if (!invitation || invitation.leaseOwner !== taken.owner) return 'heldBack';
		const { counted, change } = afterDelivery(invitation, delivery, clock.now());
		tell({ details: { result: counted } });
		updateInvitation(tx, invitation, counted === 'toRetry' ? { ...change, sentTo: null } : change);
		return counted;
	});
}

/** The same words and the same file however often it is tried: both come from the row alone. */
function mailOf({ content, config }: AppContext, { id, to, invitation, isUpdate }: TakenInvitation) {
	const isNew = isUpdate ? 'calendar-update' : 'calendar-invitation';
	const template = content.messageFor(invitation.method === 'cancel' ? 'calendar-cancellation' : isNew, 'staff');
	const { subject, body: text } = fillTemplate(template, invitationValues(invitation));
	return { messageId: `${id}@${config.mailFrom.address.split('@')[1]}`, to, subject, text, invitation };
}
