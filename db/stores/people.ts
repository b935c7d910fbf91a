import type { Db } from '../client.ts';
import { people } from '../schema/index.ts';

export function insertPerson(db: Db, row: typeof people.$inferInsert): void {
	db.insert(people).values(row).run();
}
