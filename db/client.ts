import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import * as schema from './schema/index.ts';

/** A connection, or a transaction on it: whoever is handed one need not know which. */
export type Db = BetterSQLite3Database<typeof schema>;
export type Connection = Db & { readonly $client: Database.Database };

/**
 * Opens the database file, or `:memory:`. An acknowledged write survives a crash and a power cut: WAL with every commit
 * flushed to disk (decision 0005).
 */
export function openDatabase(file: string): Connection {
	const sqlite = new Database(file);
	sqlite.pragma('journal_mode = WAL');
	sqlite.pragma('synchronous = FULL');
	sqlite.pragma('foreign_keys = ON');
	sqlite.pragma('trusted_schema = OFF');
	sqlite.pragma('busy_timeout = 5000');
	return drizzle(sqlite, { schema, casing: 'snake_case' });
}

/** Runs a change as one transaction that takes the write lock at once; throws and leaves nothing behind when `change` throws. */
export function inTransaction<Value>(db: Db, change: (tx: Db) => Value): Value {
	return db.transaction((tx) => change(tx as unknown as Db), { behavior: 'immediate' });
}
