import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { plusDays } from '#app/domain/shared/calendar-day.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { REMINDED_DAYS_BEFORE, toBeRenewed } from '#app/domain/team/accreditation.ts';
import { listActiveWith } from '#db/queries/staff.ts';
import { doesAnyExpire, listAllAccreditations } from '#db/queries/team/staff-time.ts';
import { audited } from '../audit/audited.ts';
import { notifyStaff } from '../notices/notify-staff.ts';

/**
 * Tells a facilitator, and every lead, of an accreditation that ends within sixty days and that nothing outlasts: once
 * each, and not again after it was read (§2.10).
 */
export function remindOfAccreditations(context: AppContext, actor: Actor): void {
	if (actor.kind !== 'operator') return;
	const today = dayOf(context.clock.now());
	const span = [plusDays(today, -REMINDED_DAYS_BEFORE), plusDays(today, REMINDED_DAYS_BEFORE)] as const;
	if (!doesAnyExpire(context.db, ...span)) return;
	audited(context, { actor, action: 'accreditation-reminders' }, (tx) => {
		const leads = listActiveWith(tx, 'lead');
		const heldBy = Map.groupBy(listAllAccreditations(tx), ({ staffId }) => staffId);
		for (const [staffId, held] of heldBy) {
			for (const { id } of toBeRenewed(held, today)) {
				notifyStaff(context, tx, [staffId], { kind: 'own-accreditation-ends', aboutId: id });
				const others = leads.filter((lead) => lead !== staffId);
				notifyStaff(context, tx, others, { kind: 'accreditation-ends', aboutId: id });
			}
		}
	});
}
