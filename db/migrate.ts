import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { Db } from './client.ts';

/**
 * Applies the migrations that the file has not seen yet. Foreign keys are off meanwhile, because a rebuilt table would
 * otherwise take its child rows with it; afterwards every row must still point at something, or the start stops.
 */
export function bringUpToDate(db: Db): void {
	const sqlite = db.$client;
	sqlite.pragma('foreign_keys = OFF');
	try {
		migrate(db, { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) });
		const broken = sqlite.pragma('foreign_key_check') as unknown[];
		if (broken.length > 0) throw new Error(`Migration left ${broken.length} rows pointing at nothing`);
	} finally {
		sqlite.pragma('foreign_keys = ON');
	}
}
