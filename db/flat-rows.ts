import type { BetterSQLiteSession } from 'drizzle-orm/better-sqlite3';
import { Column } from 'drizzle-orm/column';
import { is } from 'drizzle-orm/entity';
import { fillPlaceholders, type Query, SQL } from 'drizzle-orm/sql';
import { Subquery } from 'drizzle-orm/subquery';
import { getTableName } from 'drizzle-orm/table';

type Session = BetterSQLiteSession<Record<string, never>, Record<string, never>>;
type Asked = Parameters<Session['prepareQuery']>;
type Fields = NonNullable<Asked[1]>;
type NotNullable = Readonly<Record<string, boolean>> | undefined;
type ToRow = (cells: readonly unknown[]) => Record<string, unknown>;
type Decoder = { mapFromDriverValue(value: unknown): unknown };

/** What a prepared query of drizzle’s is made of, as far as it is asked here. */
type Prepared = {
	readonly query: Query;
	readonly stmt: { raw(): { get(...values: unknown[]): unknown[] | undefined } };
	/** Of each table in the query, whether its row is always there; set once the query is prepared. */
	readonly joinsNotNullableMap: NotNullable;
	values(values?: Record<string, unknown>): unknown[][];
	all(values?: Record<string, unknown>): unknown;
	get(values?: Record<string, unknown>): unknown;
};

/**
 * Has the session map rows by what is looked up once for each query: drizzle asks for the kind of every cell of every row,
 * which took longer than the database did. Everything else stays drizzle’s.
 */
export function mappingFlatRows(session: Session): Session {
	const prepare = session.prepareQuery.bind(session);
	const prepareMapped = (...asked: Asked) => {
		const query = prepare<never>(...asked);
		const [, fields, , , ownMapper] = asked;
		if (fields && !ownMapper) mapByPlan(query as unknown as Prepared, fields);
		return query;
	};
	return Object.assign(session, { prepareQuery: prepareMapped });
}

function mapByPlan(query: Prepared, fields: Fields): void {
	const own = { all: query.all.bind(query), get: query.get.bind(query) };
	let kept: ToRow | null | undefined;
	const planned = () => {
		if (kept === undefined) kept = rowMapper(fields, query.joinsNotNullableMap);
		return kept;
	};
	query.all = (values) => {
		const toRow = planned();
		return toRow ? query.values(values).map(toRow) : own.all(values);
	};
	query.get = (values) => {
		const toRow = planned();
		if (!toRow) return own.get(values);
		const cells = query.stmt.raw().get(...fillPlaceholders(query.query.params, values ?? {}));
		return cells && toRow(cells);
	};
}

/** Null where the values decide whether there is an object in the row at all. */
function rowMapper(fields: Fields, notNullable: NotNullable): ToRow | null {
	if (fields.some(({ path, field }) => path.length > 2 || is(field, Subquery))) return null;
	if (mayLackObject(fields, notNullable)) return null;
	const columns = fields.map(({ path, field }) => {
		const [owner, name] = path.length === 2 ? [path[0]!, path[1]!] : [null, path[0]!];
		return { owner, name, decoder: decoderOf(field) };
	});
	return (cells) => {
		const row: Record<string, unknown> = {};
		for (let index = 0; index < columns.length; index += 1) {
			const { owner, name, decoder } = columns[index]!;
			const cell = cells[index];
			const value = cell === null || decoder === null ? cell : decoder.mapFromDriverValue(cell);
			if (owner === null) row[name] = value;
			else if (row[owner] === undefined) row[owner] = { [name]: value };
			else (row[owner] as Record<string, unknown>)[name] = value;
		}
		return row;
	};
}

/** drizzle leaves out an object whose columns are all of one table that a join may not have found. */
function mayLackObject(fields: Fields, notNullable: NotNullable): boolean {
	const tablesOf = new Map<string, Set<string>>();
	for (const { path, field } of fields) {
		if (path.length !== 2 || !is(field, Column)) continue;
		const tables = tablesOf.get(path[0]!) ?? new Set();
		tablesOf.set(path[0]!, tables.add(getTableName(field.table)));
	}
	return [...tablesOf.values()].some((tables) => tables.size === 1 && !notNullable?.[[...tables][0]!]);
}

/** Null where the cell is the value already. */
function decoderOf(field: Fields[number]['field']): Decoder | null {
	if (is(field, Column)) return field.mapFromDriverValue === Column.prototype.mapFromDriverValue ? null : field;
	const expression = is(field, SQL) ? field : (field as SQL.Aliased).sql;
	return (expression as unknown as { decoder: Decoder }).decoder;
}
