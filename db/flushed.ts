import { closeSync, fdatasync, fstatSync, openSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';

/** A connection, as far as it is written and flushed. */
type Connection = { readonly $client: Database.Database };

type Log = {
	readonly path: string;
	/** Open since the connection flushes later, and until a flush fails. */
	file: number | null;
	/** The connection is closed. */
	isClosed: boolean;
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
		const log: Log = {
			path: `${db.$client.name}-wal`,
			...{ file: null, isClosed: false },
			...{ hasMore: false, latest: Promise.resolve(), isBusy: false, next: null },
		};
		// SQLite opens its log with the first read; ours is opened right after, while nobody has moved the files about.
		db.$client.prepare('select 1 from sqlite_schema').get();
		log.file = openSync(log.path, 'r+');
		logs.set(db.$client, log);
		closeTogether(db.$client, log);
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
	log.latest = flush(log).then(() => {
		log.isBusy = false;
	});
	log.latest.catch(() => undefined);
	return log.latest;
}

/**
 * Flushes the write-ahead log as SQLite would have, on another thread. Keeps it open unless that
 * fails or the connection was closed.
 */
async function flush(log: Log): Promise<void> {
	let isKept = false;
	try {
		const file = openLog(log);
		await new Promise<void>((resolve, reject) => fdatasync(file, (fault) => (fault ? reject(fault) : resolve())));
		isKept = !log.isClosed;
	} finally {
		if (!isKept) letGo(log);
	}
}

/**
 * The log’s descriptor, opened with SQLite’s own and kept as long as the connection: at each flush it is the file that
 * SQLite still writes to. SQLite deletes a log only when the last connection to the database closes, of whatever process,
 * and only with the exclusive lock on the database; ours holds the shared one from its first read to its close. A checkpoint,
 * ours or another’s, starts the same file anew or makes it shorter; another journal mode needs the exclusive lock again.
 * Somebody who moves the files about asks nobody: so each flush looks whether what is at the path is what is open, and fails
 * when it is not. SQLite locks nothing in the log, so closing it lets go of nothing.
 */
function openLog(log: Log): number {
	log.file ??= openSync(log.path, 'r+');
	const [open, there] = [fstatSync(log.file), statSync(log.path)];
	if (open.ino !== there.ino || open.dev !== there.dev)
		throw new Error('The write-ahead log is another file than before');
	return log.file;
}

function letGo(log: Log): void {
	if (log.file !== null) closeSync(log.file);
	log.file = null;
}

/** Closes the log with its connection, but not under a flush that still runs: its number could be another file’s by then. */
function closeTogether(client: Database.Database, log: Log): void {
	const close = client.close.bind(client);
	client.close = () => {
		log.isClosed = true;
		if (!log.isBusy) letGo(log);
		return close();
	};
}
