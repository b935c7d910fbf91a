import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Change, faultsAfter } from './content-folder.ts';

const version = 'programmes/recovery-toolkit/1';
const head = `${version}/programme.yaml`;
const third = `${version}/sessions/03.md`;
const guidance =
	'Begin on time and say what the meeting is for.\n\nEnd with one thing to do, and note what has to be passed on.\n';

test.each<[string, Change, string[]]>([
	[
		'a number that is missing from the plans',
		{ file: third, from: 'number: 3', to: 'number: 7' },
		[`${third}:2: The file is 03.md and the plan number 7: agree them.`],
	],
	[
		'minutes that do not add up',
		{ file: third, from: 'minutes: 120', to: 'minutes: 90' },
		[`${third}:7: The session takes 90 minutes and its activities 120: make them equal.`],
	],
	[
		'a module that there is not',
		{ file: third, from: 'module: steady', to: 'module: stedy' },
		[`${third}:3: The programme has no module “stedy”: use one of steady, rebuild.`],
	],
	[
		'a mechanism that there is not',
		{ file: third, from: 'mechanism: choice', to: 'mechanism: choices' },
		[`${third}:16: The logic model has no mechanism “choices”: use one of ground, choice, others.`],
	],
	[
		'an activity key that stands twice',
		{ file: third, from: 'key: close', to: 'key: tool' },
		[`${third}:17: The key “tool” stands twice: give each activity its own.`],
	],
	[
		'a key that is not known',
		{ file: third, from: 'gap_before_weeks', to: 'gap_weeks' },
		[
			`${third}:2: “gap_before_weeks” is missing: add it.`,
			`${third}:8: “gap_weeks” is not known here: take it out or correct its spelling.`,
		],
	],
	[
		'a key in the program’s own spelling',
		{ file: head, from: 'late_minutes', to: 'lateMinutes' },
		[
			`${head}:12: “late_minutes” is missing: add it.`,
			`${head}:31: “lateMinutes” is not known here: take it out or correct its spelling.`,
		],
	],
	[
		'a word where a number belongs',
		{ file: third, from: 'minutes: 20,', to: 'minutes: twenty,' },
		[`${third}:14: “minutes” must be a number, not “twenty”.`],
	],
	[
		'minutes below one',
		{ file: third, from: 'minutes: 20,', to: 'minutes: 0,' },
		[`${third}:14: “minutes” must be 1 or more, not 0.`],
	],
	[
		'half a minute',
		{ file: third, from: 'minutes: 20,', to: 'minutes: 19.5,' },
		[`${third}:14: “minutes” must be a whole number, not 19.5.`],
	],
	[
		'a kind of session that there is not',
		{ file: third, from: 'kind: group', to: 'kind: grupp' },
		[`${third}:4: “kind” must be one of group, individual, review, not “grupp”.`],
	],
	[
		'a key with a space',
		{ file: third, from: 'key: tool', to: 'key: the tool' },
		[`${third}:15: “key” must be small letters and digits with hyphens between the words, not “the tool”.`],
	],
	[
		'an empty title',
		{ file: third, from: 'title: Session 3', to: 'title:' },
		[`${third}:5: “title” must be text, not empty.`],
	],
	[
		'an entry of a list that is no text',
		{ file: third, from: '  - Paper and pens', to: '  - Paper\n  - 7' },
		[`${third}:12: Entry 2 of “materials” must be text, not 7.`],
	],
	[
		'a plan without its head',
		{ file: third, text: 'Begin on time.\n' },
		[`${third}:1: The file begins with a head between two lines of three hyphens: add it.`],
	],
	[
		'a plan with an empty head',
		{ file: third, text: '---\n---\n\nBegin on time.\n' },
		[`${third}:1: The file must be a set of keys, not empty.`],
	],
	[
		'a plan without guidance',
		{ file: third, from: guidance, to: '' },
		[`${third}:20: The plan has no guidance: write a paragraph below its head.`],
	],
	[
		'guidance with signs of Markdown',
		{ file: third, from: 'End with', to: 'Two:\n- End with' },
		[`${third}:23: Guidance is plain paragraphs: take out the headings, lists, bold and links.`],
	],
	[
		'a key that stands twice in one head',
		{ file: third, from: 'minutes: 120', to: 'minutes: 120\nminutes: 120' },
		[`${third}:8: This is not YAML: Map keys must be unique.`],
	],
	[
		'a session file with another name',
		{ file: `${version}/sessions/6.md`, text: '---\n---\n' },
		[`${version}/sessions/6.md:1: This does not belong here: files are called 01.md, 02.md and so on.`],
	],
	[
		'a missing session file',
		{ removed: `${version}/sessions/02.md` },
		[`${third}:2: Session plan 3 follows 1: number the plans 1, 2, 3 and so on without a gap.`],
	],
	[
		'no session file at all',
		{ removed: `${version}/sessions` },
		[`${version}/sessions:1: There is no session plan: add 01.md.`],
	],
	[
		'a last joining session without joining',
		{ file: `${version}/sessions/05.md`, from: 'joining_allowed: true', to: 'joining_allowed: false' },
		[`${head}:17: The last joining session is 5, and its session plan does not allow joining.`],
	],
])('%s is refused with file and line', (_, change, expected) => {
	expect(faultsAfter(change)).toEqual(expected.map((fault) => `content/${fault}`));
});

test('a head that is not YAML is refused with file and line', () => {
	const [fault, ...others] = faultsAfter({ file: third, from: 'kind: group', to: 'kind: [group' });
	expect(fault).toMatch(new RegExp(`^content/${third}:[45]: This is not YAML: .+\\.$`));
	expect(others).toEqual([]);
});

test('a file with the line ends of Windows and a byte-order mark has the same lines', () => {
	const text = readFileSync(`tests/fixtures/${third}`, 'utf8').replace('minutes: 120', 'minutes: 90');
	const faults = faultsAfter({ file: third, text: `\uFEFF${text.replaceAll('\n', '\r\n')}` });
	expect(faults).toEqual([`content/${third}:7: The session takes 90 minutes and its activities 120: make them equal.`]);
});

test('hidden files are passed over', () => {
	expect(faultsAfter({ file: `${version}/sessions/.DS_Store`, text: '' })).toEqual([]);
});
