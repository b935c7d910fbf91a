import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds the pages when there is no build yet, or when anything that goes into it is newer; otherwise does nothing. */
export function buildWhenStale(): void {
	const built = join(root, 'build/server/index.js');
	const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0;
	const sources = ['app', 'package-lock.json', 'vite.config.ts', 'remix.config.js'];
	if (Math.max(...sources.map((source) => newestIn(join(root, source)))) <= builtAt) return;
	console.error('Building the pages …');
	const remix = join(root, 'node_modules/@remix-run/dev/dist/cli.js');
	execFileSync(process.execPath, [remix, 'vite:build', '--logLevel', 'warn'], {
		cwd: root,
		env: { ...process.env, NODE_ENV: 'production' },
		stdio: ['ignore', 2, 2],
	});
}

function newestIn(path: string): number {
	if (!existsSync(path)) return 0;
	const { mtimeMs } = statSync(path);
	if (!statSync(path).isDirectory()) return mtimeMs;
	return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
