import { expect, test } from 'vitest';
import { type Change, faultsAfter } from './content-folder.ts';

const version = 'programmes/recovery-toolkit/1';
const head = `${version}/programme.yaml`;
const third = `${version}/sessions/03.md`;
const scotland = 'closures/scotland.yaml';
const published = 'benchmarks/retention.yaml';
const reminder = 'messages/reminder.participant.md';
const text = 'messages/reminder.participant.text.md';
const kinds = 'messages/kinds.yaml';

test('a folder without a mistake is accepted', () => {
	expect(faultsAfter()).toEqual([]);
});

test.each<[string, Change, string[]]>([
	[
		'a day that does not exist',
		{ file: scotland, from: '2026-11-30', to: '2026-11-31' },
		[`${scotland}:17: “date” must be a day such as 2026-01-13, not “2026-11-31”.`],
	],
	[
		'something asked that there is not',
		{ file: head, from: 'thresholds:', to: 'asks: { mood: true }\nthresholds:' },
		[`${head}:12: “mood” is not known here: take it out or correct its spelling.`],
	],
	[
		'levels of engagement that are too few',
		{ file: head, from: 'thresholds:', to: 'asks: { engagement: [Little, Much] }\nthresholds:' },
		[`${head}:12: Engagement has 2 levels: word 4, from the least to the most.`],
	],
	[
		'a bank holiday in a weekend',
		{ file: scotland, from: '2026-11-30', to: '2026-11-29' },
		[`${scotland}:17: 2026-11-29 is in a weekend: enter the weekday that stands for it.`],
	],
	[
		'bank holidays out of order',
		{ file: scotland, from: '2026-11-30', to: '2026-07-30' },
		[`${scotland}:17: 2026-07-30 follows 2026-08-03: put the days in order.`],
	],
	[
		'a file for another nation',
		{ file: scotland, from: 'nation: scotland', to: 'nation: northern-ireland' },
		[`${scotland}:4: The file is scotland.yaml and its nation northern-ireland: agree them.`],
	],
	['a nation without its file', { removed: scotland }, [`${scotland}:1: The file is missing: add it.`]],
	[
		'a nation that there is not',
		{ file: 'closures/wales.yaml', text: 'nation: wales\n' },
		[
			'closures/wales.yaml:1: This does not belong here: files are called england-and-wales.yaml, scotland.yaml, northern-ireland.yaml.',
		],
	],
	[
		'a published figure without what it is out of',
		{ file: published, from: '    denominator: enrolled\n', to: '' },
		[`${published}:2: “denominator” is missing: add it.`],
	],
	[
		'a published figure out of people whom nobody here counts',
		{ file: published, from: 'denominator: enrolled', to: 'denominator: referred' },
		[`${published}:6: “denominator” must be one of enrolled, started, not “referred”.`],
	],
	[
		'a published figure without a source',
		{ file: published, from: 'source: Somebody', to: 'source: ""' },
		[`${published}:11: “source” must not be empty.`],
	],
	[
		'a published figure that its counts do not come to',
		{ file: published, from: 'figure: 62%', to: 'figure: 63%' },
		[`${published}:3: 38 of 61 is not 63%: correct one of them.`],
	],
	[
		'a published figure on a programme that is not here',
		{ file: published, from: 'programme: recovery-toolkit', to: 'programme: another' },
		[`${published}:8: There is no programme “another” in this folder.`],
	],
	[
		'a published figure on the wrong side',
		{ file: published, from: 'side: survivor', to: 'side: perpetrator' },
		[`${published}:9: “recovery-toolkit” is of the survivor side: agree them.`],
	],
	[
		'a link to nowhere',
		{ file: published, from: 'https://example.org/first', to: 'example.org' },
		[`${published}:13: “link” must be an address that begins with https://, not “example.org”.`],
	],
	['published figures without their file', { removed: published }, [`${published}:1: The file is missing: add it.`]],
	[
		'a telling word in a message',
		{ file: reminder, from: 'your appointment', to: 'your group' },
		[`${reminder}:14: “group” could tell somebody else what this is about: say it without.`],
	],
	[
		'the name of a programme in a sample',
		{ file: reminder, from: 'The appointments team', to: 'Recovery toolkit' },
		[`${reminder}:8: “Recovery toolkit” names a programme: a neutral message never does.`],
	],
	[
		'a placeholder that is not known',
		{ file: reminder, from: '{{sender}}', to: '{{name}}' },
		[
			`${reminder}:18: {{name}} is not known here: use {{day}}, {{time}}, {{sender}}, {{phone?}}.`,
			`${reminder}:8: No placeholder {{sender}} stands in the message.`,
		],
	],
	[
		'a message without words',
		{ file: reminder, text: '---\nkind: reminder\nchannel: email\nsubject: Soon\nsamples: {}\n---\n' },
		[`${reminder}:7: The message is empty: write it below its head.`],
	],
	[
		'a kind that is not in the name',
		{ file: reminder, from: 'kind: reminder', to: 'kind: invitation' },
		[`${reminder}:2: The file is reminder.participant.md and its kind invitation: agree them.`],
	],
	[
		'a text that takes two',
		{ file: text, from: 'This is a reminder', to: `This is a reminder${' again'.repeat(12)}` },
		[`${text}:10: The text takes 2 messages with its samples (175 in GSM-7): it must fit into one.`],
	],
	[
		'a text with a curly apostrophe',
		{ file: text, from: 'This is', to: 'Here’s' },
		[
			`${text}:10: The text takes 2 messages with its samples (102 in UCS-2): it must fit into one. “’” makes every character count more than twice.`,
		],
	],
	[
		'a text with a subject',
		{ file: text, from: 'channel: text', to: 'channel: text\nsubject: Soon' },
		[`${text}:4: “subject” is not known here: take it out or correct its spelling.`],
	],
	[
		'a text that says that it is a mail',
		{ file: text, from: 'channel: text', to: 'channel: email' },
		[`${text}:3: “channel” must be one of text, not “email”.`],
	],
	['a text that the program needs', { removed: text }, [`${text}:1: The file is missing: add it.`]],
	['a message that the program needs', { removed: reminder }, [`${reminder}:1: The file is missing: add it.`]],
	[
		'a message for nobody',
		{ file: 'messages/reminder.everybody.md', text: '' },
		[
			'messages/reminder.everybody.md:1: This does not belong here: files are called <joining or reminder or changed or cancelled or missed-you or invitation or notice or calendar-invitation or calendar-update or calendar-cancellation or absences or exit or concern>.<participant or staff or referrer>.md, or for a text <...>.participant.text.md, or kinds.yaml.',
		],
	],
	[
		'a placeholder without a sample',
		{ file: reminder, from: '  time: 6:30pm\n', to: '' },
		[
			`${reminder}:4: {{time}} has no sample: add one at the head of the file.`,
			`${reminder}:13: {{time}} has no sample: add one at the head of the file.`,
		],
	],
	[
		'a folder of messages that is no language',
		{ file: 'messages/zz/reminder.participant.md', text: '' },
		[
			'messages/zz:1: This does not belong here: files are called <joining or reminder or changed or cancelled or missed-you or invitation or notice or calendar-invitation or calendar-update or calendar-cancellation or absences or exit or concern>.<participant or staff or referrer>.md, or for a text <...>.participant.text.md, or kinds.yaml.',
		],
	],
	['when messages leave', { removed: kinds }, [`${kinds}:1: The file is missing: add it.`]],
	[
		'joining no earlier than the reminder',
		{ file: kinds, from: 'days_before: 3', to: 'days_before: 1' },
		[`${kinds}:6: Joining is said earlier than the reminder: give it more days before.`],
	],
	[
		'a time that is none',
		{ file: kinds, from: "at: '09:00'", to: "at: '25:00'" },
		[`${kinds}:23: “at” must be a time such as "09:00", not “25:00”.`],
	],
	[
		'a kind that is not ours',
		{ file: kinds, from: 'tasks_due:', to: 'task_due:' },
		[
			`${kinds}:5: “tasks_due” is missing: add it.`,
			`${kinds}:29: “task_due” is not known here: take it out or correct its spelling.`,
		],
	],
])('%s is refused with file and line', (_, change, expected) => {
	expect(faultsAfter(change)).toEqual(expected.map((fault) => `content/${fault}`));
});

