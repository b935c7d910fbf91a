import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** What the project's linter says of a rule that holds this line, tried in a folder of its own. */
function lintWith(line: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'plumbline-lint-'));
	try {
		const settings = JSON.parse(readFileSync('biome.json', 'utf8'));
		writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...settings, vcs: { enabled: false } }));
		cpSync('tests/architecture/lint', join(folder, 'tests/architecture/lint'), { recursive: true });
		mkdirSync(join(folder, 'app/domain'), { recursive: true });
		writeFileSync(join(folder, 'app/domain/planted.ts'), `export function planted() {\n\treturn ${line};\n}\n`);
		const { stdout, stderr, status } = spawnSync(resolve('node_modules/.bin/biome'), ['lint', 'app'], {
			cwd: folder,
			encoding: 'utf8',
		});
		return status === 0 ? '' : `${stdout}${stderr}`;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

test.each([
	['new Date()', 'Pass the moment in'],
	['Date.now()', 'Pass the moment in'],
	['DateTime.now()', 'take the time and any chance'],
	['DateTime.local()', 'take the time and any chance'],
	['Math.random()', 'take the time and any chance'],
	['process.env.TZ', 'read no environment'],
	['fetch("/")', 'reach nothing outside'],
	['console.log(1)', 'return what they have to say'],
])('a rule cannot use %s', (line, advice) => {
	expect(lintWith(line)).toContain(advice);
});

test('a rule that uses none of them passes', () => {
	expect(lintWith('1')).toBe('');
});
