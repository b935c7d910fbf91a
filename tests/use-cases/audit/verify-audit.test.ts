import { beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { verifyAudit } from '#app/use-cases/audit/verify-audit.ts';
import { addArea } from '#app/use-cases/places/add-area.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenReminded } from '../reminders/given.ts';

let context: TestContext;

/** Nine entries, the first two of them about a person. */
beforeEach(() => {
	context = testContext();
	givenReminded(context);
	planReminders(context, OPERATOR);
	for (let area = 1; area <= 7; area += 1) addArea(context, OPERATOR, { name: `Area ${area}`, nation: 'scotland' });
});

/** Somebody with the database file and no scruples. */
function tamper(sql: string): void {
	const { $client } = context.db;
	for (const name of $client.prepare("select name from sqlite_master where type = 'trigger'").pluck().all()) {
		$client.exec(`drop trigger ${name}`);
	}
	$client.pragma('foreign_keys = off');
	$client.exec(sql);
}

const brokenAt = () => verifyAudit(context, null).broken;

test('a trail that nobody touched is whole, and says what to keep', () => {
	const { entries, last, broken } = verifyAudit(context, null);
	expect({ entries, seq: last.seq, broken }).toEqual({ entries: 9, seq: 9, broken: null });
	expect(last.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('an empty trail is whole', () => {
	expect(verifyAudit(testContext(), null)).toMatchObject({ entries: 0, broken: null });
});

test.each([
	"update audit_entries set at = '2026-01-01T00:00:00Z' where seq = 4",
	"update audit_entries set outcome = 'not-found' where seq = 4",
	"update audit_entries set actor_kind = 'system' where seq = 4",
	"update audit_entries set record_id = 'id000001' where seq = 4",
	'update audit_entries set details = \'{"x":1}\' where seq = 4',
	'update audit_entries set hash = previous_hash where seq = 4',
	'update audit_entries set people_key = (select max(people_key) from audit_entries) where seq = 4',
])('the altered entry is named: %s', (sql) => {
	tamper(sql);
	expect(brokenAt()).toEqual({ seq: 4, fault: 'altered' });
});

test.each([
	['delete from audit_entries where seq = 4', { seq: 4, fault: 'missing' }],
	['delete from audit_entries where seq in (4, 5, 6)', { seq: 4, fault: 'missing' }],
	['delete from audit_entries where seq = 1', { seq: 1, fault: 'missing' }],
	['delete from audit_entries where seq > 6', { seq: 7, fault: 'cut-off' }],
	['delete from audit_entries', { seq: 1, fault: 'cut-off' }],
	['update audit_entries set seq = seq + 100 where seq > 5', { seq: 6, fault: 'missing' }],
	[
		'update audit_entries set seq = 100 - seq where seq in (4, 5); update audit_entries set seq = seq - 91 where seq = 95; update audit_entries set seq = 5 where seq = 96',
		{ seq: 4, fault: 'altered' },
	],
	[`update audit_people_sets set people = '["id000001"]'`, { seq: 1, fault: 'people-altered' }],
	['delete from audit_people', { seq: 1, fault: 'people-altered' }],
	["insert into audit_people select 'id000001', key from audit_people_sets", { seq: 1, fault: 'people-altered' }],
	['delete from audit_people; delete from audit_people_sets', { seq: 1, fault: 'people-altered' }],
])('the first broken link is named: %s', (sql, broken) => {
	tamper(sql);
	expect(brokenAt()).toEqual(broken);
});

test('entries that were cut off with the count of them are missed by who kept the last one', () => {
	const kept = verifyAudit(context, null).last;
	tamper("delete from audit_entries where seq > 6; update sqlite_sequence set seq = 6 where name = 'audit_entries'");
	expect(brokenAt()).toBeNull();
	expect(verifyAudit(context, kept).broken).toEqual({ seq: 7, fault: 'cut-off' });
});

test('a trail that was made anew from some entry on is found out by who kept a later one', () => {
	const kept = verifyAudit(context, null).last;
	tamper("delete from audit_entries where seq > 6; update sqlite_sequence set seq = 6 where name = 'audit_entries'");
	for (let area = 11; area <= 15; area += 1) addArea(context, OPERATOR, { name: `Area ${area}`, nation: 'scotland' });
	expect(brokenAt()).toBeNull();
	expect(verifyAudit(context, kept).broken).toEqual({ seq: 9, fault: 'not-as-kept' });
});

test.each(['audit_entries', 'audit_people_sets', 'audit_people'])(
	'the database itself refuses to change or delete what is in %s',
	(table) => {
		const { $client } = context.db;
		expect(() => $client.exec(`update ${table} set rowid = rowid`)).toThrow('audit entries are never changed');
		expect(() => $client.exec(`delete from ${table}`)).toThrow('audit entries are never deleted');
	},
);

test('the database itself refuses an entry anywhere but at the end', () => {
	const { $client } = context.db;
	const columns = 'at, actor_kind, action, outcome, details, previous_hash, hash';
	const insert = (how: string, seq: number) =>
		$client.exec(
			`${how} into audit_entries (seq, ${columns}) select ${seq}, ${columns} from audit_entries where seq = 9`,
		);
	for (const seq of [4, 9, 11, -1]) {
		expect(() => insert('insert', seq)).toThrow('an audit entry can only follow the last one');
		expect(() => insert('insert or replace', seq)).toThrow('an audit entry can only follow the last one');
	}
});
