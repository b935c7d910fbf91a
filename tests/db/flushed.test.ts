import fs, { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { auditedHandler } from '#app/http/audit/audited-handler.ts';
import { requestContext } from '#app/http/request-context.ts';
import { type Db, inTransaction } from '#db/client.ts';
import { flushed, flushingLater } from '#db/flushed.ts';
import * as schema from '#db/schema/index.ts';
import { cookieOf } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

// Counts and holds what would wait for the disk, in the built app as well; the rest of the file system is the real one.
const disk = { flushes: 0, fault: null as Error | null, held: null as (() => void)[] | null };
const real = fs.fdatasync;
beforeAll(() =>
	replaceFlush(((_file: number, done: (fault: Error | null) => void) => {
		disk.flushes += 1;
		const answer = () => done(disk.fault);
		if (disk.held) disk.held.push(answer);
		else setImmediate(answer);
	}) as typeof real),
);
afterAll(() => replaceFlush(real));

function replaceFlush(flush: typeof real): void {
	Object.assign(fs, { fdatasync: flush });
	syncBuiltinESMExports();
}

afterEach(() => Object.assign(disk, { flushes: 0, fault: null, held: null }));

const newFile = () => join(mkdtempSync(join(tmpdir(), 'plumbline-')), 'plumbline.db');
const givenFile = () => {
	const file = newFile();
	const context = testContext({ file });
	return { file, context, db: flushingLater(context.db) };
};
const addArea = (db: Db, id: string) =>
	inTransaction(db, (tx) =>
		tx
			.insert(schema.areas)
			.values({ id: id as never, name: id, nation: 'scotland' })
			.run(),
	);
const levelOf = ({ $client }: Db) => $client.pragma('synchronous', { simple: true });
const FULL = 2;

test('a transaction commits without waiting, is seen at once, and is flushed before `flushed` comes', async () => {
	const { context, db } = givenFile();
	addArea(db, 'north');
	expect(context.db.select().from(schema.areas).all()).toHaveLength(1);
	expect(disk.flushes).toBe(0);
	await flushed(db);
	expect(disk.flushes).toBe(1);
});

test('what was committed before one flush shares it, and what comes while it runs waits for the next', async () => {
	const { db } = givenFile();
	disk.held = [];
	addArea(db, 'north');
	addArea(db, 'south');
	const [first, second] = [flushed(db), flushed(db)];
	expect(disk.flushes).toBe(1);
	addArea(db, 'west');
	const third = flushed(db).then(() => 'third');
	addArea(db, 'east');
	const fourth = flushed(db);
	// One at a time, so that the disk is not asked anew for each of those who come meanwhile.
	expect(disk.flushes).toBe(1);
	disk.held[0]!();
	await Promise.all([first, second]);
	expect(disk.flushes).toBe(2);
	expect(await Promise.race([third, fourth, new Promise((resolve) => setTimeout(resolve, 20, 'not yet'))])).toBe(
		'not yet',
	);
	disk.held[1]!();
	expect(await third).toBe('third');
	await fourth;
	expect(disk.flushes).toBe(2);
});

test('nothing written, nothing flushed; a database in memory has nothing to flush', async () => {
	await flushed(givenFile().db);
	const { db } = testContext();
	addArea(flushingLater(db), 'north');
	await flushed(db);
	expect(disk.flushes).toBe(0);
});

test('the connection waits for the disk again after each of them, also when the change throws or is one of several', () => {
	const { context, db } = givenFile();
	expect(levelOf(context.db)).toBe(FULL);
	inTransaction(db, () => addArea(db, 'north'));
	expect(levelOf(context.db)).toBe(FULL);
	expect(() => inTransaction(db, () => addArea(db, 'north'))).toThrow(/UNIQUE/);
	expect(levelOf(context.db)).toBe(FULL);
	expect(context.db.select().from(schema.areas).all()).toHaveLength(1);
});

test('the same connection without it still waits in each commit', () => {
	const { context } = givenFile();
	inTransaction(context.db, () => expect(levelOf(context.db)).toBe(FULL));
});

test('once a flush has failed, none succeeds any more', async () => {
	const { db } = givenFile();
	addArea(db, 'north');
	disk.fault = new Error('EIO');
	await expect(flushed(db)).rejects.toThrow('EIO');
	disk.fault = null;
	addArea(db, 'south');
	await expect(flushed(db)).rejects.toThrow('EIO');
	await expect(flushed(db)).rejects.toThrow('EIO');
});

test('a log that is gone is a failure, not a flush', async () => {
	const { file, db } = givenFile();
	addArea(db, 'north');
	renameSync(`${file}-wal`, `${file}-gone`);
	await expect(flushed(db)).rejects.toThrow(/ENOENT/);
	writeFileSync(`${file}-wal`, '');
	await expect(flushed(db)).rejects.toThrow(/ENOENT/);
});

test('no answer leaves before its audit entry is on the disk, and a page that could not be kept is an apology', async () => {
	const { context, db } = givenFile();
	const actor = givenStaff(context);
	const build = await import(new URL('../../build/server/index.js', import.meta.url).href);
	const ask = () => {
		const headers = { host: 'localhost', cookie: cookieOf(context, actor) };
		return auditedHandler(build, 'test')(
			new Request('http://localhost/today', { headers }),
			requestContext({ ...context, db }, null),
		);
	};
	disk.held = [];
	const answer = ask();
	await vi.waitFor(() => expect(disk.held).toHaveLength(1));
	expect(await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 50, 'held back'))])).toBe(
		'held back',
	);
	disk.held[0]!();
	expect((await answer).status).toBe(200);
	Object.assign(disk, { held: null, fault: new Error('EIO') });
	const refused = await ask();
	expect(refused.status).toBe(500);
	expect(await refused.text()).toContain('may not be saved');
});
