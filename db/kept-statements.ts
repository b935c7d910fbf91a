import type Database from 'better-sqlite3';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';

/**
 * Writes every parameter as `+?`, which has the value of `?`. SQLite plans a comparison with a bare parameter by its value,
 * and better-sqlite3 clears the values after each run: together they planned every kept query anew each time it was asked,
 * half of what it took (decision 0010).
 */
export class SteadyDialect extends SQLiteSyncDialect {
	override escapeParam(): string {
		return '+?';
	}
}

type Statement = Database.Statement<unknown[], unknown>;

const MOST_KEPT = 400;

/** The part of a connection that drizzle asks, with every statement kept by its text: the last few hundred of them. */
export function keepingStatements(sqlite: Database.Database): Database.Database {
	const kept = new Map<string, ReturnType<typeof keptStatement>>();
	const prepare = (text: string) => {
		const statement = kept.get(text) ?? keptStatement(sqlite, text);
		// Written anew at the end, so that the first is the one that was not asked for the longest.
		kept.delete(text);
		kept.set(text, statement);
		if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
		return statement;
	};
	return { prepare, transaction: sqlite.transaction.bind(sqlite) } as unknown as Database.Database;
}

/** Rows as objects and rows as lists are two statements, because a statement cannot go back from lists to objects. */
function keptStatement(sqlite: Database.Database, text: string) {
	const plain: Statement = sqlite.prepare(text);
	let lists: Statement | null = null;
	return {
		run: (...values: unknown[]) => plain.run(...values),
		all: (...values: unknown[]) => plain.all(...values),
		get: (...values: unknown[]) => plain.get(...values),
		raw: () => {
			lists ??= (sqlite.prepare(text) as Statement).raw();
			return lists;
		},
	};
}
