import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ContentFaults } from '#app/content/content-faults.ts';
import { loadContent } from '#app/content/load-content.ts';

/** What is done to a file of a good content folder: some of its text replaced, all of it written, or the file removed. */
export type Change =
	| { readonly file: string; readonly from: string; readonly to: string }
	| { readonly file: string; readonly text: string }
	| { readonly removed: string };

/** Loads a small good content folder after the changes, and answers the faults, a line each; empty when it was accepted. */
export function faultsAfter(...changes: readonly Change[]): readonly string[] {
	const folder = join(mkdtempSync(join(tmpdir(), 'plumbline-')), 'content');
	try {
		cpSync('content/closures', join(folder, 'closures'), { recursive: true });
		cpSync('content/messages', join(folder, 'messages'), { recursive: true });
		cpSync('tests/fixtures/benchmarks', join(folder, 'benchmarks'), { recursive: true });
		cpSync('content/observation-forms', join(folder, 'observation-forms'), { recursive: true });
		cpSync('content/passwords', join(folder, 'passwords'), { recursive: true });
		const toolkit = 'programmes/recovery-toolkit';
		cpSync(`tests/fixtures/${toolkit}`, join(folder, toolkit), { recursive: true });
		for (const change of changes) apply(change, folder);
		loadContent(folder);
		return [];
	} catch (error) {
		if (error instanceof ContentFaults) return error.message.split('\n');
		throw error;
	} finally {
		rmSync(dirname(folder), { recursive: true });
	}
}

function apply(change: Change, folder: string): void {
	if ('removed' in change) rmSync(join(folder, change.removed), { recursive: true });
	else if ('text' in change) {
		mkdirSync(dirname(join(folder, change.file)), { recursive: true });
		writeFileSync(join(folder, change.file), change.text);
	} else replace(change, join(folder, change.file));
}

function replace(change: Extract<Change, { from: string }>, path: string): void {
	const before = readFileSync(path, 'utf8');
	if (!before.includes(change.from)) throw new Error(`${change.file} does not hold “${change.from}”`);
	writeFileSync(path, before.replace(change.from, change.to));
}
