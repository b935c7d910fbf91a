import type { Db } from '../../client.ts';
import { programmeBands } from '../../schema/index.ts';

/** The bands of a programme from now on, beside those that held before. */
export function insertBands(db: Db, bands: typeof programmeBands.$inferInsert): void {
	db.insert(programmeBands).values(bands).run();
}
