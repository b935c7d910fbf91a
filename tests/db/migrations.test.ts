import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { bringUpToDate } from '#db/migrate.ts';

/** A database as it was after so many migrations. */
function databaseAfter(migrations: number) {
	const folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
	cpSync('db/migrations', folder, { recursive: true });
	const journal = join(folder, 'meta/_journal.json');
	const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
	writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, migrations) }));
	const db = openDatabase(':memory:');
	migrate(db, { migrationsFolder: folder });
	return db;
}

test('people who were recorded before sides stood with them get the side of their cohort, and keep their places', () => {
	const db = databaseAfter(1);
	const sqlite = db.$client;
	sqlite.exec("insert into areas (id, name, nation) values ('area', 'Northfield', 'scotland')");
	for (const side of ['perpetrator', 'survivor']) {
		sqlite.exec(
			`insert into cohorts values ('c-${side}', 'Group', 'any', '1', null, '${side}', 'area', 'scotland', null, null, '2026-01-13', 0, 12, 'running', '2026-01-01T00:00:00Z', null, 1)`,
		);
		sqlite.exec(
			`insert into people values ('p-${side}', 'REF ${side}', 'Alex', 'Smith', '2026-01-01T00:00:00Z', null, 4)`,
		);
		sqlite.exec(
			`insert into enrolments values ('e-${side}', 'p-${side}', 'c-${side}', 'any', '2026-01-06', 1, 'enrolled', null, null, null, null, 1)`,
		);
	}
	bringUpToDate(db);
	expect(sqlite.prepare('select id, side, reference, version from people order by id').all()).toEqual([
		{ id: 'p-perpetrator', side: 'perpetrator', reference: 'REF perpetrator', version: 4 },
		{ id: 'p-survivor', side: 'survivor', reference: 'REF survivor', version: 4 },
	]);
	expect(sqlite.prepare('select count(*) as places from enrolments').get()).toEqual({ places: 2 });
	expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('cohorts that were laid out before drafts were kept stay what they were, and meet in no online room', () => {
	const db = databaseAfter(3);
	const sqlite = db.$client;
	sqlite.exec("insert into areas (id, name, nation) values ('area', 'Northfield', 'scotland')");
	const columns = `id, name, programme_slug, programme_version, side, area_id, nation, earliest_start,
		runs_on_bank_holiday, places, state, created_at`;
	sqlite.exec(
		`insert into cohorts (${columns}) values ('c1', 'Group', 'any', '1', 'survivor', 'area', 'scotland', '2026-01-13', 0, 12, 'running', '2026-01-01T00:00:00Z')`,
	);
	bringUpToDate(db);
	// A rebuilt table is filled from the old one, where a column that is new would be read as its own name in quotes.
	expect(sqlite.prepare('select id, online_room, state, places from cohorts').all()).toEqual([
		{ id: 'c1', online_room: null, state: 'running', places: 12 },
	]);
	sqlite.exec("update cohorts set state = 'draft'");
});
