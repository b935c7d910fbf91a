import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { expect, test } from 'vitest';
import { contactKey } from '#app/domain/people/contact-address.ts';
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

test('sessions keep everything that hangs on them when catch-ups come beside them, and plans made up for keep their import', () => {
	const db = databaseAfter(4);
	const sqlite = db.$client;
	sqlite.exec("insert into areas (id, name, nation) values ('area', 'Northfield', 'scotland')");
	sqlite.exec(
		`insert into cohorts (id, name, programme_slug, programme_version, side, area_id, nation, earliest_start,
			runs_on_bank_holiday, places, state, created_at)
		values ('c1', 'Group', 'any', '1', 'survivor', 'area', 'scotland', '2026-01-13', 0, 12, 'running', '2026-01-01T00:00:00Z')`,
	);
	sqlite.exec(
		`insert into people (id, side, reference, given_name, family_name, created_at)
		values ('p1', 'survivor', 'REF 1', 'Alex', 'Smith', '2026-01-01T00:00:00Z')`,
	);
	sqlite.exec(
		`insert into enrolments (id, person_id, cohort_id, programme_slug, enrolled_on, joins_at_plan, state)
		values ('e1', 'p1', 'c1', 'any', '2026-01-06', 1, 'enrolled')`,
	);
	sqlite.exec(
		`insert into sessions (id, cohort_id, plan_number, kind, state, day, start_time, length_minutes, starts_at, ends_at, changed_at, version)
		values ('s1', 'c1', 1, 'group', 'held', '2026-01-13', '18:30', 120, '2026-01-13T18:30:00Z', '2026-01-13T20:30:00Z', '2026-01-01T00:00:00Z', 3)`,
	);
	sqlite.exec("insert into register_rows (session_id, enrolment_id, expected) values ('s1', 'e1', 1)");
	sqlite.exec("insert into catch_ups (enrolment_id, plan_number, done_on) values ('e1', 2, '2026-02-01')");
	bringUpToDate(db);
	expect(sqlite.prepare('select id, kind, version, starts_at as startsAt from sessions').all()).toEqual([
		{ id: 's1', kind: 'group', version: 3, startsAt: '2026-01-13T18:30:00Z' },
	]);
	expect(sqlite.prepare('select session_id as id, enrolment_id as enrolment from register_rows').all()).toEqual([
		{ id: 's1', enrolment: 'e1' },
	]);
	expect(
		sqlite.prepare('select plan_number as plan, done_on as doneOn, session_id as id from catch_ups').all(),
	).toEqual([{ plan: 2, doneOn: '2026-02-01', id: null }]);
	const insert = (id: string, kind: string) =>
		sqlite.exec(
			`insert into sessions (id, cohort_id, plan_number, kind, state, day, start_time, length_minutes, starts_at, ends_at, changed_at)
			values ('${id}', 'c1', 1, '${kind}', 'scheduled', '2026-01-20', '10:00', 60, '2026-01-20T10:00:00Z', '2026-01-20T11:00:00Z', '2026-01-14T00:00:00Z')`,
		);
	insert('s2', 'catch-up');
	insert('s3', 'catch-up');
	expect(() => insert('s4', 'group')).toThrow('UNIQUE');
});

test('safe contacts get the key by which a shared one is found, and those of the survivor side wait for a second person', () => {
	const db = databaseAfter(7);
	const sqlite = db.$client;
	sqlite.exec(
		`insert into staff (id, name, email, state, created_at)
		values ('s1', 'Sam', 'sam@example.org', 'active', '2026-01-01T00:00:00Z')`,
	);
	for (const [side, address] of [
		['perpetrator', 'Adam.Stone+home@GoogleMail.com'],
		['survivor', 'bea@example.org'],
	]) {
		sqlite.exec(
			`insert into people (id, side, reference, given_name, family_name, created_at)
			values ('${side}', '${side}', 'REF', 'Alex', 'Smith', '2026-01-01T00:00:00Z')`,
		);
		sqlite.exec(
			`insert into safe_contacts (id, person_id, channel, address, safe_days, safe_from, safe_until, set_by, set_at, review_by)
			values ('c-${side}', '${side}', 'email', '${address}', 'monday', '09:00', '17:00', 's1', '2026-01-01T00:00:00Z', '2026-03-01')`,
		);
	}
	bringUpToDate(db);
	const columns = 'address, address_key, may_leave_voicemail, withholds_number, code_word, needs_second_person';
	expect(sqlite.prepare(`select ${columns} from safe_contacts order by id`).raw().all()).toEqual([
		['Adam.Stone+home@GoogleMail.com', 'mail:adamstone@gmail.com', 0, 1, null, 0],
		['bea@example.org', 'mail:bea@example.org', 0, 1, null, 1],
	]);
	expect(contactKey('Adam.Stone+home@GoogleMail.com')).toBe('mail:adamstone@gmail.com');
});
