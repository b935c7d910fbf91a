import { sql } from 'drizzle-orm';
import type { Db } from '../client.ts';

/** Whether the database answers. */
export function isReadable(db: Db): boolean {
	try {
		return db.get<{ one: number }>(sql`select 1 as one`)?.one === 1;
	} catch {
		return false;
	}
}
