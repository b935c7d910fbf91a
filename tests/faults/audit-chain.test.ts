import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { verifyAudit } from '#app/use-cases/audit/verify-audit.ts';
import { addArea } from '#app/use-cases/places/add-area.ts';
import { openDatabase } from '#db/client.ts';
import { trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';

function givenFile() {
	const file = join(mkdtempSync(join(tmpdir(), 'plumbline-audit-')), 'plumbline.db');
	return { file, context: testContext({ file }) };
}

function appending(file: string, count: number): ChildProcess {
	const script = fileURLToPath(new URL('./append-entries.ts', import.meta.url));
	return spawn(process.execPath, [script, file, String(count)], { stdio: ['ignore', 'ignore', 'inherit'] });
}

const endOf = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

test('processes that keep entries at the same time make one whole chain between them', async () => {
	const { file, context } = givenFile();
	const others = [appending(file, 60), appending(file, 60), appending(file, 60)];
	const ended = others.map(endOf);
	let area = 0;
	while (others.some(({ exitCode }) => exitCode === null)) {
		area += 1;
		addArea(context, OPERATOR, { name: `Area ${area}`, nation: 'scotland' });
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	expect(await Promise.all(ended)).toEqual([0, 0, 0]);
	const trail = trailOf(context);
	expect(trail).toHaveLength(3 * 120 + area);
	expect(new Set(trail.map(({ details }) => details.process)).size).toBe(4);
	expect(verifyAudit(context, null)).toMatchObject({ entries: trail.length, broken: null });
});

test('a process that is killed in the middle leaves whole entries and a whole chain', async () => {
	const { file, context } = givenFile();
	const child = appending(file, 100_000);
	await expect.poll(() => trailOf(context).length, { timeout: 20_000 }).toBeGreaterThan(20);
	const ended = endOf(child);
	child.kill('SIGKILL');
	await ended;
	addArea(context, OPERATOR, { name: 'Afterwards', nation: 'scotland' });
	expect(verifyAudit(context, null)).toMatchObject({ entries: trailOf(context).length, broken: null });
});

test('a second connection in the same process keeps to the chain too', () => {
	const { file, context } = givenFile();
	const other = { ...context, db: openDatabase(file) };
	for (let turn = 0; turn < 20; turn += 1) {
		addArea(turn % 2 ? context : other, OPERATOR, { name: `Area ${turn}`, nation: 'scotland' });
	}
	expect(verifyAudit(other, null)).toMatchObject({ entries: 20, broken: null });
});
