import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { isSameAddress } from '#app/domain/people/contact-address.ts';
import type { CalendarInvitation } from '#app/domain/reminders/calendar-invitation.ts';
import { afterLapsedLease, LEASE_MINUTES } from '#app/domain/reminders/message-lifecycle.ts';
import { shownIn } from '#app/domain/reminders/plan-invitations.ts';
import type { Id } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import {
	findDueInvitation,
	findInvitationToSend,
	type InvitationRow,
	listLapsedInvitations,
} from '#db/queries/calendar/calendar-invitations.ts';
import { updateInvitation } from '#db/stores/calendar/calendar-invitations.ts';
import { audited } from '../audit/audited.ts';
import { LET_GO } from '../reminders/let-go.ts';
import { followSteps, judgeInvitations } from './plan-calendar-invitations.ts';

/** A calendar invitation that is ours to send until the lease ends. */
export type TakenInvitation = Pick<InvitationRow, 'id'> & {
	/** Names this lease, not the process. */
	readonly owner: Id<'lease'>;
	readonly to: string;
	/** What the mail puts into the calendar or takes out of it, and nothing else of the row. */
	readonly invitation: Omit<CalendarInvitation, 'useBy'>;
	/** Whether their calendar may show an earlier version of the session. */
	readonly isUpdate: boolean;
};

/** Lets go of invitations whose sender never came back: tried again only if nothing had been handed to the mail server. */
export function releaseLapsedInvitations(context: AppContext): void {
	audited(context, { actor: CLOCK, action: 'calendar-invitations-let-go' }, (tx, tell) => {
		const lapsed = listLapsedInvitations(tx, context.clock.now());
		tell({ details: { invitations: lapsed.map(({ id }) => id) } });
		for (const invitation of lapsed) {
			const change = afterLapsedLease(invitation);
			const isUnknown = change.state === 'unknown';
			updateInvitation(tx, invitation, isUnknown ? UNKNOWN : { ...QUEUED, ...LET_GO });
		}
	});
}

/** Takes the invitation whose turn it is, if it is still true; what is not is put where it belongs. Null when none is due. */
export function takeDueInvitation(context: AppContext): TakenInvitation | null {
	const now = context.clock.now();
	const owner = context.ids.next<Id<'lease'>>();
	return audited(context, { actor: CLOCK, action: 'calendar-invitation-taken' }, (tx, tell) => {
		for (;;) {
			const row = findDueInvitation(tx, now);
			if (!row) return null;
			tell({ record: ['calendar-invitation', row.id] });
			const { email: to, before, steps } = judgeInvitations(tx, row.staffId, now);
			followSteps(context, tx, row.staffId, steps);
			if (steps.some((step) => step.do !== 'make' && step.row.id === row.id)) continue;
			const leasedUntil = plusMinutes(now, LEASE_MINUTES);
			updateInvitation(tx, row, { state: 'leased', leaseOwner: owner, leasedUntil, attempts: row.attempts + 1 });
			const ofSession = before.filter(({ sessionId }) => sessionId === row.sessionId);
			return { id: row.id, owner, to, invitation: saidBy(row), isUpdate: shownIn(ofSession) !== null };
		}
	});
}

/**
 * Marks that the invitation is being handed over, to this address. False, and nothing may be, when the lease is no longer
 * ours, or what it says or where it goes is no longer true: then it is planned anew.
 */
export function markInvitationHandedOver(context: AppContext, { id, owner, to }: TakenInvitation): boolean {
	const now = context.clock.now();
	const record = ['calendar-invitation', id] as const;
	return audited(context, { actor: CLOCK, action: 'calendar-invitation-handed-over', record }, (tx) => {
		const row = findInvitationToSend(tx, id);
		const isOurs = row?.state === 'leased' && row.leaseOwner === owner;
		if (!isOurs) return false;
		updateInvitation(tx, row, { ...QUEUED, ...LET_GO, dueAt: now });
		if (row.leasedUntil === null || row.leasedUntil <= now) return false;
		const { email, steps } = judgeInvitations(tx, row.staffId, now);
		followSteps(context, tx, row.staffId, steps);
		const isStill = isSameAddress(email, to) && !steps.some((step) => step.do !== 'make' && step.row.id === id);
		if (!isStill) return false;
		const { leaseOwner, leasedUntil } = row;
		const handedOver = { state: 'leased', leaseOwner, leasedUntil, handedOverAt: now, sentTo: to } as const;
		return updateInvitation(tx, { id, version: row.version + 1 }, handedOver);
	});
}

function saidBy({ sessionId, method, title, place, startsAt, endsAt, sequence, changedAt }: InvitationRow) {
	return { sessionId, method, title, place, startsAt, endsAt, sequence, changedAt };
}

const QUEUED = { state: 'queued', reason: null } as const;
const UNKNOWN = { state: 'unknown', reason: 'sender-stopped' } as const;
