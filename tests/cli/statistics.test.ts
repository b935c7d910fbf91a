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

test('the mean of each group is the area under its published curve, up to the last time at which both were observed', async () => {
	const { json } = await plumbline('statistics', 'survival', fileWith(observations), '--json');
	for (const [index, arm] of vector.arms.entries()) {
		const shareAt = (time: number) => arm.steps.findLast((step: { time: number }) => step.time <= time)?.survival ?? 1;
		const area = Array.from({ length: 23 }, (_, time) => shareAt(time)).reduce((sum, share) => sum + share, 0);
		const { upTo, estimate, stdError, ciLower, ciUpper } = json().groups[index].restrictedMean;
		expect(upTo).toBe(23);
		expect(estimate).toBeCloseTo(area, 9);
		expect((ciLower + ciUpper) / 2).toBeCloseTo(area, 9);
		expect((ciUpper - ciLower) / (2 * stdError)).toBeCloseTo(1.959963984540054, 9);
	}
	const { out } = await plumbline('statistics', 'survival', fileWith(observations));
	expect(out).toMatch(/mean up to 23: \d+\.\d{4}, 95% \d+\.\d{4} to \d+\.\d{4}/);
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
	[['statistics'], 'survival, proportion, agreement or control-chart'],
	[['statistics', 'guess'], 'not “guess”'],
	[['statistics', 'agreement'], 'Name one file with ratings'],
	[['statistics', 'agreement', 'one.json', 'two.json'], 'Name one file with ratings'],
	[['statistics', 'control-chart'], 'Name one file with points'],
	[['statistics', 'control-chart', 'x.json', '--loud'], '--loud'],
	[['statistics', 'survival'], 'Name one file'],
	[['statistics', 'proportion', '--of', 'x', '--in', '3'], '--of'],
	[['dance'], 'There is no command'],
])('%j is wrong use', async (args, words) => {
	const { status, err } = await plumbline(...args);
	expect(status).toBe(2);
	expect(err).toContain(words);
});

const SHROUT_FLEISS = [
	[9, 2, 5, 8],
	[6, 1, 3, 2],
	[8, 4, 6, 8],
	[7, 1, 2, 6],
	[10, 5, 6, 9],
	[6, 2, 4, 7],
];

test('four raters have their agreement and six correlations, and kappa says that it takes two', async () => {
	const { status, err, json } = await plumbline(
		'statistics',
		'agreement',
		fileWith({ ratings: SHROUT_FLEISS }),
		'--json',
	);
	expect([status, err]).toEqual([0, '']);
	// 8 and 8 in the third row are the only two alike, of six pairs in each of six rows.
	expect(json()).toEqual({
		n: 36,
		same: 1,
		percent: expect.closeTo(100 / 36, 9),
		kappa: { notCalculable: 'Cohen’s kappa compares two raters, not 4.' },
		icc: {
			'1,1': expect.closeTo(0.1657, 4),
			'2,1': expect.closeTo(0.2898, 4),
			'3,1': expect.closeTo(0.7148, 4),
			'1,k': expect.closeTo(0.4428, 4),
			'2,k': expect.closeTo(0.6201, 4),
			'3,k': expect.closeTo(0.9093, 4),
		},
	});
});

test('two raters have kappa over what both rated; one category throughout has none', async () => {
	const grants = [
		[20, 1, 1],
		[5, 1, 0],
		[10, 0, 1],
		[15, 0, 0],
		[3, null, 1],
	] as const;
	const ratings = grants.flatMap(([times, one, other]) => Array.from({ length: times }, () => [one, other]));
	const { json } = await plumbline('statistics', 'agreement', fileWith(ratings), '--json');
	expect(json()).toMatchObject({ n: 50, same: 35, percent: 70, kappa: { value: expect.closeTo(0.4, 9) } });
	const same = await plumbline(
		'statistics',
		'agreement',
		fileWith([
			[2, 2],
			[2, 2],
		]),
		'--json',
	);
	expect(same.json()).toMatchObject({
		percent: 100,
		kappa: { notCalculable: expect.stringContaining('one and the same category') },
		icc: { notCalculable: expect.stringContaining('rated alike') },
	});
	const nothing = await plumbline(
		'statistics',
		'agreement',
		fileWith([
			[2, null],
			[null, 2],
		]),
		'--json',
	);
	expect(nothing.json()).toMatchObject({
		n: 0,
		percent: null,
		kappa: { notCalculable: expect.stringContaining('nothing was rated by both') },
	});
});

