import type { BetterSQLiteSession } from 'drizzle-orm/better-sqlite3';
import { Column } from 'drizzle-orm/column';
import { is } from 'drizzle-orm/entity';
import { SQL } from 'drizzle-orm/sql';
import { Subquery } from 'drizzle-orm/subquery';

type Session = BetterSQLiteSession<Record<string, never>, Record<string, never>>;
type Asked = Parameters<Session['prepareQuery']>;
type Fields = NonNullable<Asked[1]>;
type Decoder = { mapFromDriverValue(value: unknown): unknown };

/**
 * Has the session map many rows without an object in them by what is looked up once for each query: drizzle asks for the
 * kind of every cell of every row, which took longer than the database did. Everything else stays drizzle’s.
 */
export function mappingFlatRows(session: Session): Session {
	const prepare = session.prepareQuery.bind(session);
	const prepareMapped = (...asked: Asked) => {
		const query = prepare<never>(...asked);
		const [, fields, , , ownMapper] = asked;
		const toRow = fields && !ownMapper ? flatMapper(fields) : null;
		if (toRow) query.all = (values) => (query.values(values) as unknown[][]).map(toRow) as never;
		return query;
	};
	return Object.assign(session, { prepareQuery: prepareMapped });
}

/** Null where a row is not flat: there a join decides whether an object is there at all. */
function flatMapper(fields: Fields): ((cells: readonly unknown[]) => Record<string, unknown>) | null {
	if (fields.some(({ path, field }) => path.length !== 1 || is(field, Subquery))) return null;
	const columns = fields.map(({ path, field }) => ({ name: path[0]!, decoder: decoderOf(field) }));
	return (cells) => {
		const row: Record<string, unknown> = {};
		for (let index = 0; index < columns.length; index += 1) {
			const { name, decoder } = columns[index]!;
			const cell = cells[index];
			row[name] = cell === null || decoder === null ? cell : decoder.mapFromDriverValue(cell);
		}
		return row;
	};
}

/** Null where the cell is the value already. */
function decoderOf(field: Fields[number]['field']): Decoder | null {
	if (is(field, Column)) return field.mapFromDriverValue === Column.prototype.mapFromDriverValue ? null : field;
	const expression = is(field, SQL) ? field : (field as SQL.Aliased).sql;
	return (expression as unknown as { decoder: Decoder }).decoder;
}
