import type { Db } from '../../client.ts';
import { areas, cohorts, rooms, venues } from '../../schema/index.ts';

/** What the organisation’s areas, venues, rooms and cohorts are called, those of before included: for the rule, never for a page. */
export function listOwnNames(db: Db): readonly string[] {
	const named = [areas, venues, rooms, cohorts].flatMap((table) => db.select({ name: table.name }).from(table).all());
	return [...new Set(named.map(({ name }) => name))];
}
