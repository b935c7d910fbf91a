import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync('docs/security-asvs.md', 'utf8');
const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.+?) \| (.+) \|$/gm)].map(
	([, item, level, asks, state, where]) => ({ item: item!, level: level!, asks: asks!, state: state!, where: where! }),
);
const STATES = ['met', 'partly', 'not met', 'not ours', 'being built'];
/** What ASVS 5.0.0 has at each level. */
const REQUIREMENTS = { '1': 70, '2': 183 } as const;

test('the table has every requirement of levels 1 and 2 once, and says of each whether it is met', () => {
	for (const [level, count] of Object.entries(REQUIREMENTS)) {
		expect(rows.filter((row) => row.level === level)).toHaveLength(count);
	}
	expect(new Set(rows.map(({ item }) => item)).size).toBe(rows.length);
	expect(rows.filter(({ state }) => !STATES.includes(state)).map(({ item }) => item)).toEqual([]);
});

test('every test that the table names is there, under that name', () => {
	const named = rows.flatMap(({ item, where }) =>
		[...where.matchAll(/`(tests\/[^`]+)`(?: “([^”]+)”)?/g)].map(([, file, name]) => ({ item, file: file!, name })),
	);
	const missing = named.filter(
		({ file, name }) => !existsSync(file) || (name !== undefined && !readFileSync(file, 'utf8').includes(name)),
	);
	expect(named.length).toBeGreaterThan(100);
	expect(missing).toEqual([]);
});

test('what is being built says so where it stands, and nothing that is met alone leans on it', () => {
	const built = rows.filter(({ state }) => state === 'being built');
	expect(built.filter(({ where }) => !where.includes('(being built)')).map(({ item }) => item)).toEqual([]);
	const nowhere = rows.filter(({ where }) => where.trim().length < 5);
	expect(nowhere.map(({ item }) => item)).toEqual([]);
});

test('the counts above the table are those of the table', () => {
	const sentence = /^Counts: (.+)\.$/m.exec(page)![1]!;
	const counted = STATES.map((state) => [state, rows.filter((row) => row.state === state).length] as const);
	for (const [state, count] of counted) if (count > 0) expect(sentence).toContain(`${count} ${state}`);
	expect(sentence).toContain(`of ${rows.length}`);
});
