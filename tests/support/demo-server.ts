import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { inject } from 'vitest';
import { startDemoProcess } from './demo-process.ts';
import { DEMO_NOW, type StoryTime } from './story-times.ts';

export type RunningServer = {
	readonly url: string;
	readonly dataDir: string;
	stop(): Promise<void>;
};

/**
 * Starts the product with its demonstration story as it is told at `now`, as a process of its own on a free port. With
 * `goingOnFrom` it goes on from what another server has stored by now, in a copy of its own, and whoever is signed in
 * there is signed in here.
 */
export async function startDemo(now: StoryTime = DEMO_NOW, goingOnFrom?: RunningServer): Promise<RunningServer> {
	const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-demo-'));
	if (goingOnFrom) copyStore(goingOnFrom.dataDir, dataDir);
	else cpSync(inject('stories')[now], dataDir, { recursive: true });
	const { url, end } = await startDemoProcess(dataDir, now);
	const stop = async () => {
		await end();
		rmSync(dataDir, { recursive: true, force: true });
	};
	return { url, dataDir, stop };
}

function copyStore(from: string, to: string): void {
	const store = new Database(join(from, 'plumbline.db'), { readonly: true });
	store.prepare('VACUUM INTO ?').run(join(to, 'plumbline.db'));
	store.close();
}
