import { sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Db } from './client.ts';

/** Statements by the connection they belong to; a transaction shares its connection's. */
const kept = new WeakMap<object, Map<string, unknown>>();

/**
 * A read that is built once for each connection and each way in which an actor can stand to the records, for the few
 * pages that a hall full of people waits for. `build` is handed a stand-in with placeholders for the actor, so that the
 * policy's own condition goes in; run the statement with `values` beside those of the caller's own placeholders.
 */
export function preparedFor<Statement>(db: Db, actor: Actor, name: string, build: (standIn: Actor) => Statement) {
	const { standIn, shape, values } = standInFor(actor);
	const statements = statementsOf(db);
	const key = `${name} ${shape}`;
	let statement = statements.get(key) as Statement | undefined;
	if (statement === undefined) {
		statement = build(standIn);
		statements.set(key, statement);
	}
	return { statement, values };
}

function statementsOf(db: Db): Map<string, unknown> {
	const { session } = db as unknown as { session: object };
	const statements = kept.get(session) ?? new Map<string, unknown>();
	kept.set(session, statements);
	return statements;
}

function standInFor(actor: Actor) {
	if (actor.kind === 'operator') return { standIn: actor, shape: 'operator', values: {} };
	const { staffId, areaIds, sides, roles } = actor;
	const standIn: Actor = {
		...actor,
		staffId: hole('actor'),
		areaIds: areaIds.map((_, index) => hole(`area${index}`)),
		sides: sides.map((_, index) => hole(`side${index}`)),
	};
	const values: Record<string, string> = { actor: staffId };
	areaIds.forEach((areaId, index) => {
		values[`area${index}`] = areaId;
	});
	sides.forEach((side, index) => {
		values[`side${index}`] = side;
	});
	return { standIn, shape: `${roles.join(',')} ${areaIds.length} ${sides.length}`, values };
}

/** A placeholder in the place of a text: only ever compared by the database. */
function hole<Text extends string>(name: string): Text {
	return sql.placeholder(name) as unknown as Text;
}
