import { and, eq, gt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { ContactChannel } from '#app/domain/people/contact-address.ts';
import { type KindTimings, type MessageKind, planAheadDays } from '#app/domain/reminders/message-kinds.ts';
import { type Instant, plusMinutes } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { cohorts, registerRows, sessions } from '../../schema/index.ts';
import { isFirst, isNext } from './told-of.ts';

/** When it is asked, when each kind leaves, and by which channels anything leaves by itself here. */
export type Moment = {
	readonly now: Instant;
	readonly timings: KindTimings;
	readonly sentBy: readonly ContactChannel[];
};

/** Between which moments sessions lie of which a message may be wanted. */
export type Window = { readonly now: Instant; readonly aheadUntil: Instant; readonly missedSince: Instant };

const A_DAY = 24 * 60;

export function windowOf(kind: MessageKind, { now, timings }: Omit<Moment, 'sentBy'>): Window {
	return {
		now,
		aheadUntil: plusMinutes(now, planAheadDays(kind, timings) * A_DAY),
		missedSince: plusMinutes(now, -timings.missedYou.withinDays * A_DAY),
	};
}

/** Placeholders, called as the moments are, for a query that is prepared once. */
export const WINDOW_STAND_IN = {
	now: sql.placeholder('now'),
	aheadUntil: sql.placeholder('aheadUntil'),
	missedSince: sql.placeholder('missedSince'),
} as unknown as Window;

/** What narrows the rows down before the rule is asked of each. */
export function mayBeWanted(db: Db, kind: MessageKind, { now, aheadUntil, missedSince }: Window): SQL | undefined {
	const toCome = and(gt(sessions.startsAt, now), lte(sessions.startsAt, aheadUntil));
	const stands = and(eq(sessions.state, 'scheduled'), toCome);
	// Of a cohort that was given up each hears once: of their next session.
	const givenUp = and(eq(cohorts.state, 'cancelled'), stands, isNext(db, now));
	const wasMissed = and(eq(registerRows.mark, 'absent-no-contact'), gt(sessions.startsAt, missedSince));
	const wanted: Readonly<Record<MessageKind, SQL | undefined>> = {
		joining: and(stands, isFirst(db)),
		reminder: stands,
		changed: and(stands, gt(sessions.timeVersion, 1)),
		cancelled: or(and(eq(sessions.state, 'cancelled'), toCome), givenUp),
		'missed-you': and(eq(sessions.state, 'held'), wasMissed),
	};
	return wanted[kind];
}
