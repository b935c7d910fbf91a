import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const PRETEND_20 = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})";

test.each([
	['app/start.js', 'npm start'],
	['app/plumbline.js', 'npm run plumbline'],
])('started by hand on an older Node, %s stops with a sentence that says what to run', (entry, command) => {
	const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', PRETEND_20, entry], { encoding: 'utf8' });
	expect(status).toBe(3);
	expect(stdout).toBe('');
	expect(stderr).toContain('this is Node 20.20.2');
	expect(stderr).toContain(command);
	expect(stderr.trim().split('\n')).toHaveLength(1);
});
