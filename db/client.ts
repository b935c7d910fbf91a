import Database from 'better-sqlite3';
import { BetterSQLite3Database, BetterSQLiteSession } from 'drizzle-orm/better-sqlite3';
import { mappingFlatRows } from './flat-rows.ts';
import { commitUnflushed } from './flushed.ts';
import { keepingStatements, SteadyDialect } from './kept-statements.ts';

type Nothing = Record<string, never>;

/**
 * The connection. Everything is synchronous on it, so whatever runs between the begin and the
 * commit of a transaction is in it.
 */
export type Db = BetterSQLite3Database & { readonly $client: Database.Database; readonly flushesLater?: true };

/**
 * Opens the database file, or one in memory: `:memory:`, or a copy of one that was serialised. An acknowledged write
 * survives a crash and a power cut: WAL with every commit flushed to disk (decision 0005).
 */
export function openDatabase(file: string | Buffer): Db {
	const sqlite = new Database(file);
	sqlite.pragma('journal_mode = WAL');
	sqlite.pragma('synchronous = FULL');
	sqlite.pragma('foreign_keys = ON');
	sqlite.pragma('trusted_schema = OFF');
	sqlite.pragma('busy_timeout = 5000');
	const dialect = new SteadyDialect({ casing: 'snake_case' });
	const session = new BetterSQLiteSession<Nothing, Nothing>(keepingStatements(sqlite), dialect, undefined);
	return Object.assign(new BetterSQLite3Database('sync', dialect, mappingFlatRows(session), undefined), {
		$client: sqlite,
	});
}

/**
 * Runs a change as one transaction that takes the write lock at once; inside another it is a part of that one. Throws and
 * leaves nothing behind when `change` throws, or tries to wait for something.
 */
export function inTransaction<Value>(db: Db, change: (tx: Db) => Value): Value {
	const transaction = db.$client.transaction(() => change(db)).immediate;
	return db.flushesLater && !db.$client.inTransaction ? commitUnflushed(db, transaction) : transaction();
}

const kept = new WeakMap<Db, Map<string, unknown>>();

/**
 * A query that is prepared once for each connection and kept, because preparing it takes longer than running it: for the
 * few that every page asks. `name` stands for the query and everything that its text depends on.
 */
export function prepareOnce<Query>(db: Db, name: string, prepare: (db: Db) => Query): Query {
	const queries = kept.get(db) ?? new Map<string, unknown>();
	kept.set(db, queries);
	if (!queries.has(name)) queries.set(name, prepare(db));
	return queries.get(name) as Query;
}
