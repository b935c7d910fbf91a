import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type AuditDetails, type AuditRecord, auditActorOf } from '#app/domain/audit/entry.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { type Db, inTransaction } from '#db/client.ts';
import { insertAuditEntry } from '#db/stores/audit.ts';
import { forgetViewing, noteViewing } from './watch-viewing.ts';

/** What somebody was shown, or was refused. */
export type View = {
	readonly viewer: StaffActor;
	readonly record: AuditRecord | null;
	/** `done`, or the word for why they were not shown it. */
	readonly outcome: string;
	readonly people: readonly PersonId[];
	readonly details: AuditDetails;
};

type Waiting = {
	readonly context: AppContext;
	readonly view: View;
	readonly at: Instant;
	readonly resolve: () => void;
	readonly reject: (fault: unknown) => void;
};

const waitingFor = new WeakMap<Db, Waiting[]>();

/**
 * Keeps that somebody was shown a page; resolves once the entry is written. The page may leave once it is on the disk as well
 * (`flushed`). All that comes in the same turn of the event loop is one transaction. Rejects for all of them when it cannot
 * be written.
 */
export function recordView(context: AppContext, view: View): Promise<void> {
	const waiting = waitingFor.get(context.db) ?? [];
	waitingFor.set(context.db, waiting);
	if (waiting.length === 0) setImmediate(() => writeWaiting(context.db));
	return new Promise((resolve, reject) => {
		waiting.push({ context, view, at: context.clock.now(), resolve, reject });
	});
}

function writeWaiting(db: Db): void {
	const waiting = waitingFor.get(db) ?? [];
	waitingFor.delete(db);
	try {
		inTransaction(db, (tx) => {
			for (const one of waiting) writeView(tx, one);
		});
		for (const { resolve } of waiting) resolve();
	} catch (fault) {
		forgetViewing(db);
		for (const { reject } of waiting) reject(fault);
	}
}

function writeView(tx: Db, { context, at, view: { viewer, ...view } }: Waiting): void {
	const seq = insertAuditEntry(tx, { at, ...auditActorOf(viewer), action: 'page-viewed', ...view });
	noteViewing(context, tx, { viewer, people: view.people, at, seq });
}
