import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startDemoProcess } from './support/demo-process.ts';
import { DEMO_EVENING, DEMO_NOW, type StoryTime } from './support/story-times.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** The folder in which the demonstration has told its story at each moment; each server gets a copy. */
		stories: Readonly<Record<StoryTime, string>>;
	}
}

/** Has the demonstration tell its story once for all journeys, because that takes longer than many a journey. */
export default async function tellStories(project: TestProject): Promise<() => void> {
	const env = { ...process.env, ...project.config.env };
	const tellAt = async (now: StoryTime) => {
		const folder = mkdtempSync(join(tmpdir(), 'plumbline-story-'));
		const teller = await startDemoProcess(folder, now, env);
		await teller.end();
		return folder;
	};
	const [afternoon, evening] = await Promise.all([tellAt(DEMO_NOW), tellAt(DEMO_EVENING)]);
	project.provide('stories', { [DEMO_NOW]: afternoon, [DEMO_EVENING]: evening });
	return () => {
		for (const folder of [afternoon, evening]) rmSync(folder, { recursive: true, force: true });
	};
}
