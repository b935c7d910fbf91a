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
	/** That one has not ended yet, or has failed. */
	isBusy: boolean;
	/** The flush after that one, for all that was committed since it began; null while nobody waits for one. */
	next: Promise<void> | null;
};
const logs = new WeakMap<Database.Database, Log>();

/**
 * The same connection, for who answers over a network: its transactions commit without waiting for the disk, and nothing
 * may leave before `flushed` has come. The process goes on with other work meanwhile, and commits that come close together
 * share one wait. A crash of ours loses nothing either way, because what was committed is in the file. (decision 0010)
 */
export function flushingLater<Db extends Connection>(db: Db): Db & { readonly flushesLater: true } {
	if (!db.$client.memory && !logs.has(db.$client)) {
		logs.set(db.$client, {
			path: `${db.$client.name}-wal`,
			hasMore: false,
			latest: Promise.resolve(),
			isBusy: false,
			next: null,
		});
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
	if (!log.hasMore) return log.latest;
	return log.isBusy || log.next ? flushAfter(log) : begin(log);
}

/** One flush at a time: what is committed while the disk is busy with one waits for the same next one. */
function flushAfter(log: Log): Promise<void> {
	log.next ??= log.latest.then(() => begin(log));
	// Whoever waits for it is told; nobody may be waiting any more.
	log.next.catch(() => undefined);
	return log.next;
}

function begin(log: Log): Promise<void> {
	log.next = null;
	log.hasMore = false;
	log.isBusy = true;
	log.latest = flush(log.path).then(() => {
		log.isBusy = false;
	});
	log.latest.catch(() => undefined);
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
