import type { RatedActivity } from '#app/domain/fidelity/delivery-log.ts';
import type { Db } from '../client.ts';
import { activityRatings, deliveryLogs } from '../schema/index.ts';

/** A new version of somebody's log with its ratings; the versions before it stay as they are. */
export function insertDeliveryLog(
	db: Db,
	log: typeof deliveryLogs.$inferInsert,
	ratings: readonly RatedActivity[],
): void {
	db.insert(deliveryLogs).values(log).run();
	db.insert(activityRatings)
		.values(ratings.map((rating) => ({ ...rating, logId: log.id })))
		.run();
}