test('agreement in words', async () => {
	const { out } = await plumbline(
		'statistics',
		'agreement',
		fileWith([
			[1, 1],
			[2, 2],
			[2, 1],
			[1, 1],
		]),
	);
	expect(out.split('\n').slice(0, 3)).toEqual(['Agreement 75%, 3 of 4', 'Kappa 0.5', 'ICC(1,1) 0.5714285714285715']);
	const none = await plumbline('statistics', 'agreement', fileWith([[null, 1]]));
	expect(none.out).toContain('Agreement: no data, nothing was rated twice');
	expect(none.out).toContain('at least two targets');
});

test.each([
	[{}, 'There are no ratings'],
	[[], 'There are no ratings'],
	[[[1, 2], 3], 'Row 2 of the ratings must be a list of numbers'],
	[
		[
			[1, 2],
			[1, 'x'],
		],
		'Row 2 of the ratings must be a list of numbers',
	],
	[[[]], 'Row 1 of the ratings must be a list of numbers'],
	[[[1, 2], [1]], 'Row 2 of the ratings must be as long as the first, 2'],
])('ratings %j are refused: %s', async (content, words) => {
	const asJson = await plumbline('statistics', 'agreement', fileWith(content), '--json');
	expect(asJson.status).toBe(1);
	expect(asJson.json().refused.message).toContain(words);
	const inWords = await plumbline('statistics', 'agreement', fileWith(content));
	expect([inWords.status, inWords.out]).toEqual([1, '']);
	expect(inWords.err).toContain(words);
});

const charts = JSON.parse(readFileSync('tests/fixtures/vectors/p-chart.json', 'utf8'));

for (const { id, x, n, expected } of charts.cases) {
	test(`the command’s chart of ${id} is that of the vector`, async () => {
		const { status, json } = await plumbline('statistics', 'control-chart', fileWith({ x, n }), '--json');
		const { points, centre, signals, ...exactly } = json();
		expect(status).toBe(0);
		expect(exactly).toEqual({
			sumX: expected.sumX,
			sumN: expected.sumN,
			runsOfSevenOneSide: expected.runsOfSevenOneSide,
		});
		expect(centre).toBeCloseTo(expected.centre, 9);
		for (const [index, point] of expected.points.entries()) {
			const { outside, lowCount, ...numbers } = point;
			expect(points[index]).toMatchObject({ outside, lowCount });
			for (const [name, value] of Object.entries(numbers)) expect(points[index][name]).toBeCloseTo(value as number, 9);
		}
		const rules = signals.map(({ rule }: { rule: number }) => rule);
		expect(rules).toEqual(id === 'one-outside' ? [1] : id === 'run-of-seven' ? [2] : []);
	});
}

test('a chart in words names each signal; small counts are warned of apart', async () => {
	const { out, err } = await plumbline('statistics', 'control-chart', fileWith({ x: [7, 8, 9], n: [10, 12, 9] }));
	expect(out).toContain('No signal.');
	expect(out).toContain('    1           7 of 10   0.7000');
	expect(err).toContain('At every point fewer than 5');
	const run = await plumbline(
		'statistics',
		'control-chart',
		fileWith({ x: [20, 22, 25, 31, 33, 32, 35, 34, 36, 33, 21, 22], n: Array(12).fill(100) }),
	);
	expect(run.out).toContain('Rule 2: points 4 to 10, 7 in a row, are above the centre.');
	expect(run.err).toBe('');
});

test.each([
	[{ x: [], n: [] }, 'There are no points'],
	[{ x: [1], n: [2, 3] }, 'give as many of each'],
	[{ x: [3], n: [2] }, 'Point 1 is 3 of 2'],
	[[{ x: 'a', n: 2 }], 'Point 1 is a of 2'],
])('points %j are refused: %s', async (content, words) => {
	const { status, json } = await plumbline('statistics', 'control-chart', fileWith(content), '--json');
	expect(status).toBe(1);
	expect(json().refused.message).toContain(words);
});

test('a count above its whole is refused, and 0 of 0 is said to be no share', async () => {
	const over = await plumbline('statistics', 'proportion', '--of', '4', '--in', '3', '--json');
	expect(over.status).toBe(1);
	expect(over.json().refused).toMatchObject({ code: 'not-a-proportion', details: { count: 4, outOf: 3 } });
	const none = await plumbline('statistics', 'proportion', '--of', '0', '--in', '0');
	expect([none.status, none.out]).toEqual([0, 'No data: 0 of 0 is no share.']);
});

test('--help says how to call a command', async () => {
	const { status, out } = await plumbline('statistics', '--help');
	expect(status).toBe(0);
	expect(out).toContain('plumbline statistics survival FILE.json');
});
