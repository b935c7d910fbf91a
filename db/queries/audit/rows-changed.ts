import { type Db, prepareOnce } from '../../client.ts';

/** How many rows this connection has ever written or deleted: a change in it says that something was. */
export function countRowsChanged(db: Db): number {
	return prepareOnce(db, 'rows changed', ({ $client }) =>
		$client.prepare('select total_changes()').pluck(),
	).get() as number;
}
