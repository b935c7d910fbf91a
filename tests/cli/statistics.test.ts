import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plumbline } from '#tests/support/command-line.ts';

const vector = JSON.parse(readFileSync('tests/fixtures/vectors/kaplan-meier-6mp.json', 'utf8'));

function fileWith(content: unknown): string {
	const path = join(mkdtempSync(join(tmpdir(), 'plumbline-')), 'file.json');
	writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
	return path;
}

const observations = vector.arms.flatMap((arm: { name: string; observations: { time: number; event: boolean }[] }) =>
	arm.observations.map(({ time, event }) => ({ entry: 0, exit: time, event, group: arm.name })),
);

test('the command’s survival curves are the published ones to nine places', async () => {
	const { status, json } = await plumbline('statistics', 'survival', fileWith(observations), '--json');
	const { groups, logRank } = json();
	expect(status).toBe(0);
	for (const [index, arm] of vector.arms.entries()) {
		expect(groups[index]).toMatchObject({ group: arm.name, n: arm.n, events: arm.events, median: arm.median.estimate });
		for (const [at, step] of arm.steps.entries()) {
			for (const [name, value] of Object.entries(step)) {
				if (value === null) expect(groups[index].steps[at][name]).toBeNull();
				else expect(groups[index].steps[at][name]).toBeCloseTo(value as number, 9);
			}
		}
	}
	expect(logRank.chiSquare).toBeCloseTo(vector.logRank.chiSquare, 9);
	expect(logRank.pValue).toBeCloseTo(vector.logRank.pValue, 10);
});

test('one group has no log-rank test', async () => {
	const { json } = await plumbline('statistics', 'survival', fileWith([{ exit: 3, event: true }]), '--json');
	expect(json()).toMatchObject({ groups: [{ group: 'all', n: 1 }], logRank: null });
});

test('an observation that ends before it begins is refused with its number', async () => {
	const { status, json } = await plumbline(
		'statistics',
		'survival',
		fileWith([{ entry: 4, exit: 3, event: true }]),
		'--json',
	);
	expect(status).toBe(1);
	expect(json().refused.message).toContain('Observation 1: exit must be after entry');
});

test.each([
	['a file that is not there', '/nowhere/at/all.json', 'there is no such file'],
	['a file that is no JSON', fileWith('{'), 'is not JSON'],
])('%s ends with status 3', async (_, path, words) => {
	const { status, err } = await plumbline('statistics', 'survival', path, '--json');
	expect(status).toBe(3);
	expect(err).toContain(words);
});

test('a proportion has both its intervals', async () => {
	const { json } = await plumbline('statistics', 'proportion', '--of', '27', '--in', '45', '--json');
	expect(json().estimate).toBe(0.6);
	expect(json().wilson.lower).toBeGreaterThan(json().clopperPearson.lower);
});

test.each([
	[['statistics'], 'survival or proportion'],
	[['statistics', 'survival'], 'Name one file'],
	[['statistics', 'proportion', '--of', 'x', '--in', '3'], '--of'],
	[['dance'], 'There is no command'],
])('%j is wrong use', async (args, words) => {
	const { status, err } = await plumbline(...args);
	expect(status).toBe(2);
	expect(err).toContain(words);
});

test('--help says how to call a command', async () => {
	const { status, out } = await plumbline('statistics', '--help');
	expect(status).toBe(0);
	expect(out).toContain('plumbline statistics survival FILE.json');
});
