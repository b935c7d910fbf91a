import type { AppContext } from '#app/context.ts';
import type { AuditAction } from '#app/domain/audit/actions.ts';
import {
	type AuditDetails,
	type AuditRecord,
	auditActorOf,
	type Doer,
	idToKeep,
	type RecordKind,
} from '#app/domain/audit/entry.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { type Db, inTransaction } from '#db/client.ts';
import { countRowsChanged } from '#db/queries/audit/rows-changed.ts';
import { insertAuditEntry } from '#db/stores/audit.ts';

/** What a use case knows beforehand of what it is about to do. No actor: somebody who has not proved who they are. */
type Act = {
	readonly actor: Doer;
	readonly action: AuditAction;
	/** The thing that it is about, by its kind and id. */
	readonly record?: readonly [RecordKind, string | null];
	readonly people?: readonly PersonId[];
};

/** What turns out while it is done; later words are added to earlier ones. */
export type Told = Partial<Pick<Act, 'actor' | 'record' | 'people'>> & { readonly details?: AuditDetails };
export type Tell = (told: Told) => void;

/**
 * The one way in which anything is changed: `change` and the audit entry that says who did what to whom are one
 * transaction, and without the entry nothing happens. A refusal undoes whatever was written before it and leaves an entry
 * of its own. What changed no row and was not refused leaves none. Inside another of these it is a part of that one.
 */
export function audited<Result>(
	context: AppContext,
	{ actor, action, record, people = [] }: Act,
	change: (tx: Db, tell: Tell) => Result,
): Result {
	return inTransaction(context.db, (tx) => {
		const facts = { actor, record, people: [...people], details: {} as AuditDetails };
		const tell: Tell = ({ people: more = [], details, ...told }) => {
			Object.assign(facts, told, { details: { ...facts.details, ...details } });
			facts.people.push(...more);
		};
		const before = countRowsChanged(tx);
		const result = unlessRefused(tx, () => change(tx, tell));
		const refusal = isRefused(result) ? result : null;
		if (refusal || countRowsChanged(tx) !== before) {
			insertAuditEntry(tx, {
				at: context.clock.now(),
				...auditActorOf(facts.actor),
				action,
				record: recordToKeep(facts.record),
				outcome: refusal?.code ?? 'done',
				people: facts.people,
				details: facts.details,
			});
		}
		return result;
	});
}

/**
 * Changes what is no act of anybody's and says nothing of anybody's data: that a sign-in is still in use, how often one
 * failed. The list of who may use it is a test.
 */
export function withoutEntry<Result>({ db }: AppContext, change: (tx: Db) => Result): Result {
	return inTransaction(db, change);
}

class Undone<Result> extends Error {
	readonly result: Result;
	constructor(result: Result) {
		super('refused');
		this.result = result;
	}
}

/** Runs the change as a part of the transaction that is undone when it is refused. */
function unlessRefused<Result>(tx: Db, change: () => Result): Result {
	try {
		return inTransaction(tx, () => {
			const result = change();
			if (isRefused(result)) throw new Undone(result);
			return result;
		});
	} catch (fault) {
		if (fault instanceof Undone) return fault.result;
		throw fault;
	}
}

function isRefused(result: unknown): result is Refused {
	return typeof result === 'object' && result !== null && 'done' in result && result.done === false;
}

function recordToKeep(record: Act['record']): AuditRecord | null {
	const id = record?.[1] ? idToKeep(record[1]) : null;
	return record && id ? { kind: record[0], id } : null;
}
