import type { RatedActivity } from '#app/domain/fidelity/delivery-log.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { SavedLog } from '#db/queries/delivery-logs.ts';

type Said = Pick<SavedLog, 'note' | 'order'> & {
	readonly ratings: readonly RatedActivity[];
	readonly deliveredBy: readonly StaffId[];
};

/** Whether a log says nothing new beside the one that stands, whatever the order of its lines. */
export function saysTheSame(log: SavedLog, said: Said): boolean {
	return textOf({ ...log, deliveredBy: log.deliveredBy.map(({ staffId }) => staffId) }) === textOf(said);
}

function textOf({ ratings, note, order, deliveredBy }: Said): string {
	const lines = ratings.map(({ activityKey, rating, minutes, reason }) =>
		JSON.stringify([activityKey, rating, minutes, reason]),
	);
	return JSON.stringify([lines.toSorted(), note, order, deliveredBy.toSorted()]);
}
