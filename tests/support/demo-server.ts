import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export type RunningServer = {
	readonly url: string;
	readonly welcome: string;
	readonly dataDir: string;
	stop(): Promise<void>;
};

/** The moment at which the demonstration stands in the journeys: a Tuesday, an hour before the evening's session. */
export const DEMO_NOW = '2026-11-24T17:30:00Z';
/** The same evening, five minutes after the session. */
export const DEMO_EVENING = '2026-11-24T20:35:00Z';

/**
 * Starts the product with its demonstration story, as a process of its own on a free port. With `goingOnFrom` it goes on
 * from what another server has stored by now, in a copy of its own, and whoever is signed in there is signed in here.
 */
export async function startDemo(
	settings: Readonly<Record<string, string>> = {},
	goingOnFrom?: RunningServer,
): Promise<RunningServer> {
	const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-demo-'));
	if (goingOnFrom) copyStore(goingOnFrom.dataDir, dataDir);
	const port = String(20_000 + Math.floor(Math.random() * 20_000));
	const child = spawn(process.execPath, ['app/start.js', '--demo'], {
		env: {
			...process.env,
			NODE_ENV: 'production',
			DATA_DIR: dataDir,
			PORT: port,
			PLUMBLINE_NOW: DEMO_NOW,
			...settings,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const welcome = await welcomeOf(child);
	const stop = async () => {
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill('SIGTERM');
		await ended;
		rmSync(dataDir, { recursive: true, force: true });
	};
	return { url: `http://localhost:${port}`, welcome, dataDir, stop };
}

function copyStore(from: string, to: string): void {
	const store = new Database(join(from, 'plumbline.db'), { readonly: true });
	store.prepare('VACUUM INTO ?').run(join(to, 'plumbline.db'));
	store.close();
}

function welcomeOf(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		let faults = '';
		child.stderr?.on('data', (chunk) => {
			faults += chunk;
		});
		child.stdout?.on('data', (chunk) => {
			said += chunk;
			if (/Sign in as/.test(said)) resolve(said);
		});
		child.once('exit', (code) => reject(new Error(`The demonstration stopped with status ${code}: ${faults}`)));
	});
}
