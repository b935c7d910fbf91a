import { and, eq, gt, lte, type SQL } from 'drizzle-orm';
import { type KindTimings, type MessageKind, planAheadDays } from '#app/domain/reminders/message-kinds.ts';
import { type Instant, plusMinutes } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { registerRows, sessions } from '../../schema/index.ts';
import { isFirst } from './told-of.ts';

/** When it is asked, and when each kind leaves. */
export type Moment = { readonly now: Instant; readonly timings: KindTimings };

/** What narrows the rows down before the rule is asked of each. */
export function mayBeWanted(db: Db, kind: MessageKind, { now, timings }: Moment): SQL | undefined {
	const day = 24 * 60;
	const ahead = lte(sessions.startsAt, plusMinutes(now, planAheadDays(kind, timings) * day));
	const toCome = and(gt(sessions.startsAt, now), ahead);
	const stands = and(eq(sessions.state, 'scheduled'), toCome);
	const missedSince = gt(sessions.startsAt, plusMinutes(now, -timings.missedYou.withinDays * day));
	const wanted: Readonly<Record<MessageKind, SQL | undefined>> = {
		joining: and(stands, isFirst(db)),
		reminder: stands,
		changed: and(stands, gt(sessions.timeVersion, 1)),
		cancelled: and(eq(sessions.state, 'cancelled'), toCome),
		'missed-you': and(eq(sessions.state, 'held'), eq(registerRows.mark, 'absent-no-contact'), missedSince),
	};
	return wanted[kind];
}
