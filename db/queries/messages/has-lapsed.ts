import { and, eq, gt, lte, or, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { furthestLease } from '#app/domain/reminders/message-lifecycle.ts';
import type { Instant } from '#app/domain/shared/instant.ts';

type Leased = { readonly state: AnySQLiteColumn; readonly leasedUntil: AnySQLiteColumn };

/** The condition that somebody took it up to send it and has not come back in time. */
export function hasLapsed({ state, leasedUntil }: Leased, now: Instant): SQL | undefined {
	return and(eq(state, 'leased'), or(lte(leasedUntil, now), gt(leasedUntil, furthestLease(now))));
}
