import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { aboutSession, isTasksDue, isWeekAhead, NUDGED_DAYS, nudgesOf } from '#app/domain/notices/nudges.ts';
import { noticeUseBy } from '#app/domain/notices/staff-notice.ts';
import type { NudgeKind } from '#app/domain/reminders/message-kinds.ts';
import { plusDays } from '#app/domain/shared/calendar-day.ts';
import type { SessionId, StaffId, StaffNoticeId } from '#app/domain/shared/ids.ts';
import { dayOf, plusMinutes } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import {
	listActiveIds,
	listDelivering,
	listNudgedSessions,
	listOff,
	listUnreadNudges,
	type SessionToNudge,
} from '#db/queries/notices/nudges.ts';
import { listOwnedTasks } from '#db/queries/tasks/tasks.ts';
import { insertNotice, settleNotice } from '#db/stores/notices.ts';
import { audited } from '../audit/audited.ts';

type Nudge = { readonly staffId: StaffId; readonly kind: NudgeKind; readonly aboutId: string };

const A_DAY = 24 * 60;

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
	const unread = listUnreadNudges(tx).filter(({ aboutId }) => aboutId.startsWith(`${sessionId}:`));
	if (unread.length === 0) return;
	const keys = new Set(nudgesOfSessions(context, tx, sessionId).map(keyOf));
	for (const nudge of unread) if (!keys.has(keyOf(nudge as Nudge))) settleNotice(tx, nudge, context.clock.now());
}

function nudgesOfSessions({ clock, content }: AppContext, tx: Db, sessionId?: SessionId): readonly Nudge[] {
	const now = clock.now();
	const from = plusMinutes(now, -(NUDGED_DAYS + 1) * A_DAY);
	const until = plusMinutes(now, (content.kindTimings.sessionTomorrow.daysBefore + 1) * A_DAY);
	const found = listNudgedSessions(tx, sessionId ? { sessionId } : { from, until });
	const isOn = whatIsOn(tx);
	const wanted = found.flatMap((one) => {
		const kinds = nudgesOf(one, content.kindTimings, now).filter((kind) => isOn(kind, one.session));
		return kinds.length > 0 ? [{ one, kinds }] : [];
	});
	if (wanted.length === 0) return [];
	const delivering = listDelivering(
		tx,
		wanted.map(({ one }) => one),
	);
	return wanted.flatMap(({ one: { session }, kinds }) =>
		(delivering.get(session.id) ?? []).flatMap((staffId) =>
			kinds.map((kind) => ({ staffId, kind, aboutId: aboutSession(session) })),
		),
	);
}

function whatIsOn(tx: Db) {
	const off = listOff(tx);
	return (kind: NudgeKind, session?: SessionToNudge['session']) =>
		!off.some((one) => one.kind === kind && (one.cohortId === null || one.cohortId === session?.cohortId));
}

/** What is told on a day and not of one session: own tasks that are due, and that the week begins. */
function nudgesOfDay({ clock, content }: AppContext, tx: Db): readonly Nudge[] {
	const now = clock.now();
	const today = dayOf(now);
	const isOn = whatIsOn(tx);
	const tellsOfTasks = isTasksDue(content.kindTimings, now) && isOn('tasks-due');
	const tellsOfWeek = isWeekAhead(content.kindTimings, now) && isOn('week-ahead');
	if (!tellsOfTasks && !tellsOfWeek) return [];
	const owned = listOwnedTasks(tx, {});
	const due = tellsOfTasks ? owned.filter(({ dueOn }) => dueOn === today) : [];
	const ownersDue = due.map(({ ownerId }) => ownerId!);
	const busy = tellsOfWeek ? [...owned.map(({ ownerId }) => ownerId!), ...deliveringBefore(tx, now, today)] : [];
	const active = new Set(listActiveIds(tx));
	const nudge = (kind: NudgeKind, ids: readonly StaffId[]) =>
		[...new Set(ids)].filter((id) => active.has(id)).map((staffId) => ({ staffId, kind, aboutId: today }));
	return [...nudge('tasks-due', ownersDue), ...nudge('week-ahead', busy)];
}

function deliveringBefore(tx: Db, now: ReturnType<AppContext['clock']['now']>, today: ReturnType<typeof dayOf>) {
	const week = listNudgedSessions(tx, { from: now, until: plusMinutes(now, 7 * A_DAY) });
	const ahead = week.filter(({ session }) => session.state === 'scheduled' && session.time!.day < plusDays(today, 7));
	return [...listDelivering(tx, ahead).values()].flat();
}

function keyOf({ staffId, kind, aboutId }: Nudge): string {
	return `${staffId} ${kind} ${aboutId}`;
}
