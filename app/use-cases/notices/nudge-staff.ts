import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { noticeUseBy } from '#app/domain/notices/staff-notice.ts';
import type { SessionId, StaffId, StaffNoticeId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listUnreadNudges } from '#db/queries/notices/nudges.ts';
import { insertNotice, settleNotice } from '#db/stores/notices.ts';
import { audited } from '../audit/audited.ts';
import { type Nudge, nudgesOfDay, nudgesOfSessions } from './wanted-nudges.ts';

/**
 * Nudges whoever has something to do, once about each thing, and takes back every nudge whose cause has ended: a mail that
 * has not left never does then. Any number of processes may do so at the same time (domain rules §8.1).
 */
export function nudgeStaff(context: AppContext, actor: Actor): void {
	if (actor.kind !== 'operator') return;
	audited(context, { actor, action: 'staff-nudged' }, (tx, tell) => {
		const wanted = [...nudgesOfSessions(context, tx), ...nudgesOfDay(context, tx)];
		tellOnce(context, tx, wanted);
		const keys = new Set(wanted.map(keyOf));
		const over = listUnreadNudges(tx).filter((nudge) => !keys.has(keyOf(nudge as Nudge)));
		for (const nudge of over) settleNotice(tx, nudge, context.clock.now());
		tell({ details: { wanted: wanted.length, over: over.length } });
	});
}

/** Each is on the page; of what comes at once one mail leaves to each, because every mail reads the same. */
function tellOnce({ ids, clock }: AppContext, tx: Db, wanted: readonly Nudge[]): void {
	const now = clock.now();
	const mailed = new Set<StaffId>();
	for (const nudge of wanted) {
		const mail = mailed.has(nudge.staffId)
			? ({ state: 'suppressed', reason: 'said-at-once' } as const)
			: ({ state: 'queued' } as const);
		const row = {
			id: ids.next<StaffNoticeId>(),
			...nudge,
			...mail,
			createdAt: now,
			dueAt: now,
			useBy: noticeUseBy(now),
		};
		if (insertNotice(tx, row)) mailed.add(nudge.staffId);
	}
}

/**
 * Takes back what was nudged about the session and is not so any more, the moment that its register or its log is saved or
 * it is marked as not held. Call it inside that transaction.
 */
export function settleNudges(context: AppContext, tx: Db, sessionId: SessionId): void {
	const unread = listUnreadNudges(tx, sessionId);
	if (unread.length === 0) return;
	const keys = new Set(nudgesOfSessions(context, tx, sessionId).map(keyOf));
	for (const nudge of unread) if (!keys.has(keyOf(nudge as Nudge))) settleNotice(tx, nudge, context.clock.now());
}

function keyOf({ staffId, kind, aboutId }: Nudge): string {
	return `${staffId} ${kind} ${aboutId}`;
}
