import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const PLANTED = 'app/domain/shared/planted-for-a-test.ts';

/** What the linter says of a rule that contains this line. */
function lintWith(line: string): string {
	writeFileSync(PLANTED, `export function planted() {\n\treturn ${line};\n}\n`);
	try {
		execFileSync('npx', ['--no-install', 'biome', 'lint', PLANTED], { encoding: 'utf8', stdio: 'pipe' });
		return '';
	} catch (fault) {
		const { stdout, stderr } = fault as { stdout: string; stderr: string };
		return `${stdout}${stderr}`;
	} finally {
		rmSync(PLANTED);
	}
}

test.each(['new Date()', 'Date.now()', 'DateTime.now()', 'DateTime.local()', 'Math.random()', 'process.env.TZ', 'fetch("/")', 'console.log(1)'])(
	'a rule cannot use %s',
	(line) => {
		expect(lintWith(line)).toMatch(/Pass the moment in|take the time and any chance|read no environment|reach nothing|return what they have/);
	},
);

test('a rule that uses none of them passes', () => {
	expect(lintWith('1')).toBe('');
});
