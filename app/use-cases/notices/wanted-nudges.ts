import type { AppContext } from '#app/context.ts';
import { aboutSession, isTasksDue, isWeekAhead, NUDGED_DAYS, nudgesOf } from '#app/domain/notices/nudges.ts';
import type { NudgeKind } from '#app/domain/reminders/message-kinds.ts';
import { type CalendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import type { SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant, plusMinutes } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import {
	listActiveIds,
	listDelivering,
	listNudgedSessions,
	listOff,
	type SessionToNudge,
} from '#db/queries/notices/nudges.ts';
import { listOwnedTasks } from '#db/queries/tasks/tasks.ts';

export type Nudge = { readonly staffId: StaffId; readonly kind: NudgeKind; readonly aboutId: string };

const A_DAY = 24 * 60;

/** What is to be nudged now about the sessions round about, or about the one; inside a transaction that keeps it. */
export function nudgesOfSessions({ clock, content }: AppContext, tx: Db, sessionId?: SessionId): readonly Nudge[] {
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
export function nudgesOfDay({ clock, content }: AppContext, tx: Db): readonly Nudge[] {
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

function deliveringBefore(tx: Db, now: Instant, today: CalendarDay) {
	const week = listNudgedSessions(tx, { from: now, until: plusMinutes(now, 7 * A_DAY) });
	const ahead = week.filter(({ session }) => session.state === 'scheduled' && session.time!.day < plusDays(today, 7));
	return [...listDelivering(tx, ahead).values()].flat();
}
