import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { afterFailedProbe, SLOT_REFUSALS_ALLOWED, waitsUntil } from '#app/domain/access/probing.ts';
import { isNeutral, type ShownClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { type Refused, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findSlotRefusals } from '#db/queries/access/slot-refusals.ts';
import { saveSlotRefusals } from '#db/stores/openings.ts';
import { audited } from '../audit/audited.ts';

/** A refusal that says nothing of its cause, where there is no session to name. */
export const NEUTRAL = { kind: 'not-available' } as const;

/**
 * Refuses whoever was told too often within the hour that a slot is not available, before anything is looked at: asking on
 * and on would show when and where the other side meets (docs/security.md). Kept across restarts. The operator may ask.
 */
export function refuseAsking({ clock }: AppContext, db: Db, actor: Actor): Refused<'too-many-slots'> | null {
	if (actor.kind !== 'staff') return null;
	const until = waitsUntil(findSlotRefusals(db, actor.staffId), clock.now(), SLOT_REFUSALS_ALLOWED);
	return until === null ? null : refused('too-many-slots', { until });
}

/**
 * Counts, and keeps in the audit trail, that somebody was told that a slot is not available. To be called once for each
 * answer that holds such a clash, after the transaction of what was refused, which undoes what it wrote.
 */
export function countSlotRefusal(
	context: AppContext,
	actor: Actor,
	clashes: readonly Pick<ShownClash, 'kind'>[],
	cohortId: CohortId | null = null,
): void {
	const slots = clashes.filter(isNeutral).length;
	if (slots === 0 || actor.kind !== 'staff') return;
	audited(context, { actor, action: 'slot-refused', record: ['cohort', cohortId] }, (tx, tell) => {
		tell({ details: { slots } });
		const counted = afterFailedProbe(findSlotRefusals(tx, actor.staffId), context.clock.now(), SLOT_REFUSALS_ALLOWED);
		saveSlotRefusals(tx, { staffId: actor.staffId, ...counted });
	});
}
