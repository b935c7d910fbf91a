import { execFileSync } from 'node:child_process';
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
const disk = { flushes: 0, files: [] as number[], fault: null as Error | null, held: null as (() => void)[] | null };
const real = fs.fdatasync;
beforeAll(() =>
	replaceFlush(((file: number, done: (fault: Error | null) => void) => {
		disk.flushes += 1;
		disk.files.push(file);
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

afterEach(() => Object.assign(disk, { flushes: 0, files: [], fault: null, held: null }));

const newFile = () => join(mkdtempSync(join(tmpdir(), 'plumbline-')), 'plumbline.db');
const givenPlain = () => {
	const file = newFile();
	return { file, context: testContext({ file }) };
};
const givenFile = () => {
	const { file, context } = givenPlain();
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

const inodeAt = (path: string) => fs.statSync(path).ino;
const openLogs = (file: string) =>
	fs.readdirSync('/proc/self/fd').filter((fd) => {
		try {
			return fs.readlinkSync(`/proc/self/fd/${fd}`) === `${file}-wal`;
		} catch {
			return false; // Closed since the list was read: the one that it was read with.
		}
	}).length;

/** Does this to the database in another process, as the command line would; answers with what it printed. */
function elsewhere(file: string, script: string): string {
	const program = `const db = new (require('better-sqlite3'))(process.argv[1]); ${script}; db.close();`;
	return execFileSync(process.execPath, ['-e', program, file], { encoding: 'utf8' }).trim();
}

test('the log is opened once for the life of the connection, is the file at its path each time, and goes with it', async () => {
	const { file, context } = givenPlain();
	// SQLite’s own.
	context.db.select().from(schema.areas).all();
	const before = openLogs(file);
	const db = flushingLater(context.db);
	const { $client } = db;
	for (const id of ['north', 'south', 'west']) {
		addArea(db, id);
		await flushed(db);
		expect(openLogs(file)).toBe(before + 1);
		expect(fs.fstatSync(disk.files.at(-1)!).ino).toBe(inodeAt(`${file}-wal`));
	}
	expect(new Set(disk.files).size).toBe(1);
	$client.close();
	expect(openLogs(file)).toBe(0);
});

test('nothing that another process does to the database puts another log in the place of the one that is open', async () => {
	const { file, context, db } = givenFile();
	addArea(db, 'north');
	await flushed(db);
	const kept = disk.files[0]!;
	const inode = inodeAt(`${file}-wal`);
	const insert = "db.prepare(`insert into areas (id, name, nation) values ('cli', 'cli', 'scotland')`).run()";
	const doings = [insert, "db.pragma('wal_checkpoint(TRUNCATE)')", 'db.exec(`vacuum`)', ''];
	for (const [index, doing] of doings.entries()) {
		elsewhere(file, doing);
		expect(inodeAt(`${file}-wal`)).toBe(inode);
		const { size } = fs.fstatSync(kept);
		addArea(db, `after ${index}`);
		// What was committed is in the file that is open, whether it grew or was begun anew.
		const written = fs.readFileSync(`/proc/self/fd/${kept}`);
		expect(written.includes(`after ${index}`), `${doing} ${size}`).toBe(true);
		await flushed(db);
		expect(disk.files.at(-1)).toBe(kept);
	}
	// No other journal while we have it open.
	const changed =
		"try { console.log(db.pragma('journal_mode = DELETE', { simple: true })) } catch (f) { console.log(f.code) }";
	expect(['wal', 'SQLITE_BUSY']).toContain(elsewhere(file, `db.pragma('busy_timeout = 0'); ${changed}`));
	expect(inodeAt(`${file}-wal`)).toBe(inode);
	expect(context.db.select().from(schema.areas).all()).toHaveLength(6);
});

test('another file in the place of the log before the first flush is a failure, not a flush', async () => {
	const { file, db } = givenFile();
	addArea(db, 'north');
	renameSync(`${file}-wal`, `${file}-gone`);
	writeFileSync(`${file}-wal`, '');
	await expect(flushed(db)).rejects.toThrow('another file');
	expect(openLogs(file)).toBe(0);
});

test('another file in the place of the open log is a failure, not a flush', async () => {
	const { file, db } = givenFile();
	addArea(db, 'north');
	await flushed(db);
	renameSync(`${file}-wal`, `${file}-gone`);
	writeFileSync(`${file}-wal`, '');
	addArea(db, 'south');
	await expect(flushed(db)).rejects.toThrow('another file');
	renameSync(`${file}-gone`, `${file}-wal`);
	addArea(db, 'west');
	await expect(flushed(db)).rejects.toThrow('another file');
});

test('a connection that is closed while its flush runs lets go of the log when that has ended', async () => {
	const { file, db } = givenFile();
	addArea(db, 'north');
	disk.held = [];
	const running = flushed(db);
	db.$client.close();
	expect(fs.fstatSync(disk.files[0]!).isFile()).toBe(true);
	disk.held[0]!();
	await running;
	expect(openLogs(file)).toBe(0);
	expect(() => fs.fstatSync(disk.files[0]!)).toThrow(/EBADF/);
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
