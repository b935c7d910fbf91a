import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { afterFailedProbe, DETAIL_CHANGES_ALLOWED, waitsUntil } from '#app/domain/access/probing.ts';
import { type Refused, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findAttempts } from '#db/queries/sign-in/attempts.ts';
import { saveAttempts } from '#db/stores/staff.ts';

/**
 * After each change of an address, a number or a postcode it shows whether the contact details need checking: whether
 * somebody from whom the person has to be kept has the same. Whoever tries one after the other would find out which, or
 * where, and a “no” tells them as much as a “yes”. So every change counts, whatever its answer, by itself: it takes nothing
 * from what somebody may ask about slots (docs/security.md).
 */

/** Refuses a member of staff who changed too many details within the hour, before it is looked at who has them. */
export function refuseDetailChange(context: AppContext, db: Db, actor: Actor): Refused<'too-many-changes'> | null {
	if (actor.kind !== 'staff') return null;
	const counted = findAttempts(db, keyOf(context, actor.staffId));
	const until = waitsUntil(counted, context.clock.now(), DETAIL_CHANGES_ALLOWED);
	return until === null ? null : refused('too-many-changes', { until });
}

/** Counts one change. Inside the transaction that keeps it, or that keeps what was refused. */
export function countDetailChange(context: AppContext, tx: Db, actor: Actor): void {
	if (actor.kind !== 'staff') return;
	const key = keyOf(context, actor.staffId);
	saveAttempts(tx, { key, ...afterFailedProbe(findAttempts(tx, key), context.clock.now(), DETAIL_CHANGES_ALLOWED) });
}

function keyOf({ credentials }: AppContext, staffId: string): string {
	return credentials.hashSecret(`contact-details ${staffId}`);
}
