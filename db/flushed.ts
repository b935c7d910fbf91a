import { closeSync, fdatasync, openSync } from 'node:fs';
import type Database from 'better-sqlite3';

/** A connection, as far as it is written and flushed. */
type Connection = { readonly $client: Database.Database };

type Log = {
	readonly path: string;
	/** Something was committed since the last flush began. */
	hasMore: boolean;
	/** The last flush that began; once one has failed, this one, for ever. */
	latest: Promise<void>;
};
const logs = new WeakMap<Database.Database, Log>();

/**
 * The same connection, for who answers over a network: its transactions commit without waiting for the disk, and nothing
 * may leave before `flushed` has come. The process goes on with other work meanwhile, and commits that come close together
 * share one wait. A crash of ours loses nothing either way, because what was committed is in the file. (decision 0010)
 */
export function flushingLater<Db extends Connection>(db: Db): Db & { readonly flushesLater: true } {
	if (!db.$client.memory && !logs.has(db.$client)) {
		logs.set(db.$client, { path: `${db.$client.name}-wal`, hasMore: false, latest: Promise.resolve() });
	}
	return Object.assign(Object.create(db) as Db, { flushesLater: true as const });
}

/** Runs a whole transaction of such a connection. */
export function commitUnflushed<Value>({ $client }: Connection, transaction: () => Value): Value {
	const log = logs.get($client);
	if (!log) return transaction();
	$client.exec('pragma synchronous = NORMAL');
	try {
		return transaction();
	} finally {
		$client.exec('pragma synchronous = FULL');
		log.hasMore = true;
	}
}

/**
 * Resolves once all that was committed up to now is on the disk. Rejects when that fails, and ever after: a disk that has
 * failed to keep something may say of it the next time that all is well.
 */
export function flushed({ $client }: Connection): Promise<void> {
	const log = logs.get($client);
	if (!log) return Promise.resolve();
	if (log.hasMore) {
		log.hasMore = false;
		log.latest = Promise.all([log.latest, flush(log.path)]).then(() => undefined);
		// Whoever waits for it is told; nobody may be waiting any more.
		log.latest.catch(() => undefined);
	}
	return log.latest;
}

/** Flushes the write-ahead log as SQLite would have, on another thread. SQLite locks nothing in it, so closing it lets go of nothing. */
async function flush(path: string): Promise<void> {
	const log = openSync(path, 'r+');
	try {
		await new Promise<void>((resolve, reject) => fdatasync(log, (fault) => (fault ? reject(fault) : resolve())));
	} finally {
		closeSync(log);
	}
}