test('every fault of every file is named at once', () => {
	const faults = faultsAfter(
		{ file: third, from: 'minutes: 120', to: 'minutes: 121' },
		{ file: head, from: 'max: 12', to: 'max: 1' },
		{ file: scotland, from: '2026-11-30', to: '30/11/2026' },
		{ file: reminder, from: 'Hello', to: 'Hello dad' },
	);
	expect(faults.map((fault) => fault.split(': ')[0])).toEqual([
		`content/${third}:7`,
		`content/${head}:16`,
		`content/${scotland}:17`,
		`content/${reminder}:12`,
	]);
});

test('texts are for participants alone', () => {
	const [fault, ...others] = faultsAfter({ file: 'messages/notice.staff.text.md', text: '' });
	expect(fault).toMatch(/^content\/messages\/notice\.staff\.text\.md:1: This does not belong here/);
	expect(others).toEqual([]);
});

const welsh = 'messages/cy/reminder.participant.md';
const words = 'messages/cy/telling-words.yaml';
const TELLING = `words: [${['plant*', ...'abcdefghi'].join(', ')}]\n`;
const textOf = (body: string) =>
	`---\nkind: reminder\nchannel: email\nsubject: '{{day}}'\nsamples:\n  day: Dydd Mawrth\n---\n\n${body}\n`;

test('another language is a folder with what there is in it and the words that would tell', () => {
	expect(faultsAfter({ file: welsh, text: textOf('Helo.') }, { file: words, text: TELLING })).toEqual([]);
});

test('what would tell in another language is refused with its file and line, and so is what tells in English', () => {
	const faults = faultsAfter(
		{ file: welsh, text: textOf('Helo.\n\nEich plant.\nProbation.') },
		{ file: words, text: TELLING },
	);
	expect(faults).toEqual([
		`content/${welsh}:11: “plant” could tell somebody else what this is about: say it without.`,
		`content/${welsh}:12: “Probation” could tell somebody else what this is about: say it without.`,
	]);
});

test('a language without its telling words is refused, because nobody would check what is written in it', () => {
	expect(faultsAfter({ file: welsh, text: textOf('Helo.') })).toEqual([
		`content/${words}:1: The file is missing: add it.`,
	]);
	const few = faultsAfter({ file: welsh, text: textOf('Helo.') }, { file: words, text: 'words: [plant]\n' });
	expect(few).toHaveLength(1);
});

test('only what goes to participants is in another language', () => {
	const text = textOf('Helo.').replace('reminder', 'notice');
	const faults = faultsAfter({ file: 'messages/cy/notice.staff.md', text }, { file: words, text: TELLING });
	expect(faults).toEqual([
		'content/messages/cy/notice.staff.md:1: This does not belong here: files are called <joining or reminder or changed or cancelled or missed-you>.participant.md, for a text <...>.participant.text.md, or telling-words.yaml.',
	]);
});
