import { execFileSync } from 'node:child_process';

/** Builds the app once for all projects, unless the caller says that the build at hand is the right one. */
export default function buildOnce(): void {
	if (process.env.REUSE_BUILD === '1') return;
	execFileSync('npx', ['--no-install', 'remix', 'vite:build', '--logLevel', 'warn'], {
		env: { ...process.env, NODE_ENV: 'production' },
		stdio: 'inherit',
	});
	process.env.REUSE_BUILD = '1';
}
