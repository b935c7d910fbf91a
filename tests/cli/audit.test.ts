import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { audit } from '#app/cli/audit.ts';
import { type Io, WrongUse } from '#app/cli/command.ts';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { addArea } from '#app/use-cases/places/add-area.ts';
import { plumbline } from '#tests/support/command-line.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';

function given(areas = 5) {
	const context = testContext();
	for (let area = 1; area <= areas; area += 1) addArea(context, OPERATOR, { name: `Area ${area}`, nation: 'scotland' });
	return context;
}

function verify(context: TestContext, ...args: string[]) {
	const out: string[] = [];
	const err: string[] = [];
	const io: Io = { out: (text) => out.push(text), err: (text) => err.push(text), context: () => context };
	const status = audit.run(['verify', ...args], io);
	return { status, out: out.join('\n'), err: err.join('\n') };
}

function tamper({ db }: TestContext, sql: string): void {
	db.$client.exec('drop trigger audit_entries_stay; drop trigger audit_entries_remain');
	db.$client.exec(sql);
}

test('a whole trail ends with 0 and prints what to keep', () => {
	const { status, out } = verify(given());
	expect(status).toBe(0);
	expect(out).toMatch(/^The audit trail is whole: 5 entries\.\nKeep this: 5:[0-9a-f]{64}$/);
});

test('a broken trail ends with 1 and names the first broken link', () => {
	const context = given();
	tamper(context, "update audit_entries set outcome = 'x' where seq in (3, 4)");
	const { status, out, err } = verify(context);
	expect([status, out]).toEqual([1, '']);
	expect(err).toBe(
		'The audit trail is broken. Entry 3 is not what was written: it was altered, or another stands in its place.',
	);
	const json = verify(context, '--json');
	expect(JSON.parse(json.out)).toEqual({
		whole: false,
		entries: 2,
		last: expect.stringMatching(/^2:[0-9a-f]{64}$/),
		broken: { seq: 3, fault: 'altered', message: err },
	});
	expect(json.err).toBe('');
});

test('with the last entry that was kept, a trail cut off at its end is found out', () => {
	const context = given();
	const kept = JSON.parse(verify(context, '--json').out).last;
	expect(verify(context, '--expect', kept).status).toBe(0);
	addArea(context, OPERATOR, { name: 'More', nation: 'scotland' });
	expect(verify(context, '--expect', kept).status).toBe(0);
	tamper(
		context,
		"delete from audit_entries where seq > 3; update sqlite_sequence set seq = 3 where name = 'audit_entries'",
	);
	expect(verify(context).status).toBe(0);
	expect(verify(context, '--expect', kept)).toMatchObject({
		status: 1,
		err: 'The audit trail is broken. Entry 4 is missing, and everything after it: entries were cut off the end.',
	});
	expect(verify(context, '--expect', `3:${'0'.repeat(64)}`).err).toContain('is not the one that you kept');
});

test('verifying changes nothing', () => {
	const context = given(0);
	const { $client } = context.db;
	$client.transaction(() => {
		for (let area = 0; area < 300; area += 1) addArea(context, OPERATOR, { name: '', nation: 'scotland' });
	})();
	const before = $client.prepare('select total_changes()').pluck().get();
	expect(verify(context)).toMatchObject({ status: 0 });
	expect($client.prepare('select total_changes()').pluck().get()).toBe(before);
});

test('it takes one word, and what to expect only as it was printed', () => {
	const context = given(1);
	const io = { out: () => {}, err: () => {}, context: () => context };
	for (const args of [[], ['check'], ['verify', 'now'], ['verify', '--quick'], ['verify', '--expect', '12']]) {
		expect(() => audit.run(args, io)).toThrow(WrongUse);
	}
});

test('without a database it ends with 3 and makes none', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-none-'));
	process.env.DATA_DIR = dataDir;
	try {
		const { status, err } = await plumbline('audit', 'verify');
		expect(status).toBe(3);
		expect(err).toContain('There is no database at');
		expect(readdirSync(dataDir)).toEqual([]);
	} finally {
		delete process.env.DATA_DIR;
	}
});
