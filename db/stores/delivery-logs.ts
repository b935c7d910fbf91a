import type { RatedActivity } from '#app/domain/fidelity/delivery-log.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { activityRatings, deliveryLogs, logDeliverers } from '../schema/index.ts';

/** A new version of somebody's log with its ratings and who delivered, if it says so; the versions before it stay as they are. */
export function insertDeliveryLog(
	db: Db,
	log: typeof deliveryLogs.$inferInsert,
	ratings: readonly RatedActivity[],
	deliveredBy: readonly StaffId[] = [],
): void {
	db.insert(deliveryLogs).values(log).run();
	db.insert(activityRatings)
		.values(ratings.map((rating) => ({ ...rating, logId: log.id })))
		.run();
	if (deliveredBy.length === 0) return;
	db.insert(logDeliverers)
		.values(deliveredBy.map((staffId) => ({ logId: log.id, staffId })))
		.run();
}
