import { expect, test } from 'vitest';
import type { Io } from '#app/cli/command.ts';
import { importFile } from '#app/cli/import-file.ts';
import * as schema from '#db/schema/index.ts';
import { desk } from '../use-cases/imports/given.ts';

const LIST = 'tests/fixtures/imports/facilitators.csv';
const COHORTS = 'tests/fixtures/imports/cohorts.csv';

async function withDatabase() {
	const { context } = await desk();
	const said = { out: [] as string[], err: [] as string[] };
	const io: Io = { out: (text) => said.out.push(text), err: (text) => said.err.push(text), context: () => context };
	const run = async (...args: string[]) => {
		said.out.length = 0;
		said.err.length = 0;
		const status = await importFile.run(args, io);
		return { status, out: said.out.join('\n'), err: said.err.join('\n') };
	};
	const count = (table: 'staff' | 'staff_accreditations' | 'cohorts' | 'imports') =>
		(context.db.$client.prepare(`select count(*) n from ${table}`).get() as { n: number }).n;
	return { context, run, count };
}

test('facilitators come in as invited accounts with what they are accredited for, and are in the audit trail as the operator’s', async () => {
	const { context, run, count } = await withDatabase();
	const before = count('staff');
	const { status, out } = await run('facilitators', LIST, '--json');
	const { imported, rows, lines } = JSON.parse(out);
	expect(status).toBe(0);
	expect(rows.read).toBe(rows.accepted + rows.refused + rows.skipped);
	expect(lines.filter(({ comesIn }: { comesIn: boolean }) => comesIn)).toHaveLength(imported.broughtIn);
	expect(imported.broughtIn).toBeGreaterThan(5);
	expect(count('staff') - before).toBe(imported.broughtIn);
	expect(count('staff_accreditations')).toBeGreaterThan(0);
	const states = context.db.select({ state: schema.staff.state }).from(schema.staff).all();
	expect(states.filter(({ state }) => state === 'invited')).toHaveLength(imported.broughtIn);
	const told = context.db.select().from(schema.auditEntries).all();
	const stored = told.filter(({ action }) => action === 'list-stored');
	expect(stored).toMatchObject([{ actorKind: 'operator', recordId: imported.importId, outcome: 'done' }]);
});

test('bringing the same facilitators in again makes nobody twice', async () => {
	const { run, count } = await withDatabase();
	await run('facilitators', LIST);
	const people = count('staff');
	await run('facilitators', LIST);
	expect(count('staff')).toBe(people);
});

test('a plan in which no venue is known brings in nothing, and says what to do', async () => {
	const { run, count } = await withDatabase();
	const before = count('cohorts');
	const { status, out, err } = await run('cohorts', COHORTS);
	expect([status, out]).toEqual([1, '']);
	expect(err).toBe('No row of this file can come in. Look at it with --dry-run, or on the page.');
	expect(count('cohorts')).toBe(before);
});

test.each([
	[['cohorts', COHORTS, '--area', 'Nowhere'], 'There is no area “Nowhere”. There are: “Northfield”.'],
	[['facilitators', COHORTS], 'This does not look like a list of facilitators.'],
	[['facilitators', LIST, '--sheet', 'Spring'], 'There is no sheet “Spring”.'],
])('%j is refused with a sentence, and nothing is kept', async (args, sentence) => {
	const { run, count } = await withDatabase();
	const { status, err } = await run(...args);
	expect([status, err]).toEqual([1, expect.stringContaining(sentence)]);
	expect(count('imports')).toBe(0);
});

test.each([
	[['cohorts', COHORTS, '--as-of', '2026-11-23'], 'Give --as-of only with --dry-run'],
	[['cohorts', COHORTS, '--facilitators', LIST], 'Give --facilitators only with --dry-run'],
	[['facilitators', LIST, '--area', 'Northfield'], 'Give --area only with cohorts'],
	[['cohorts', COHORTS, '--dry-run', '--area', 'Northfield'], 'Give --area only without --dry-run'],
	[['cohorts', COHORTS, '--venue', 'Hall'], '--venue is not for a list of cohorts'],
])('%j is wrong use', async (args, sentence) => {
	const { run } = await withDatabase();
	await expect(run(...args)).rejects.toThrow(sentence);
});
