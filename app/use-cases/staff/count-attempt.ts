import { type Instant, minutesBetween } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import { findAttempts } from '#db/queries/sign-in-attempts.ts';
import { saveAttempts } from '#db/stores/staff.ts';

const FAILURES_ALLOWED = 10;
export const WINDOW_MINUTES = 15;

/** Counts an attempt as failed before its password is looked at, so that many at once count too; false when it must wait. */
export function countAttempt(tx: Db, key: string, now: Instant): boolean {
	const before = findAttempts(tx, key);
	const goesOn = before !== null && isInWindow(before, now);
	const failures = goesOn ? before.failures : 0;
	if (failures >= FAILURES_ALLOWED) return false;
	saveAttempts(tx, { key, failures: failures + 1, windowStartedAt: goesOn ? before.windowStartedAt : now });
	return true;
}

function isInWindow({ windowStartedAt }: { windowStartedAt: Instant }, now: Instant): boolean {
	return minutesBetween(windowStartedAt, now) < WINDOW_MINUTES;
}
