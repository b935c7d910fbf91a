import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { whyNotMailed } from '#app/domain/notices/staff-notice.ts';
import { isSameAddress } from '#app/domain/people/contact-address.ts';
import { afterLapsedLease, LEASE_MINUTES } from '#app/domain/reminders/message-lifecycle.ts';
import type { Id, StaffNoticeId } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { findDueNotice, findNoticeToSend, listLapsedNotices } from '#db/queries/notices/notices.ts';
import { updateNotice } from '#db/stores/notices.ts';
import { audited } from '../audit/audited.ts';
import { LET_GO } from '../reminders/let-go.ts';

/** A notice whose mail is ours to send until the lease ends. */
export type TakenNotice = { readonly id: StaffNoticeId; readonly owner: Id<'lease'>; readonly to: string };

/** Lets go of notices whose sender never came back: tried again only if nothing had been handed to the mail server. */
export function releaseLapsedNotices(context: AppContext): void {
	audited(context, { actor: CLOCK, action: 'notices-let-go' }, (tx, tell) => {
		const lapsed = listLapsedNotices(tx, context.clock.now());
		tell({ details: { notices: lapsed.map(({ id }) => id) } });
		for (const notice of lapsed) {
			const change = afterLapsedLease(notice);
			updateNotice(tx, notice, change.state === 'unknown' ? UNKNOWN : { ...QUEUED, ...LET_GO });
		}
	});
}

/** Takes the notice whose turn it is; those that nobody wants any more are put aside. Null when none is due. */
export function takeDueNotice(context: AppContext): TakenNotice | null {
	const { clock, ids } = context;
	const now = clock.now();
	const owner = ids.next<Id<'lease'>>();
	return audited(context, { actor: CLOCK, action: 'notice-taken' }, (tx, tell) => {
		for (;;) {
			const notice = findDueNotice(tx, now);
			if (!notice) return null;
			tell({ record: ['notice', notice.id] });
			const leasedUntil = plusMinutes(now, LEASE_MINUTES);
			const lease = { state: 'leased', leaseOwner: owner, leasedUntil, attempts: notice.attempts + 1 } as const;
			const reason = whyNotMailed(notice);
			updateNotice(tx, notice, reason === null ? lease : { state: 'suppressed', reason });
			if (reason === null) return { id: notice.id, owner, to: notice.email };
		}
	});
}

/**
 * Marks that the mail is being handed over. False, and nothing may be, when the lease or the
 * address is no longer what it was.
 */
export function markNoticeHandedOver(context: AppContext, { id, owner, to }: TakenNotice): boolean {
	const now = context.clock.now();
	return audited(context, { actor: CLOCK, action: 'notice-handed-over', record: ['notice', id] }, (tx) => {
		const notice = findNoticeToSend(tx, id);
		const isOurs = notice?.state === 'leased' && notice.leaseOwner === owner;
		if (!isOurs) return false;
		if (notice.leasedUntil === null || notice.leasedUntil <= now) {
			updateNotice(tx, notice, { ...QUEUED, ...LET_GO });
			return false;
		}
		const reason = whyNotMailed(notice);
		if (reason === null && isSameAddress(notice.email, to)) return updateNotice(tx, notice, { handedOverAt: now });
		updateNotice(tx, notice, { ...(reason === null ? QUEUED : { state: 'suppressed', reason }), ...LET_GO });
		return false;
	});
}

const QUEUED = { state: 'queued', reason: null } as const;
const UNKNOWN = { state: 'unknown', reason: 'sender-stopped' } as const;
