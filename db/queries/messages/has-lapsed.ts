import { and, eq, gt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { furthestLease } from '#app/domain/reminders/message-lifecycle.ts';
import type { Instant } from '#app/domain/shared/instant.ts';

type Leased = { readonly state: AnySQLiteColumn; readonly leasedUntil: AnySQLiteColumn };

/** The condition that somebody took it up to send it and has not come back in time; run the query with `lapseAt`. */
export function hasLapsed({ state, leasedUntil }: Leased): SQL | undefined {
	const isOver = or(lte(leasedUntil, sql.placeholder('now')), gt(leasedUntil, sql.placeholder('furthestLease')));
	return and(eq(state, 'leased'), isOver);
}

/** The values of the placeholders of `hasLapsed`. */
export function lapseAt(now: Instant) {
	return { now, furthestLease: furthestLease(now) };
}
