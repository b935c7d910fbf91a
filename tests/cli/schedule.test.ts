import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plumbline } from '#tests/support/command-line.ts';

type Case = {
	id: string;
	input: {
		nation: string;
		earliestStart: string;
		slots: { weekday: string; time: string }[];
		sessions: number;
		skipBankHolidays: boolean;
		closures: { from: string; to: string; label: string }[];
	};
	expected: { sessions: object[]; firstDate: string; lastDate: string; skipped: object[] };
};
const vectors = JSON.parse(readFileSync('tests/fixtures/vectors/schedule.json', 'utf8')) as { cases: Case[] };

test.each(vectors.cases)('the command lays out $id as published', async ({ input, expected }) => {
	const { status, json } = await plumbline(
		'schedule',
		...['--sessions', String(input.sessions), '--nation', input.nation, '--from', input.earliestStart, '--json'],
		...input.slots.flatMap(({ weekday, time }) => ['--slot', `${weekday}@${time}`]),
		...input.closures.flatMap(({ from, to, label }) => ['--skip', `${from}..${to}=${label}`]),
		...(input.skipBankHolidays ? [] : ['--on-bank-holidays']),
	);
	const document = json();
	expect(status).toBe(0);
	expect(document.sessions).toMatchObject(expected.sessions);
	expect(document).toMatchObject({ firstDate: expected.firstDate, lastDate: expected.lastDate });
	expect(document.skipped).toEqual(expected.skipped);
});

const CARING_DADS = [
	'schedule',
	'--programme',
	'caring-dads',
	'--nation',
	'england-and-wales',
	'--from',
	'2026-01-13',
	'--slot',
	'tuesday@18:30',
];

test('a programme brings its own number and length of sessions', async () => {
	const { json } = await plumbline(...CARING_DADS, '--json');
	expect(json().sessions).toHaveLength(17);
	expect(json().sessions[0]).toEqual({
		number: 1,
		kind: 'group',
		date: '2026-01-13',
		weekday: 'tuesday',
		startLocal: '18:30',
		startUtc: '2026-01-13T18:30:00Z',
		endUtc: '2026-01-13T20:30:00Z',
	});
});

test('the individual sessions of a variant have no date and take no slot', async () => {
	const { json } = await plumbline(...CARING_DADS.with(2, 'caring-dads@1/15-plus-2'), '--json');
	const { sessions } = json() as { sessions: { number: number; kind: string; date: string | null }[] };
	expect(sessions.filter(({ date }) => date === null).map(({ number, kind }) => [number, kind])).toEqual([
		[9, 'individual'],
		[15, 'individual'],
	]);
	expect(sessions.filter(({ date }) => date !== null)).toHaveLength(15);
});

test('a single skipped day needs no range', async () => {
	const { json } = await plumbline(...CARING_DADS, '--skip', '2026-01-20=Training', '--json');
	expect(json().skipped[0]).toEqual({ date: '2026-01-20', reasons: [{ kind: 'closure', label: 'Training' }] });
});

test('without --json the dates are a table that ends with the last one', async () => {
	const { out } = await plumbline(...CARING_DADS);
	expect(out).toContain('  1  2026-01-13  tuesday    18:30');
	expect(out).toMatch(/Last session: 2026-05-05$/);
});

test('a start that the clock never shows is refused with status 1 and says why in JSON', async () => {
	const { status, json } = await plumbline(
		...['schedule', '--sessions', '3', '--nation', 'england-and-wales', '--from', '2026-03-22'],
		...['--slot', 'sunday@01:30', '--json'],
	);
	expect(status).toBe(1);
	expect(json().refused).toMatchObject({
		code: 'start-in-clock-change-gap',
		details: { day: '2026-03-29', time: '01:30' },
	});
	expect(json().refused.message).toContain('29 March 2026');
});

test.each([
	['no nation', ['--sessions', '3', '--from', '2026-01-13', '--slot', 'tuesday@18:30'], '--nation'],
	[
		'an impossible date',
		['--sessions', '3', '--nation', 'scotland', '--from', '2026-02-30', '--slot', 'tuesday@18:30'],
		'2026-02-30',
	],
	['no slot', ['--sessions', '3', '--nation', 'scotland', '--from', '2026-01-13'], '--slot'],
	[
		'a slot without a time',
		['--sessions', '3', '--nation', 'scotland', '--from', '2026-01-13', '--slot', 'tuesday'],
		'tuesday',
	],
	[
		'a weekday in another language',
		['--sessions', '3', '--nation', 'scotland', '--from', '2026-01-13', '--slot', 'mardi@18:30'],
		'mardi',
	],
	[
		'an unknown programme',
		['--programme', 'caring-mums', '--nation', 'scotland', '--from', '2026-01-13', '--slot', 'monday@18:30'],
		'caring-dads@1',
	],
	[
		'both a programme and a number',
		[
			'--programme',
			'caring-dads',
			'--sessions',
			'3',
			'--nation',
			'scotland',
			'--from',
			'2026-01-13',
			'--slot',
			'monday@18:30',
		],
		'not both',
	],
	[
		'an option twice',
		['--sessions', '3', '--sessions', '4', '--nation', 'scotland', '--from', '2026-01-13', '--slot', 'monday@18:30'],
		'once',
	],
	['an unknown option', ['--sessions', '3', '--weekly'], '--weekly'],
])('%s is wrong use: status 2, a sentence on standard error, nothing on standard output', async (_, args, word) => {
	const { status, out, err } = await plumbline('schedule', ...args);
	expect({ status, out }).toEqual({ status: 2, out: '' });
	expect(err).toContain(word);
});

test('a slot given twice is refused by the rule', async () => {
	const { status, err } = await plumbline(...CARING_DADS, '--slot', 'tuesday@18:30');
	expect(status).toBe(1);
	expect(err).toContain('twice');
});
