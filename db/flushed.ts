import { type FileHandle, open } from 'node:fs/promises';
import { type Db, inTransaction } from './client.ts';

const logs = new WeakMap<Db, Promise<FileHandle>>();

/**
 * A change as one transaction whose wait for the disk holds nobody else up: the process goes on with other work and the
 * answer comes when every byte of it is there. For what must be kept before something leaves, and of which nothing else
 * waits for the outcome. Must not stand inside another transaction. Rejects when it could not be written or flushed.
 */
export async function inFlushedTransaction(db: Db, change: (tx: Db) => void): Promise<void> {
	const { $client } = db;
	// The commit itself waits for nothing (the log is in the file, and a crash of ours loses nothing); then the log is
	// flushed as SQLite would have, on a thread of its own.
	$client.pragma('synchronous = NORMAL');
	try {
		inTransaction(db, change);
	} finally {
		$client.pragma('synchronous = FULL');
	}
	if ($client.memory) return;
	await (await logOf(db)).datasync();
}

/** The write-ahead log, which stays the same file for as long as a connection to its database is open. */
function logOf(db: Db): Promise<FileHandle> {
	const kept = logs.get(db) ?? open(`${db.$client.name}-wal`, 'r+');
	logs.set(db, kept);
	return kept;
}
